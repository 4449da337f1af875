/** The two shapes of a step. */
import type { Value } from '../program';
import type { Execution, StepContext } from '../threads';

/** What a step does: it answers at once, or it waits. */
export type StepImplementation =
  /** Answers at once: the thread goes on before any other thread runs, and no time passes. */
  | { readonly kind: 'immediate'; readonly run: (step: StepContext) => Value }
  /** Waits for time, for its body, for another step. */
  | { readonly kind: 'suspending'; readonly run: (step: StepContext) => Execution };

export const immediate = (run: (step: StepContext) => Value): StepImplementation => ({
  kind: 'immediate',
  run,
});

export const suspending = (run: (step: StepContext) => Execution): StepImplementation => ({
  kind: 'suspending',
  run,
});

/** Virtual milliseconds of an amount with its unit. */
export function milliseconds(amount: number, unit: string): number {
  switch (unit) {
    case 'SECONDS':
      return amount * 1_000;
    case 'MINUTES':
      return amount * 60_000;
    case 'HOURS':
      return amount * 3_600_000;
    default:
      throw new TypeError(`the catalogue knows a unit of time that the simulator does not: ${unit}`);
  }
}
