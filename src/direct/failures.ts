/**
 * Failures as the direct world throws them. The classes mirror Java's: what `catch (Exception e)` of the generated
 * Groovy would see is an {@link OrdinaryError}; everything else passes every `catch` of an author.
 */
import type { Failure } from '../simulator/program';

/** `error(…)`, a failing command, or what `throw new Error(…)` of a pure function becomes. */
export class OrdinaryError extends Error {}

/** FlowInterruptedException: an abort, a timeout, a superseded build. */
export class Interruption extends Error {
  constructor(
    readonly result: 'ABORTED' | 'NOT_BUILT',
    message: string,
  ) {
    super(message);
  }
}

/** NoSuchMethodError: the step's plugin is not installed. */
export class MissingStep extends Error {}

/** A broken rule of the simulator or of the driver: the run is worthless. */
export class Fault extends Error {}

const overflow = 'RangeError: Maximum call stack size exceeded';

/**
 * Whether a `catch` of an author sees it. Members of the language refuse arguments with a RangeError, as their helpers in
 * Groovy do with an Exception: a negative count, too many digits.
 */
export function isOrdinary(thrown: unknown): thrown is Error {
  const text = String(thrown);
  return thrown instanceof OrdinaryError || (text.startsWith('RangeError: ') && text !== overflow);
}

/** The exception that a thread sees for a failure that the simulator hands to it. */
export function toException(failure: Failure): Error {
  switch (failure.kind) {
    case 'error':
      return new OrdinaryError(failure.message);
    case 'interruption':
      return new Interruption(failure.result, failure.message);
    case 'missingStep':
      return new MissingStep(failure.message);
    case 'fault':
      return new Fault(failure.message);
  }
}

/** The failure that left a thread. A TypeError or its like is a defect of ours, so a fault. */
export function toFailure(thrown: unknown): Failure {
  if (thrown instanceof Interruption) {
    return { kind: 'interruption', result: thrown.result, message: thrown.message };
  }
  if (thrown instanceof MissingStep) return { kind: 'missingStep', message: thrown.message };
  if (isOrdinary(thrown)) return { kind: 'error', message: thrown.message };
  if (thrown instanceof Fault) return { kind: 'fault', message: thrown.message };
  // As the engine says it, at another depth: what counts itself never comes so far.
  if (String(thrown) === overflow) {
    return { kind: 'fault', message: 'the calls are nested too deeply' };
  }
  const message = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  return { kind: 'fault', message };
}
