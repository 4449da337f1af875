/** Whose time a run takes: simulated time jumps, the time of a machine passes. */

/** A clock, and how to wait for it; in milliseconds. */
export interface Time {
  /** Milliseconds since 1970 at which the run began. */
  readonly start: number;
  /** Milliseconds since the run began. */
  readonly now: number;
  /**
   * Goes to a moment.
   * @param moment milliseconds since the run began; `undefined`: nothing is due, only what comes from outside can help
   * @returns `undefined` when `now` is that moment, or never will be; a promise when somebody has to wait: afterwards it
   * is the moment, or something came from outside before
   */
  reach(moment: number | undefined): Promise<void> | undefined;
  /** Something came from outside: whoever waits looks again. */
  wake(): void;
}

/** 2026-02-01T09:00:00Z: when every simulated run begins. */
const virtualStart = Date.UTC(2026, 1, 1, 9, 0, 0);

/** Time that nobody waits for. */
export class VirtualTime implements Time {
  readonly start = virtualStart;
  now = 0;

  reach(moment: number | undefined): undefined {
    if (moment !== undefined) this.now = moment;
  }

  wake(): void {
    // Nothing comes from outside.
  }
}
