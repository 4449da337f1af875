/**
 * The members of the language, found by the interface that declares them and their name. A file has the entries of one
 * owner, such as String; from an entry come the library that authors see, the lowering and the tests.
 */
import { builtins } from './all';
import type { ValueKind } from '../analysis/types';
import type { Builtin } from './builtin';

export { builtins } from './all';
export { javaPattern } from './regular-expression';
export type { Builtin, OperandKind } from './builtin';

const byName = new Map(
  builtins.flatMap((each) =>
    [each.owner, ...each.sharedWith].map((owner) => [`${owner}.${each.member}`, each] as const),
  ),
);

/**
 * The entry of a member.
 * @param owner name of the interface that declares it, e.g. `String`, `ReadonlyArray`, `ObjectConstructor`, `Math`
 */
export function builtinFor(owner: string, member: string): Builtin | undefined {
  return byName.get(`${owner}.${member}`);
}

/**
 * The entry of a member of lists, found by its name alone: the checker makes `length` of a tuple itself, without a
 * declaration.
 */
export function memberOfKind(kind: ValueKind, member: string): Builtin | undefined {
  return kind === 'list' ? builtinFor('Array', member) : undefined;
}

/** The entry of a global function: `String(value)`, `Number(text)`. */
export function globalFunction(name: string): Builtin | undefined {
  return byName.get(`global.${name}`);
}
