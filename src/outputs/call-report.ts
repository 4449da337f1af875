/** What a call of a global variable hears: all its problems as one text, or its warnings. The twin is `Parameters.groovy`. */
import type { GlobalVariableModel } from '../model/model';
import type { ArgumentMap } from './arguments';
import { callProblems, callWarnings } from './parameter-check';

/**
 * Everything that is wrong with a call; `''` when nothing is.
 * @param value the normalised arguments
 * @param environment see {@link callProblems}
 * @param reference address of the page that describes the global variable; `''` when nobody knows it
 */
export function problems(
  { name, parameters }: Pick<GlobalVariableModel, 'name' | 'parameters'>,
  value: ArgumentMap,
  environment?: Parameters<typeof callProblems>[2],
  reference = '',
): string {
  const found = callProblems(parameters, value, environment);
  const more = found.length === 0 || reference === '' ? '' : `\n  see ${reference}`;
  return report(name, 'problem', found) + more;
}

/** What a call should not do any more; `''` when there is nothing. */
export function warnings(
  { name, parameters, deprecated }: Pick<GlobalVariableModel, 'name' | 'parameters' | 'deprecated'>,
  value: ArgumentMap,
): string {
  const own = deprecated === undefined ? [] : [{ path: name, message: `is deprecated: ${deprecated}` }];
  return report(name, 'warning', [...own, ...callWarnings(parameters, value)]);
}

function report(
  name: string,
  what: string,
  found: readonly { readonly path: string; readonly message: string }[],
): string {
  if (found.length === 0) return '';
  const width = Math.max(24, ...found.map(({ path }) => path.length + 2));
  const lines = found.map(({ path, message }) => `  ${path.padEnd(width)}${message}`);
  return [`${name}: ${found.length} ${what}${found.length === 1 ? '' : 's'}`, ...lines].join('\n');
}
