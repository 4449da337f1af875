/** Time that passes. */
import type { Time } from '../simulator/time';

/** The longest delay of a Node timer, 2^31 - 1 milliseconds; whoever waits longer looks again in between. */
const LONGEST_DELAY = 2_147_483_647;

/** The time of a run on this machine: it passes by itself. */
export class RealTime implements Time {
  readonly start = Date.now();
  private readonly began = performance.now();
  private awake: (() => void) | undefined;

  /** By a clock that nobody sets back. */
  get now(): number {
    return Math.round(performance.now() - this.began);
  }

  reach(moment: number | undefined): Promise<void> | undefined {
    const delay = moment === undefined ? LONGEST_DELAY : moment - this.now;
    if (delay <= 0) return undefined;
    return new Promise((resolve) => {
      // Keeps the process alive, too, while nothing else does.
      const timer = setTimeout(resolve, Math.min(delay, LONGEST_DELAY));
      this.awake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  wake(): void {
    this.awake?.();
  }
}
