/** What is wrong with a single text or number, and how a problem shows a value. */
import type { TypeModel } from '../model/model';
import { isList, isMap, type Argument } from './arguments';
import { isPartlyKnown, isRunTimeValue } from './run-time-value';

/**
 * Which rule of a definition is broken, by the keyword that JSON Schema has for it. `const`: only `false` or a map fits;
 * `conflicts`: something else is given that excludes it.
 */
export type Rule =
  | 'additionalProperties'
  | 'conflicts'
  | 'const'
  | 'enum'
  | 'maxLength'
  | 'maximum'
  | 'minItems'
  | 'minLength'
  | 'minimum'
  | 'pattern'
  | 'required'
  | 'type'
  | 'uniqueItems';

/** One thing that is wrong with a call. */
export interface CallProblem {
  /** `trivy.severity`, `apps[1]`. */
  readonly path: string;
  readonly rule: Rule;
  readonly message: string;
  /** The names or texts that fit there, where one of them may have been meant. */
  readonly known?: readonly string[];
  /** The one of them that was probably meant. */
  readonly nearest?: string | undefined;
  /** The value that is wrong; missing where it is the name that is wrong, or missing itself. */
  readonly given?: Argument;
}

/** The types of one kind. */
export type TypeOf<Kind extends TypeModel['kind']> = Extract<TypeModel, { kind: Kind }>;

/** A value of a parameter as a problem shows it: of a secret its type alone. */
export function shown({ secret }: TypeOf<'string'>, value: Argument): string {
  if (secret !== true || typeof value === 'object' || typeof value === 'function') return show(value);
  if (typeof value === 'number') return 'a number';
  return typeof value === 'string' ? 'a string' : 'true or false';
}

/** Lengths count characters, not the halves that some take in JavaScript and Java. */
export function* stringProblems(path: string, type: TypeOf<'string'>, value: string): Generator<CallProblem> {
  const { pattern, minLength, maxLength } = type;
  if (pattern !== undefined && !new RegExp(pattern, 'u').test(value)) {
    const message = `does not match ${pattern}: ${shown(type, value)}`;
    yield { path, rule: 'pattern', message, given: value };
  }
  if (minLength !== undefined && Array.from(value).length < minLength) {
    yield {
      path,
      rule: 'minLength',
      message: `is shorter than ${minLength} characters: ${shown(type, value)}`,
      given: value,
    };
  }
  if (maxLength !== undefined && Array.from(value).length > maxLength) {
    yield { path, rule: 'maxLength', message: `is longer than ${maxLength} characters`, given: value };
  }
}

/** A number below or above its limits. */
export function* rangeProblems(
  path: string,
  type: TypeOf<'integer' | 'number'>,
  value: number,
): Generator<CallProblem> {
  if (type.minimum !== undefined && value < type.minimum) {
    yield { path, rule: 'minimum', message: `is less than ${type.minimum}: ${show(value)}`, given: value };
  }
  if (type.maximum !== undefined && value > type.maximum) {
    yield { path, rule: 'maximum', message: `is more than ${type.maximum}: ${show(value)}`, given: value };
  }
}

/** A value as a problem shows it. */
export function show(value: Argument): string {
  if (isPartlyKnown(value)) return show(value.known);
  if (isRunTimeValue(value))
    return value.type === 'integer' ? 'a whole number' : `a ${value.type ?? 'value'}`;
  if (typeof value === 'function') return 'a closure';
  if (isList(value)) return 'a list';
  if (isMap(value)) return 'a map';
  if (typeof value !== 'string') return String(value);
  return value.length > 60 ? `'${value.slice(0, 60)}…'` : `'${value}'`;
}
