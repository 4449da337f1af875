/** The run as a tree that grows while it runs: told what begins and ends, it answers with the lines to print. */
import type { Progress, StepBeginning } from '../simulator/progress';
import type { StageRecord, StepEvent } from '../simulator/record';
import { formatDuration } from './duration';
import { describeStep } from './step-text';
import type { Style } from './style';

/** A stage that has begun. */
export type RunningStage = Pick<StageRecord, 'name' | 'thread'>;

interface OpenStage extends RunningStage {
  /** Its own line stands already, above those of its inner stages. */
  headed: boolean;
  /** The last step that failed in it; a step whose body failed only passes the failure on. */
  failed?: StepEvent;
}

const nameColumn = 46;

/**
 * A stage's line is printed when it ends, since only then its duration is known; one with inner stages is announced
 * before the first of them. Stages of parallel branches are marked with the branch.
 */
export class StageTree {
  private readonly open: OpenStage[] = [];
  /** Names of branches by the prefix of their threads. */
  private readonly branches = new Map<string, string>();

  constructor(private readonly style: Style) {}

  /** @returns the lines to print now */
  update(progress: Progress): string[] {
    switch (progress.kind) {
      case 'stepBegan':
        this.stepBegan(progress.event);
        return [];
      case 'stepEnded':
        this.stepEnded(progress.event);
        return [];
      case 'stageBegan':
        return this.stageBegan(progress);
      case 'stageEnded':
        return this.stageEnded(progress.stage);
      case 'stageSkipped': // the stage that ends says so
      case 'line':
      case 'ended':
        return [];
    }
  }

  /** The innermost stage that is running, for a status line. */
  get current(): RunningStage | undefined {
    return this.open.at(-1);
  }

  /** The innermost open stage around a thread, marked with its branch; `undefined` outside all stages. */
  labelOf(thread: string): string | undefined {
    const stage = this.open.findLast((candidate) => isWithin(thread, candidate.thread));
    if (stage === undefined) {
      return undefined;
    }
    const branch = this.branchOf({ name: stage.name, thread });
    return branch === undefined ? stage.name : `${branch}: ${stage.name}`;
  }

  private stepBegan(step: StepBeginning): void {
    if (step.operation !== 'parallel') {
      return;
    }
    Object.entries(step.arguments)
      .filter(([, value]) => value === '<body>')
      .forEach(([name], ordinal) => this.branches.set(`${step.thread}/${step.sequence}.${ordinal}`, name));
  }

  private stepEnded(step: StepEvent): void {
    const stage = this.open.findLast((candidate) => isWithin(step.thread, candidate.thread));
    if (stage === undefined || step.outcome.kind === 'value') {
      return;
    }
    const passedOn = stage.failed?.thread.startsWith(`${step.thread}/${step.sequence}.`) ?? false;
    if (!passedOn) {
      stage.failed = step;
    }
  }

  /** Announces the stages around this one, where that has not been done. */
  private stageBegan(stage: RunningStage): string[] {
    const around = this.around(stage);
    const lines = around
      .filter((outer) => !outer.headed)
      .map((outer) => this.line(outer, '▾', this.style.bold, ''));
    for (const outer of around) {
      outer.headed = true;
    }
    this.open.push({ name: stage.name, thread: stage.thread, headed: false });
    return lines;
  }

  /** The line of the stage, and below it the step that made it fail. */
  private stageEnded(stage: StageRecord): string[] {
    const index = this.open.findLastIndex(
      ({ name, thread }) => name === stage.name && thread === stage.thread,
    );
    const [ended] = index === -1 ? [] : this.open.splice(index, 1);
    const lines = [this.endLine(stage)];
    if (stage.result !== 'SUCCESS' && ended?.failed?.outcome.kind === 'failure') {
      const { failed } = ended;
      const indent = this.indentation(stage);
      const { message } = ended.failed.outcome.failure;
      // `error` has no other purpose than its message.
      const text = failed.operation === 'error' ? message : `${describeStep(failed)}: ${message}`;
      lines.push(...text.split('\n').map((line) => this.style.red(`${indent}    ${line}`)));
    }
    return lines;
  }

  private endLine(stage: StageRecord): string {
    const { dim, green, red, yellow } = this.style;
    if (stage.skipped !== undefined) {
      return this.line(stage, dim('–'), dim, dim(stage.skipped));
    }
    const duration = formatDuration(stage.ended - stage.began);
    switch (stage.result) {
      case 'SUCCESS':
        return this.line(stage, green('✓'), String, duration);
      case 'UNSTABLE':
        return this.line(stage, yellow('!'), String, `${duration}  ${yellow('UNSTABLE')}`);
      case 'FAILURE':
      case 'ABORTED':
      case 'NOT_BUILT':
        return this.line(stage, red('✗'), String, `${duration}  ${red(stage.result)}`);
    }
  }

  private line(stage: RunningStage, mark: string, paint: (name: string) => string, end: string): string {
    const indent = this.indentation(stage);
    const branch = this.branchOf(stage);
    const name = branch === undefined ? stage.name : `[${branch}] ${stage.name}`;
    const padding = end === '' ? '' : ' '.repeat(Math.max(2, nameColumn - indent.length - name.length));
    return `${indent}${mark} ${paint(name)}${padding}${end}`;
  }

  private indentation(stage: RunningStage): string {
    return '  '.repeat(this.around(stage).length + 1);
  }

  private around(stage: RunningStage): OpenStage[] {
    return this.open.filter((outer) => isInside(stage.thread, outer.thread));
  }

  private branchOf(stage: RunningStage): string | undefined {
    const prefixes = [...this.branches.keys()].filter((prefix) => isWithin(stage.thread, prefix));
    const innermost = prefixes.sort((one, other) => other.length - one.length)[0];
    return innermost === undefined ? undefined : this.branches.get(innermost);
  }
}

/** A thread waits while its stage runs, so every thread below it belongs to that stage. */
function isInside(thread: string, outer: string): boolean {
  return thread.startsWith(`${outer}/`);
}

function isWithin(thread: string, outer: string): boolean {
  return thread === outer || isInside(thread, outer) || thread.startsWith(`${outer}#`);
}
