/** withEnv. */
import { stepError } from '../failures';
import type { Execution, StepContext } from '../threads';
import { textOf } from '../values';

/** Sets variables for the body; how a name, an empty value and `PATH+X` are taken: see {@link Environment}. */
export function* withEnv(step: StepContext): Execution {
  const variables: [string, string][] = [];
  for (const item of step.given.list('overrides')) {
    const text = textOf(item);
    const split = text.indexOf('=');
    // The constructor of EnvStep throws IllegalArgumentException with the item as its only text.
    if (split === -1) throw stepError(text);
    variables.push([text.slice(0, split), text.slice(split + 1)]);
  }
  return yield* step.run({ environment: step.environment.overridden(variables) });
}
