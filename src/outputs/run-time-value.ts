/**
 * What a reader of a program's text knows about a value that the program makes: at a run there are none of these. They are
 * told from maps by a key that no map has.
 */
import type { Argument, ArgumentMap } from './arguments';

const MARK: unique symbol = Symbol('what is known of a value');

/** A value that is computed. */
export interface RunTimeValue {
  readonly [MARK]: 'computed';
  /** What it is for certain; missing when nobody knows. */
  readonly type?: RunTimeType;
  /** Some of the values that it may have: each must be a good one. */
  readonly possible: readonly Argument[];
}

/** What may be known of the type of a value before a run. */
export type RunTimeType = 'string' | 'integer' | 'number' | 'boolean' | 'list' | 'map';

/** A map or a list that may have more in it than is known: entries of another one, a computed key. */
export interface PartlyKnown<
  Known extends ArgumentMap | readonly Argument[] = ArgumentMap | readonly Argument[],
> {
  readonly [MARK]: 'part';
  readonly known: Known;
}

/** A value that only a run knows. @param possible what it may be, where that is known */
export function runTimeValue(type?: RunTimeType, possible: readonly Argument[] = []): RunTimeValue {
  return { [MARK]: 'computed', ...(type !== undefined && { type }), possible };
}

/** A map or list with more in it than is known. */
export function partlyKnown<Known extends ArgumentMap | readonly Argument[]>(
  known: Known,
): PartlyKnown<Known> {
  return { [MARK]: 'part', known };
}

/** Whether only a run knows it. */
export function isRunTimeValue(value: Argument): value is RunTimeValue {
  return markOf(value) === 'computed';
}

/** Whether there may be more in it than is known. */
export function isPartlyKnown(value: Argument): value is PartlyKnown {
  return markOf(value) === 'part';
}

/** The same for named arguments. */
export function isPartlyKnownMap(
  value: ArgumentMap | PartlyKnown<ArgumentMap>,
): value is PartlyKnown<ArgumentMap> {
  return isPartlyKnown(value);
}

function markOf(value: Argument): unknown {
  return typeof value === 'object' && value !== null && MARK in value ? value[MARK] : undefined;
}
