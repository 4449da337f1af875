/** How pipeline code asks for a step in the direct world: it yields a request and is resumed with the outcome. */
import type { Failure, Value } from '../simulator/program';
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
  /** Asked for by the Jenkinsfile itself, which no dry run of the library changes. */
  readonly ofJenkinsfile?: true;
}

/** How a step ended, as its caller sees it. */
export type Answer =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'failure'; readonly failure: Failure };

/** Pipeline code in Node: a generator that yields requests and receives answers. */
export type Pipeline<Result> = Generator<Request, Result, Answer>;

/** Suspends until the simulator has carried out the step; returns its value or throws its failure. */
export function step(name: string, parameters: readonly Argument[], location: string): Pipeline<unknown> {
  return ask({ name, arguments: parameters, location });
}

/** The same for a step that stands in the Jenkinsfile. */
export function stepOfJenkinsfile(
  name: string,
  parameters: readonly Argument[],
  location: string,
): Pipeline<unknown> {
  return ask({ name, arguments: parameters, location, ofJenkinsfile: true });
}

function* ask(request: Request): Pipeline<unknown> {
  const answer = yield request;
  if (answer.kind === 'failure') throw toException(answer.failure);
  return answer.value;
}
