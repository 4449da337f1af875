/** sleep, timeout, retry. */
import { agentRemoved, StepFailure, timeoutExceeded } from '../failures';
import type { Failure } from '../program';
import type { Execution, StepContext } from '../threads';
import { isSymbol } from '../values';
import { milliseconds } from './implementation';

/** Lets virtual time pass; in seconds unless `unit` says otherwise. */
export function* sleep(step: StepContext): Execution {
  const { given } = step;
  yield* step.wait(milliseconds(given.number('time'), given.optionalText('unit') ?? 'SECONDS'));
  return null;
}

/** Interrupts what runs in the body when the time is over; the step ends when the body does (TimeoutStepExecution). */
export function* timeout(step: StepContext): Execution {
  const { given } = step;
  const limit = milliseconds(given.number('time'), given.optionalText('unit') ?? 'MINUTES');
  const timer = step.after(limit, () => {
    step.print('Cancelling nested steps due to timeout');
    step.expired = true;
    step.interruptBodies(timeoutExceeded);
  });
  try {
    return yield* step.run();
  } finally {
    timer.cancelled = true;
  }
}

/** Runs the body again when it fails for a cause that is worth it (RetryStepExecution). */
export function* retry(step: StepContext): Execution {
  const count = step.given.number('count');
  const conditions = step.given
    .list('conditions')
    .flatMap((value) => (isSymbol(value) ? [value.$symbol] : []));
  for (let attempt = 1; ; attempt += 1) {
    try {
      return yield* step.run();
    } catch (problem) {
      if (!(problem instanceof StepFailure) || attempt >= count) throw problem;
      if (!isWorthRetry(step, problem.failure, conditions)) throw problem;
      step.print(`ERROR: ${problem.message}`);
      step.print('Retrying');
    }
  }
}

function isWorthRetry(step: StepContext, failure: Failure, conditions: readonly string[]): boolean {
  if (failure.kind === 'interruption' && isActual(step, failure.message)) return false;
  if (conditions.length === 0) return true;
  // `nonresumable()` is about restarts of the controller, which no scenario has.
  return (
    conditions.includes('agent') &&
    failure.kind === 'interruption' &&
    failure.message === agentRemoved.message
  );
}

/**
 * FlowInterruptedException.isActualInterruption: the loss of an agent is none, and a timeout is one no longer outside its
 * own `timeout`.
 */
function isActual(step: StepContext, message: string): boolean {
  if (message === agentRemoved.message) return false;
  if (message !== timeoutExceeded.message) return true;
  for (const around of step.around()) {
    if (around.expired) return true;
  }
  return false;
}
