/** Finds what a step is and does, and binds what it was called with. */
import { suggestion } from '../diagnostics/nearest-name';
import { steps as definitions } from '../jenkins';
import type { StepDefinition } from '../jenkins/steps/step';
import { bind, type Call } from './arguments';
import type { Machine } from './machine';
import type { Value } from './program';
import type { StepImplementation } from './steps/implementation';

/** A step of the catalogue with the arguments of one call. */
export interface Dispatch {
  readonly definition: StepDefinition;
  readonly implementation: StepImplementation;
  readonly call: Call;
}

/** Looks a step up and binds its arguments; a text says what is wrong. */
export function dispatch(
  name: string,
  raw: readonly Value[],
  implementations: Machine['steps'],
): Dispatch | string {
  const definition = definitions.get(name);
  const implementation = implementations.get(name);
  if (definition === undefined || implementation === undefined) {
    return `unknown step '${name}'${suggestion(name, [...definitions.keys()])}`;
  }
  const call = bind(definition, raw);
  return typeof call === 'string' ? call : { definition, implementation, call };
}
