/**
 * The flow primitives of `gig-ci/jenkins` for the direct world. Their Groovy twin is `src/runtime/Flow.groovy`: both
 * must ask for the same steps in the same order.
 */
import { Interruption, MissingStep, OrdinaryError } from './failures';
import { step, type Body, type Pipeline } from './requests';
import type { Session } from './program';

type Outcome = 'SUCCESS' | 'UNSTABLE' | 'FAILED' | 'ABORTED';
type Done = (outcome: Outcome) => Pipeline<unknown>;

/**
 * Runs the body, then `done` with how it ended. The outcome starts as FAILED and becomes better only at the very end,
 * because a missing plugin throws what no `catch (Exception)` sees.
 */
export function* withOutcome(session: Session, body: Body, done: Done, location: string): Pipeline<void> {
  let outcome: Outcome = 'FAILED';
  let first: { readonly thrown: unknown } | undefined;
  try {
    yield* body();
    const result = session.context?.build.currentResult ?? 'SUCCESS';
    // A publisher may make the build a failure and return.
    if (result === 'SUCCESS' || result === 'UNSTABLE') outcome = result;
  } catch (thrown) {
    first = { thrown };
    if (thrown instanceof Interruption) outcome = 'ABORTED';
  }
  try {
    yield* done(outcome);
  } catch (thrown) {
    if (thrown instanceof Interruption) {
      yield* done('ABORTED');
      throw thrown;
    }
    if (first === undefined) throw thrown;
    yield* reportMasked(thrown, location);
  }
  if (first !== undefined) throw first.thrown;
}

/** Runs the body under `timeout`. Being late by the clock is a failure; any other interruption passes through. */
export function* withDeadline(
  session: Session,
  minutes: number,
  what: string,
  remedy: string,
  body: Body,
  location: string,
): Pipeline<unknown> {
  const now = (): number => session.context?.time ?? 0;
  const deadline = now() + minutes * 60_000;
  try {
    return yield* step('timeout', [{ time: minutes, unit: 'MINUTES' }, body], location);
  } catch (thrown) {
    if (thrown instanceof Interruption && now() >= deadline) {
      const limit = `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;
      yield* step(
        'error',
        [`${what} took longer than ${limit}${remedy === '' ? '' : `. ${remedy}`}`],
        location,
      );
    }
    throw thrown;
  }
}

/** Runs the body; a missing plugin of that step is said and answered with `false`. */
export function* ifInstalled(name: string, body: Body, location: string): Pipeline<boolean> {
  try {
    yield* body();
    return true;
  } catch (thrown) {
    if (!(thrown instanceof MissingStep && thrown.message.includes(`'${name}'`))) throw thrown;
    yield* step('echo', [`${name} is not installed: left out`], location);
    return false;
  }
}

/**
 * What a `finally` block does with a failure of its own: an interruption wins, an ordinary error is only said when
 * there is a first one that it would mask.
 */
export function* inFinally(
  first: { readonly thrown: unknown } | undefined,
  later: unknown,
  location: string,
): Pipeline<void> {
  if (first === undefined || !(later instanceof OrdinaryError)) throw later;
  yield* reportMasked(later, location);
}

function* reportMasked(later: unknown, location: string): Pipeline<void> {
  if (!(later instanceof OrdinaryError)) throw later;
  yield* step('echo', [`Failed while cleaning up, too: ${later.message}`], location);
}
