/**
 * `groovy-out/api.json`: what the global variables take, as data for tools that know the built library alone. Its schema is
 * `api.schema.json`, `read-api` reads it; `formatVersion` grows when a reader of the version before would misunderstand it.
 */
import type { GlobalVariableModel } from '../model/model';
import { generatedFrom } from './header';
import { memoized } from './memoized';

/** Path of the file inside the library. */
export const API_PATH = 'api.json';

/** Path, inside the library, of what `gig-ci check` runs: the functions that say how arguments contradict each other. */
export const CONTRADICTIONS_PATH = 'contradictions.js';

/** The version that is written. */
export const FORMAT_VERSION = 1;

/** The global variables of a built library, by name. */
export interface Api {
  readonly formatVersion: typeof FORMAT_VERSION;
  readonly variables: readonly GlobalVariableModel[];
}

/** The text of the file. JSON has no comments, so the line that marks generated files is a value. */
export function apiText(models: readonly GlobalVariableModel[]): string {
  const variables = models.toSorted((one, other) => (one.name < other.name ? -1 : 1));
  const head = { generated: generatedFrom('vars/*.ts'), formatVersion: FORMAT_VERSION, variables: [] };
  const list = variables.length === 0 ? '[]' : `[\n${variables.map(variableText).join(',\n')}\n  ]`;
  return `${JSON.stringify(head, undefined, 2).replace('[]', () => list)}\n`;
}

/** The text of one as an element of the list: JSON breaks no line within a text. */
const variableText = memoized(
  (model: GlobalVariableModel): string =>
    `    ${JSON.stringify(model, undefined, 2).replaceAll('\n', '\n    ')}`,
);
