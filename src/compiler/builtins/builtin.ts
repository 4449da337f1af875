/**
 * The shape of an entry: one member of the language that authors may use. From the entries come the library that
 * authors see, the lowering, the reference table and the tests; there is no second list.
 */
import { descendantsOf } from '../../groovy/children';
import * as groovy from '../../groovy/factory';
import type { Closure, Expression, Statement } from '../../groovy/tree';

/**
 * What is known about an operand at compile time. `text`: provably a string, so that shorter Groovy is exact.
 * `objectList`: a list with objects in it or in its lists.
 * `pattern`: a regular expression literal, lowered to a string by `javaPattern`; `globalPattern` has the flag `g`.
 */
export type OperandKind =
  'text' | 'number' | 'textList' | 'objectList' | 'pattern' | 'globalPattern' | 'other';

/** A use of a member, with its operands already lowered. */
export interface BuiltinCall {
  /** What stands in front of the dot; nothing for static members such as `Math.floor` and global functions. */
  readonly receiver: Expression;
  readonly receiverKind: OperandKind;
  readonly args: readonly Expression[];
  readonly argKinds: readonly OperandKind[];
}

/** A use that has no exact counterpart. */
export interface Refusal {
  readonly kind: 'refusal';
  /** Completes "cannot be compiled: …"; no full stop. */
  readonly reason: string;
}

/** The function that an argument is. Its parameters are those that the author wrote, at most `arity`. */
interface Callback {
  /** Position among the arguments. */
  readonly parameter: number;
  /** How many parameters it may have. */
  readonly arity: number;
  /** What it returns. A `boolean` is tested, so the compiler must make one. */
  readonly result: 'boolean' | 'number' | 'list' | 'value' | 'nothing';
}

/** An expression, or statements that end in `return`, and what it gives. */
type Example = readonly [source: string, result: unknown];

/** What kind of hostile values the fuzzer makes for an operand. */
export type Domain =
  | 'text'
  | 'separator'
  | 'numeral'
  | 'number'
  | 'index'
  | 'count'
  | 'digits'
  | 'ten'
  | 'list'
  | 'lists'
  | 'set'
  | 'size'
  | 'record'
  | 'pairs'
  | 'value'
  | 'scalar';

/** What an entry says besides its signature. */
export interface Details {
  readonly summary: string;
  /** `pure`: with its callback it is refused in pipeline functions, because that cannot be suspended. */
  readonly colour: 'any' | 'pure';
  readonly groovy: (call: BuiltinCall) => Expression | Refusal;
  readonly callback?: Callback;
  /** It changes its receiver, which nothing may visit meanwhile. */
  readonly changes?: true;
  /** How the Java or Groovy method of that name differs: why it is not simply called. */
  readonly differs?: string;
  /** What JavaScript takes or gives beyond this. */
  readonly narrower?: string;
  readonly examples: readonly Example[];
  /** Sources that look allowed and are refused, with the code of the diagnostic. */
  readonly refused?: readonly (readonly [source: string, code: string])[];
  readonly domain: { readonly receiver?: Domain; readonly args: readonly Domain[] };
}

/** A member of the language. */
export interface Builtin extends Details {
  /** The interface that declares it, e.g. `String`, `Array`, `ObjectConstructor`; `global` for a function. */
  readonly owner: string;
  readonly member: string;
  /** As it stands in the library, e.g. `split(separator: string): string[]`. */
  readonly signature: string;
  /** Interfaces that declare it, too: `Array` shares its reading members with `ReadonlyArray`. */
  readonly sharedWith: readonly string[];
}

/** Defines an entry. */
export function builtin(owner: string, signature: string, details: Details): Builtin {
  const member = /^\w+/.exec(signature)?.[0];
  if (member === undefined) {
    throw new RangeError(`no member name in '${signature}'`);
  }
  return { owner, member, signature, sharedWith: [], ...details };
}

/** Defines a member that reads a list or a set, for the interface that may change it and for the other. */
export function readingBuiltin(owner: 'Array' | 'Set', signature: string, details: Details): Builtin {
  return { ...builtin(owner, signature, details), sharedWith: [`Readonly${owner}`] };
}

/** Defines a member that reads a list. */
export function listBuiltin(signature: string, details: Details): Builtin {
  return readingBuiltin('Array', signature, details);
}

/** A use that has no exact counterpart. */
export function refuse(reason: string): Refusal {
  return { kind: 'refusal', reason };
}

/** Calls a static method of a runtime helper: `helper('Text.split', receiver, separator)`. */
export function helper(name: string, ...positional: readonly Expression[]): Expression {
  const [className, method] = name.split('.');
  if (className === undefined || method === undefined) {
    throw new RangeError(`a helper is named Class.method, not ${name}`);
  }
  return groovy.staticCall(className, method, ...positional);
}

/** A lowering that calls a helper with receiver and arguments. */
export function byHelper(name: string): Details['groovy'] {
  return ({ receiver, args }) => helper(name, receiver, ...args);
}

/** A lowering of a static member that calls a helper with the arguments. */
export function byStaticHelper(name: string): Details['groovy'] {
  return ({ args }) => helper(name, ...args);
}

/** A lowering that calls the method of the receiver that means the same. */
export function byMethod(name: string): Details['groovy'] {
  return ({ receiver, args }) => groovy.methodCall(receiver, name, args);
}

/** A lowering to a method of Groovy that takes a closure of one parameter: `xs.collect { x -> … }`. */
export function byClosureMethod(name: string): Details['groovy'] {
  return ({ receiver, args: [callback, ...others] }) => {
    if (callback?.kind !== 'closure') {
      return refuse('its callback is not written in place');
    }
    const [list, closure] =
      callback.parameters.length > 1 ? withIndex(receiver, callback) : [receiver, callback];
    return groovy.methodCall(list, name, others, { trailing: withParameters(closure, 1) });
  };
}

/** The callback with at least so many parameters: a closure is called with exactly what it declares. */
export function withParameters(closure: Closure, count: number): Closure {
  const missing = ['ignored', 'alsoIgnored'].slice(closure.parameters.length, count);
  const added = missing.map((name) => groovy.parameter(unusedIn(closure, name)));
  return { ...closure, parameters: [...closure.parameters, ...added] };
}

/** The name, or one like it that the closure does not mention. */
function unusedIn(closure: Closure, name: string): string {
  const mentioned = new Set(
    descendantsOf(closure).flatMap((node) => (node.kind === 'identifier' ? [node.name] : [])),
  );
  let unused = name;
  for (let count = 2; mentioned.has(unused); count++) {
    unused = `${name}${count}`;
  }
  return unused;
}

/**
 * Gives a callback the index as well. The closure takes pairs, because Groovy passes the element alone:
 *
 *     Lists.entries(xs).collect { entry ->
 *         def index = entry[0]
 *         def x = entry[1]
 */
export function withIndex(receiver: Expression, callback: Closure): readonly [Expression, Closure] {
  const pair = unusedIn(callback, 'indexAndElement');
  const [element, index] = callback.parameters;
  const declare = (name: string | undefined, position: number): readonly Statement[] =>
    name === undefined
      ? []
      : [groovy.variable(name, groovy.index(groovy.identifier(pair), groovy.number(position)))];
  const body = [...declare(element?.name, 1), ...declare(index?.name, 0), ...callback.body];
  return [helper('Lists.entries', receiver), { ...callback, parameters: [groovy.parameter(pair)], body }];
}
