/** What a Jenkinsfile can pass to a global variable, as plain data. */
import { isPartlyKnown, isRunTimeValue, type PartlyKnown, type RunTimeValue } from './run-time-value';

/**
 * What a Jenkinsfile can hand over, after {@link normalise}; a function stands for a closure. Its text alone says what is
 * computed only in part.
 */
export type Argument =
  | null
  | undefined
  | boolean
  | number
  | string
  | (() => void)
  | readonly Argument[]
  | { readonly [key: string]: Argument }
  | RunTimeValue
  | PartlyKnown;

/** Named arguments, or a map among them. */
export type ArgumentMap = { readonly [key: string]: Argument };

/** Deep copy in which maps have no null values: null means absent, so that defaults apply as in TypeScript. */
export function normalise(value: ArgumentMap): ArgumentMap;
export function normalise(value: Argument): Argument;
export function normalise(value: Argument): Argument {
  if (isList(value)) return value.map((element) => normalise(element));
  if (!isMap(value)) return value ?? null;
  const present = Object.entries(value).filter(([, entry]) => entry !== null && entry !== undefined);
  return Object.fromEntries(present.map(([key, entry]) => [key, normalise(entry)]));
}

/** Whether it is a list that is known whole. */
export function isList(value: Argument): value is readonly Argument[] {
  return Array.isArray(value);
}

/** Whether it is a map that is known whole. */
export function isMap(value: Argument): value is ArgumentMap {
  if (isRunTimeValue(value) || isPartlyKnown(value)) return false;
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** How messages name a part of the arguments: `trivy.severity`. */
export function pathTo(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}
