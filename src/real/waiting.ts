/** How a step waits for what takes real time. */
import { StepFailure } from '../simulator/failures';
import type { StepContext, Suspension } from '../simulator/threads';

/** Steps wait for what never rejects: a failure is a value, and what is thrown at a step is an interruption. */
type Settled<Value> =
  { readonly kind: 'value'; readonly value: Value } | { readonly kind: 'error'; readonly error: unknown };

/**
 * Waits for a promise. An interruption is thrown at once; the promise goes on by itself then.
 * @throws what the promise rejects with
 */
export function* awaited<Value>(
  step: StepContext,
  promise: Promise<Value>,
): Generator<Suspension, Value, void> {
  const settled = yield* settling(step, promise);
  if (settled.kind === 'error') throw settled.error;
  return settled.value;
}

/** {@link awaited} for what has to end, whatever interrupts the step meanwhile. */
export function* awaitedToTheEnd<Value>(
  step: StepContext,
  promise: Promise<Value>,
): Generator<Suspension, Value, void> {
  for (;;) {
    try {
      const settled = yield* settling(step, promise);
      if (settled.kind === 'error') throw settled.error;
      return settled.value;
    } catch (problem) {
      if (!(problem instanceof StepFailure) || problem.failure.kind !== 'interruption') throw problem;
    }
  }
}

function* settling<Value>(
  step: StepContext,
  promise: Promise<Value>,
): Generator<Suspension, Settled<Value>, void> {
  let settled: Settled<Value> | undefined;
  let isWaiting = true;
  const settle = (outcome: Settled<Value>): void => {
    settled = outcome;
    if (isWaiting) step.wake();
  };
  promise.then(
    (value) => settle({ kind: 'value', value }),
    (error: unknown) => settle({ kind: 'error', error }),
  );
  try {
    while (settled === undefined) yield { kind: 'wake' };
    return settled;
  } finally {
    isWaiting = false;
  }
}
