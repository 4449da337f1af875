/**
 * The library of the language that authors see in place of TypeScript's own: the types that the checker itself needs,
 * and the members that have an exact Groovy counterpart. What is not here does not exist for the editor, either.
 */
import { builtins } from './all';
import type { Builtin } from './builtin';

/** Types that TypeScript needs for literals, functions, `for … of`, spread, destructuring and tagged templates. */
const core = `/// <reference no-default-lib="true"/>

interface Boolean {}
interface CallableFunction extends Function {}
interface Function {}
interface IArguments {}
interface NewableFunction extends Function {}
interface Object {}
interface Symbol {}

interface SymbolConstructor {
  readonly iterator: unique symbol;
}
declare const Symbol: SymbolConstructor;

interface IteratorYieldResult<Value> {
  readonly done?: false;
  readonly value: Value;
}
interface IteratorReturnResult<Return> {
  readonly done: true;
  readonly value: Return;
}
type IteratorResult<Value, Return = unknown> = IteratorYieldResult<Value> | IteratorReturnResult<Return>;
interface Iterator<Value, Return = unknown, Next = unknown> {
  next(...values: [] | [Next]): IteratorResult<Value, Return>;
}
interface Iterable<Value, Return = unknown, Next = unknown> {
  [Symbol.iterator](): Iterator<Value, Return, Next>;
}
interface IterableIterator<Value, Return = unknown, Next = unknown> extends Iterator<Value, Return, Next> {
  [Symbol.iterator](): IterableIterator<Value, Return, Next>;
}

interface TemplateStringsArray extends ReadonlyArray<string> {
  readonly raw: readonly string[];
}

/** What \`throw new Error(message)\` makes and \`catch\` sees. */
interface Error {
  /** What went wrong. */
  readonly message: string;
}
interface ErrorConstructor {
  new (message: string): Error;
}
declare const Error: ErrorConstructor;

type PropertyKey = string | number | symbol;
/** The type with every property optional. */
type Partial<Type> = { [Key in keyof Type]?: Type[Key] };
/** The type with every property required. */
type Required<Type> = { [Key in keyof Type]-?: Type[Key] };
/** The type with every property read-only. */
type Readonly<Type> = { readonly [Key in keyof Type]: Type[Key] };
/** The type with these properties only. */
type Pick<Type, Key extends keyof Type> = { [Each in Key]: Type[Each] };
/** An object with these keys. */
type Record<Key extends PropertyKey, Value> = { [Each in Key]: Value };
/** The members of a union that are not among the others. */
type Exclude<Type, Other> = Type extends Other ? never : Type;
/** The members of a union that are among the others. */
type Extract<Type, Other> = Type extends Other ? Type : never;
/** The type without these properties. */
type Omit<Type, Key extends PropertyKey> = Pick<Type, Exclude<keyof Type, Key>>;
/** The members of a type whose \`===\` compares contents in Groovy, too. */
type Comparable<Type> = Type extends string | number | boolean | undefined ? Type : never;
/** The type without \`undefined\`. */
type NonNullable<Type> = Type & {};
`;

/** An interface that entries fill. */
interface Owner {
  /** With its type parameters. */
  readonly declaration: string;
  /** Members that are syntax and no entries. */
  readonly syntax?: readonly string[];
  /** The global variable of that type. */
  readonly global?: string;
}

/** In the order in which they stand in the library. */
const owners: { readonly [owner: string]: Owner } = {
  String: { declaration: 'interface String' },
  ReadonlyArray: {
    declaration: 'interface ReadonlyArray<T>',
    syntax: ['readonly [index: number]: T;', '[Symbol.iterator](): IterableIterator<T>;'],
  },
  Array: {
    declaration: 'interface Array<T>',
    syntax: ['[index: number]: T;', '[Symbol.iterator](): IterableIterator<T>;'],
  },
  ReadonlySet: {
    declaration: 'interface ReadonlySet<T extends string>',
    syntax: ['[Symbol.iterator](): IterableIterator<T>;'],
  },
  Set: {
    declaration: 'interface Set<T extends string>',
    syntax: ['[Symbol.iterator](): IterableIterator<T>;'],
  },
  Number: { declaration: 'interface Number' },
  RegExp: { declaration: 'interface RegExp' },
  StringConstructor: { declaration: 'interface StringConstructor', global: 'String' },
  NumberConstructor: { declaration: 'interface NumberConstructor', global: 'Number' },
  ArrayConstructor: { declaration: 'interface ArrayConstructor', global: 'Array' },
  SetConstructor: { declaration: 'interface SetConstructor', global: 'Set' },
  ObjectConstructor: { declaration: 'interface ObjectConstructor', global: 'Object' },
  Math: { declaration: 'interface Math', global: 'Math' },
  JSON: { declaration: 'interface JSON', global: 'JSON' },
};

/** The text of the library: a declaration file without a default library. */
export function languageDeclarations(): string {
  const interfaces = Object.entries(owners).map(([name, { declaration, syntax = [], global }]) => {
    const members = builtins.filter((each) => declares(name, each)).map(memberDeclaration);
    const body = [...syntax.map((line) => `  ${line}`), ...members].join('\n');
    const variable = global === undefined ? '' : `declare const ${global}: ${name};\n`;
    return `${declaration} {\n${body}\n}\n${variable}`;
  });
  const functions = builtins
    .filter(isFunction)
    .map((each) => `${noteOf(each)}\ndeclare function ${each.signature};\n`);
  return [core, ...interfaces, ...functions].join('\n');
}

/** A global function that is no constructor: `parseInt`. */
function isFunction({ owner, member }: Builtin): boolean {
  return owner === 'global' && !Object.values(owners).some(({ global }) => global === member);
}

/** Whether an interface declares a member; a global function is the call signature of its constructor. */
function declares(owner: string, { owner: own, sharedWith, member }: Builtin): boolean {
  return own === 'global' ? owners[owner]?.global === member : own === owner || sharedWith.includes(owner);
}

function memberDeclaration(entry: Builtin): string {
  const { owner, member, signature } = entry;
  const isProperty = /^\w+:/.test(signature);
  const declaration = owner === 'global' ? signature.slice(member.length) : signature;
  return `  ${noteOf(entry)}\n  ${isProperty ? 'readonly ' : ''}${declaration};`;
}

/** What an editor shows. */
function noteOf({ summary, colour, differs, narrower }: Builtin): string {
  const notes = [
    summary,
    ...(colour === 'pure' ? ['Only in functions that use no step.'] : []),
    ...(narrower === undefined ? [] : [`Unlike in JavaScript: ${narrower}.`]),
    ...(differs === undefined ? [] : [`(${differs}; gig-ci does what JavaScript does.)`]),
  ];
  return `/** ${notes.join(' ')} */`;
}
