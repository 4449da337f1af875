/** How pipeline code asks for a step in the direct world: it yields a request and is resumed with the outcome. */
import type { Outcome, Value } from '../simulator/program';
import { toException } from './failures';

/** A closure that may use steps; every arrow function of an author except the callbacks of builtins is one. */
export type Body = (...parameters: never[]) => Pipeline<unknown>;

/** An argument of a step before its closures are replaced by markers. */
export type Argument = Value | undefined | Body | readonly Argument[] | { readonly [key: string]: Argument };

/** What a suspended thread asks for. */
export interface Request {
  readonly name: string;
  readonly arguments: readonly Argument[];
  /** `file:line` of the call. */
  readonly location: string;
}

/** Pipeline code in Node: a generator that yields requests and receives outcomes. */
export type Pipeline<Result> = Generator<Request, Result, Outcome>;

/**
 * Suspends until the simulator has carried out the step; returns its value or throws its failure. Groovy's one absence
 * is `null`, an author's is `undefined`.
 */
export function* step(
  name: string,
  parameters: readonly Argument[],
  location: string,
): Pipeline<Exclude<Value, null> | undefined> {
  const outcome = yield { name, arguments: parameters, location };
  if (outcome.kind === 'failure') throw toException(outcome.failure);
  return outcome.value ?? undefined;
}
