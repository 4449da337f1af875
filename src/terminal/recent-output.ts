/** The last lines that each command has printed, for a report about its failure. */
import type { Progress } from '../simulator/progress';
import type { StepEvent } from '../simulator/record';

const LONGEST = 20;

type StepPlace = Pick<StepEvent, 'thread' | 'sequence'>;

/** The last lines of each command, for the card of a failure. */
export class RecentOutput {
  /** Lines by place of the command. */
  private readonly lines = new Map<string, string[]>();
  /** Place of the command that runs, or ran last, by thread. */
  private readonly current = new Map<string, string>();

  /** Takes what the run tells. */
  update(progress: Progress): void {
    if (progress.kind === 'stepBegan' && progress.event.operation === 'sh') {
      this.current.set(progress.event.thread, keyOf(progress.event));
      this.lines.set(keyOf(progress.event), []);
    } else if (progress.kind === 'line' && progress.thread !== undefined) {
      const lines = this.lines.get(this.current.get(progress.thread) ?? '');
      if (lines === undefined) return;
      lines.push(progress.text);
      if (lines.length > LONGEST) lines.shift();
    }
  }

  /** The last lines of a command, and of the steps behind it until the next one. */
  of(command: StepPlace): readonly string[] {
    return this.lines.get(keyOf(command)) ?? [];
  }
}

function keyOf({ thread, sequence }: StepPlace): string {
  return `${thread} ${sequence}`;
}
