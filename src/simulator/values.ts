/** Values as they are told apart and as the record keeps them. */
import type { BodyMarker, SymbolMarker, Value } from './program';

/** A map of a program's values; in the direct world an absent value may stand as `undefined`. */
export interface ValueMap {
  readonly [key: string]: Value;
}

/** Whether a value is a map: no list, and not absent. */
export function isMap(value: Value): value is ValueMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a value is a list. */
export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

/** Whether a value stands for a closure, the body of a step. */
export function isBody(value: Value): value is BodyMarker & ValueMap {
  return isMap(value) && typeof value['$body'] === 'number';
}

/** Whether a value describes another one for a step, as `agent()` does. */
export function isSymbol(value: Value): value is SymbolMarker {
  return isMap(value) && typeof value['$symbol'] === 'string';
}

/** Names of the describables in a value, e.g. of the bindings that `withCredentials` is given. */
export function symbolsIn(value: Value): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap(symbolsIn);
  return isSymbol(value) ? [value.$symbol, ...inside] : inside;
}

/** The elements of a list; none where it is left out. */
export function listOf(value: Value | undefined): readonly Value[] {
  return value !== undefined && isList(value) ? value : [];
}

/** The first element of a list of maps; an empty map where there is none. */
export function firstMap(list: Value | undefined): ValueMap {
  const [first] = listOf(list);
  return first !== undefined && isMap(first) ? first : {};
}

/** An argument that the catalogue declares as a text. */
export function textOf(value: Value | undefined): string {
  if (typeof value !== 'string') throw new TypeError('an argument is not declared as a text');
  return value;
}

/** Names the text of a resource script instead of repeating it; `undefined` for any other text. */
export type ResourceNames = (text: string) => string | undefined;

/** A copy for the record, which nobody changes later: closures as `<body>`, resource scripts as `<resource path>`. */
export function recorded(value: Value, resourceName: ResourceNames): Value {
  if (typeof value === 'string') {
    // Every resource script begins with `#!`; other texts need no look-up.
    if (!value.startsWith('#!')) return value;
    const path = resourceName(value);
    return path === undefined ? value : `<resource ${path}>`;
  }
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return value.map((element) => recorded(element, resourceName));
  if (isBody(value)) return '<body>';
  return recordedMap(value, resourceName);
}

/** {@link recorded} for the arguments of a step. */
export function recordedMap(map: ValueMap, resourceName: ResourceNames): ValueMap {
  const copy: { [key: string]: Value } = {};
  for (const key of Object.keys(map)) {
    const value = map[key];
    if (value !== undefined) copy[key] = recorded(value, resourceName);
  }
  return copy;
}
