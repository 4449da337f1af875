/** What the text of a Jenkinsfile says about a value. */
import type { Key } from './arguments';
import type { Range, SyntaxProblem } from './tokens';

/** What a computed value is for certain. */
export type KnownType = 'string' | 'integer' | 'number' | 'boolean' | 'list' | 'map';

/** An entry of a map. */
export interface Entry {
  readonly key: Key;
  readonly value: Value;
}

/** What is known of an expression without running it, and where it stands. */
export type Value = Range &
  (
    | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
    /** `isOpen`: another list is spread into it. */
    | { readonly kind: 'list'; readonly elements: readonly Value[]; readonly isOpen: boolean }
    /** `isOpen`: it has a computed key, or another map is spread into it or added to it. */
    | { readonly kind: 'map'; readonly entries: readonly Entry[]; readonly isOpen: boolean }
    | { readonly kind: 'closure' }
    | { readonly kind: 'variable'; readonly name: string }
    /** `possible`: values that it may have; no others, where they are `all`. */
    | {
        readonly kind: 'computed';
        readonly type?: KnownType;
        readonly possible: readonly Value[];
        readonly all: boolean;
      }
  );

/** What reading a value needs besides its text. */
export interface Reading {
  /** Takes what is no Groovy. */
  readonly problems: SyntaxProblem[];
  /** What a variable stands for at an offset, where that is known. */
  readonly valueOf: (name: string, offset: number) => Value | undefined;
}

/** For a value that must say everything itself. */
export function withoutVariables(): Reading {
  return { problems: [], valueOf: () => undefined };
}

/** A literal of a map. */
export type MapValue = Extract<Value, { kind: 'map' }>;
/** A literal of a list. */
export type ListValue = Extract<Value, { kind: 'list' }>;

/** What a variable stands for; anything else as it is. */
export function resolved(value: Value, { valueOf }: Reading): Value {
  return value.kind === 'variable' ? (valueOf(value.name, value.start) ?? value) : value;
}

/** The type that a value has for certain. */
export function typeOf(value: Value): KnownType | undefined {
  switch (value.kind) {
    case 'literal':
      if (typeof value.value === 'number') return Number.isInteger(value.value) ? 'integer' : 'number';
      if (typeof value.value === 'string') return 'string';
      return value.value === null ? undefined : 'boolean';
    case 'list':
    case 'map':
      return value.kind;
    case 'computed':
      return value.type;
    case 'closure':
    case 'variable':
      return undefined;
  }
}

/** A value of which only a run knows more. */
export function computed({ start, end }: Range, type?: KnownType, possible: readonly Value[] = []): Value {
  return { kind: 'computed', ...(type !== undefined && { type }), possible, all: false, start, end };
}

/** One of several values. */
export function oneOf({ start, end }: Range, possible: readonly Value[]): Value {
  return { kind: 'computed', possible, all: true, start, end };
}
