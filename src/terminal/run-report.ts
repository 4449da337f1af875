/** A run as it is printed: while it goes on, and what is to be said in the end. */
import type { RecordDifference } from '../simulator/compare';
import type { Progress } from '../simulator/progress';
import type { RunRecord } from '../simulator/record';
import { quantityText } from '../diagnostics/quantity';
import { differenceLines } from './difference';
import { StageTree } from './stage-tree';
import type { Style } from './style';
import { field, nextLines, summaryLines, type Places } from './summary';
import type { Terminal } from './terminal';

/** Where a program runs: as TypeScript in Node, or as Groovy on the Pipeline engine. */
export type World = 'direct' | 'engine';

const runningIn: { readonly [name in World]: string } = {
  direct: 'in Node',
  engine: 'on the Pipeline engine',
};

/**
 * The first world that tells something is shown as a tree; a second one does the same again, so that only its place is
 * shown, on the status line.
 */
export class LiveReport {
  private readonly tree: StageTree;
  private shown: World | undefined;
  private isTitled = false;

  /**
   * @param title printed before the first thing that is told
   * @param withLog whether the lines that the pipeline prints are shown, too
   */
  constructor(
    private readonly terminal: Terminal,
    private readonly title: string,
    private readonly withLog: boolean,
  ) {
    this.tree = new StageTree(terminal.style);
  }

  /** Takes what a world tells while it runs. */
  update(world: World, progress: Progress): void {
    this.shown ??= world;
    this.printTitle();
    if (world === this.shown) {
      if (this.withLog && progress.kind === 'line') {
        this.terminal.print(this.terminal.style.dim(`    ${progress.text}`));
      }
      this.terminal.print(...this.tree.update(progress));
      const { current } = this.tree;
      this.terminal.showStatus(...(current === undefined ? [] : [`  … ${current.name}`]));
    } else if (progress.kind === 'stageBegan') {
      this.terminal.showStatus(`  … ${runningIn[world]}: ${progress.name}`);
    }
    if (progress.kind === 'ended') {
      this.terminal.showStatus();
    }
  }

  /** Says what takes seconds before a world can run. */
  prepare(message: string): void {
    this.printTitle();
    this.terminal.print(this.terminal.style.dim(`  … ${message}`));
  }

  private printTitle(): void {
    if (this.isTitled) return;
    this.isTitled = true;
    this.terminal.print(this.terminal.style.bold(this.title));
  }
}

/** What came out of a run. */
export interface RunOutcome {
  readonly records: { readonly [name in World]?: RunRecord };
  readonly difference?: RecordDifference;
  /** Why a world was left out. */
  readonly leftOut?: string;
}

/** What is printed below the tree. */
export function closingLines(outcome: RunOutcome, places: Places, style: Style): string[] {
  const record = outcome.records.direct ?? outcome.records.engine;
  return [
    '',
    ...(record === undefined ? [] : summaryLines(record, style)),
    ...worldLines(outcome, style),
    '',
    ...nextLines(places, style),
  ];
}

/** Whether every world ended with SUCCESS, and all of them alike. */
export function succeeded({ records, difference }: RunOutcome): boolean {
  return difference === undefined && Object.values(records).every(({ result }) => result === 'SUCCESS');
}

function worldLines({ records, difference, leftOut }: RunOutcome, style: Style): string[] {
  if (leftOut !== undefined) {
    const world = records.direct === undefined ? 'the Pipeline engine' : 'Node';
    return [field('worlds', `${style.yellow(`${world} only`)}; ${leftOut}`, style)];
  }
  const { direct, engine } = records;
  if (difference !== undefined) {
    return [
      field('worlds', style.red('the two worlds differ: a defect of gig-ci'), style),
      ...differenceLines(difference, style),
    ];
  }
  if (direct !== undefined && engine !== undefined) {
    const compared = `both worlds produced the same run record (${quantityText(direct.events.length, 'event')} compared)`;
    return [field('worlds', `${style.green('✓')} ${compared}`, style)];
  }
  return [field('worlds', `${direct === undefined ? 'the Pipeline engine' : 'Node'} only, as asked`, style)];
}
