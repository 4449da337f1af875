/** The last lines that the last command of each thread has printed, for a report about its failure. */
import type { Progress } from '../simulator/progress';

const LONGEST = 20;

export class RecentOutput {
  /** Lines by thread. */
  private readonly lines = new Map<string, string[]>();

  update(progress: Progress): void {
    if (progress.kind === 'stepBegan' && progress.event.operation === 'sh') {
      this.lines.set(progress.event.thread, []);
    } else if (progress.kind === 'line' && progress.thread !== undefined) {
      const lines = this.lines.get(progress.thread);
      if (lines === undefined) return;
      lines.push(progress.text);
      if (lines.length > LONGEST) lines.shift();
    }
  }

  /** The lines of the command that ran last in this thread. */
  of(thread: string): readonly string[] {
    return this.lines.get(thread) ?? [];
  }
}
