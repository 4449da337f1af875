/** What a run happens on. Nothing but this tells a simulated run from one on a real machine. */
import { implementations } from './steps';
import type { StepImplementation } from './steps/implementation';
import { type Time, VirtualTime } from './time';

/** The clock of a run and what its steps do. */
export interface Machine {
  readonly time: Time;
  /** What every step of the catalogue does, by name. */
  readonly steps: ReadonlyMap<string, StepImplementation>;
}

/** A machine of its own for each simulated run. */
export function simulatedMachine(): Machine {
  return { time: new VirtualTime(), steps: implementations };
}
