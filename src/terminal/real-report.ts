/**
 * A run on this machine as it is printed: what the pipeline prints comes as it comes, each line behind its stage. On a
 * terminal only the last lines of what runs are shown, and a stage that has ended is one line.
 */
import type { Progress } from '../simulator/progress';
import type { RunRecord } from '../simulator/record';
import { failureCard } from './failure-card';
import { RecentOutput } from './recent-output';
import { StageTree } from './stage-tree';
import type { Style } from './style';
import { field, realSummaryLines } from './summary';
import type { Terminal } from './terminal';

/** So many lines of output are shown below the stages. */
const WINDOW = 8;

/** What is known of a run before its first step. */
export interface RealRunPlace {
  /** e.g. `gig-route/main #7`. */
  readonly name: string;
  readonly repository: string;
  readonly commit: string;
  /** Files that differ from the commit. */
  readonly uncommitted: number;
  readonly workspace: string;
  /** Where log, record and what is published stay. */
  readonly folder: string;
}

/** Shows a run on this machine while it goes on. */
export class RealReport {
  private readonly tree: StageTree;
  private readonly recent = new RecentOutput();
  private readonly window: string[] = [];

  /** @param withLog whether a terminal shows all lines, too */
  constructor(
    private readonly terminal: Terminal,
    private readonly withLog: boolean,
  ) {
    this.tree = new StageTree(terminal.style);
  }

  /** Says what runs, and where. */
  began({ name, repository, commit, uncommitted, workspace, folder }: RealRunPlace): void {
    const { style } = this.terminal;
    const left =
      uncommitted === 0
        ? ''
        : style.yellow(
            `; ${uncommitted === 1 ? 'a change is' : `${uncommitted} changes are`} not committed and left out`,
          );
    this.terminal.print(
      style.bold(`Run of ${name} on this machine`),
      field('commit', `${commit.slice(0, 7)} of ${repository}${left}`, style),
      field('work', workspace, style),
      field('build', folder, style),
    );
  }

  /** Says what takes seconds before the run can begin. */
  prepare(message: string): void {
    this.terminal.print(this.terminal.style.dim(`  … ${message}`));
  }

  /** Takes what the run tells. */
  update(progress: Progress): void {
    this.recent.update(progress);
    const lines = this.tree.update(progress);
    if (progress.kind === 'line') this.line(progress.text, progress.thread);
    if (progress.kind === 'stageBegan' || progress.kind === 'stageEnded') this.window.length = 0;
    this.terminal.print(...lines);
    this.showStatus(progress.kind === 'ended');
  }

  /** What is printed below the stages. */
  closing(record: RunRecord, folder: string, left: readonly string[]): string[] {
    const { style } = this.terminal;
    return [
      '',
      ...realSummaryLines(record, style),
      ...failureCard(record, this.recent, style),
      ...left.map((path) => field('left', style.yellow(`${path} could not be removed`), style)),
      field('build', `${folder} has log, record.json and what was published`, style),
    ];
  }

  private line(text: string, thread: string | undefined): void {
    const label = thread === undefined ? undefined : this.tree.labelOf(thread);
    const line = label === undefined ? `  ${text}` : `  [${label}] ${text}`;
    if (this.withLog || !this.terminal.isInteractive) {
      this.terminal.print(this.terminal.style.dim(line));
      return;
    }
    this.window.push(line);
    if (this.window.length > WINDOW) this.window.shift();
  }

  private showStatus(isOver: boolean): void {
    const { current } = this.tree;
    if (isOver) this.terminal.showStatus();
    else this.terminal.showStatus(...(current === undefined ? [] : [`  … ${current.name}`]), ...this.window);
  }
}

/** What is printed when a run is ended at once. */
export function abandonedLines(folders: readonly string[], style: Style): string[] {
  return [
    style.red('Ended at once: nothing was cleaned up.'),
    ...folders.map((path) =>
      field('left', `${path} and ${path}@tmp, which the next run of this job removes`, style),
    ),
    field('left', 'perhaps containers, images and logins: the next run of this job removes its own', style),
  ];
}
