/**
 * Numbers and objects as the generated Groovy treats them. The twins of what computes, repeats and reads are Numbers.groovy,
 * Text.groovy and Decimals.groovy; an object is a map of Groovy there, without a helper.
 */
import { OrdinaryError } from './failures';

/**
 * The result of arithmetic, without the sign of zero.
 * @throws OrdinaryError when it is not finite, with the text of Numbers.groovy
 */
export function finite(value: number): number {
  if (!Number.isFinite(value))
    throw new OrdinaryError('not a finite number: a division by zero, or too large');
  return value + 0;
}

/**
 * How often a text is to be repeated.
 * @throws OrdinaryError when it is negative, with the text of JavaScript and of Text.groovy
 */
export function count(value: number): number {
  if (Math.trunc(value) < 0) throw new OrdinaryError(`Invalid count value: ${value}`);
  return value;
}

/** An entry that the program gave the object; nothing that JavaScript's objects inherit. */
export function entry<Value>(object: { readonly [key: string]: Value }, key: string): Value | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** Gives the entries of an object that is there. */
export function entriesOf<Value>(
  object: { readonly [key: string]: Value } | undefined,
): ((key: string) => Value | undefined) | undefined {
  return object === undefined ? undefined : (key) => entry(object, key);
}

/** Sets an entry, also one named `__proto__`. */
export function put<Value>(object: { [key: string]: Value }, key: string, value: Value): void {
  Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
}

const readers = {
  Number,
  parseFloat: Number.parseFloat,
  parseInt: (text: string) => Number.parseInt(text, 10),
} as const;

/** A global function that reads a number from a text. */
export type NumberReader = keyof typeof readers;

/** Whether a global function of that name reads a number from a text. */
export function isNumberReader(name: string): name is NumberReader {
  return Object.hasOwn(readers, name);
}

/**
 * The number that a text stands for.
 * @throws OrdinaryError when it is none, or not finite, with the text of Decimals.groovy
 */
export function readNumber(reader: NumberReader, text: string): number {
  const value = readers[reader](text);
  if (!Number.isFinite(value)) throw new OrdinaryError(`not a number: ${JSON.stringify(text)}`);
  return value + 0;
}
