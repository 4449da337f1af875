/**
 * Values under the type of an object. To TypeScript a text has a property `length` and passes for `{ length: number }`, and a
 * list for `object`; Groovy holds such a place to be a map.
 */
import ts from 'typescript';
import { problems } from '../../diagnostics/catalogue';
import type { Problem } from '../../diagnostics/problem';
import { builtins } from '../builtins';
import { languageFile } from '../load';
import { partsOf } from './type-walk';
import { isIterable, kindOf, membersOf, typeText, type ValueKind } from './types';

/** Names of what texts, numbers, booleans and lists have. */
const MEMBERS: ReadonlySet<string> = new Set(builtins.map(({ member }) => member));

const NAMES: { readonly [Kind in Exclude<ValueKind, 'set' | 'object' | 'absent'>]: string } = {
  string: 'A text',
  number: 'A number',
  boolean: 'A boolean',
  list: 'A list',
  closure: 'A function',
  mixed: 'A value of any kind',
};

/** @returns what is wrong where a value that is no object is handed on under no other type than that of one */
export function problemOfKind(
  checker: ts.TypeChecker,
  given: ts.Type,
  expected: readonly ts.Type[],
): Problem | undefined {
  const kind = ownKindOf(given, checker);
  if (kind === 'object' || kind === 'set' || kind === 'absent') return undefined;
  const target = expected.find((type) => ownKindOf(type, checker) === 'object');
  // A place for more kinds knows that it may be another one.
  const isKnown = expected.some((type) => [kind, 'mixed'].includes(ownKindOf(type, checker)));
  if (target === undefined || isKnown || isOfMember(target)) return undefined;
  return problems.passedAsObject(NAMES[kind], typeText(target, checker));
}

/** What `Array.from` takes: it says itself what else to write. */
function isOfMember(type: ts.Type): boolean {
  const symbol = type.getSymbol();
  if (symbol === undefined || (symbol.flags & ts.SymbolFlags.TypeLiteral) === 0) return false;
  return (
    symbol.declarations?.[0]?.getSourceFile().fileName === languageFile && type.getProperties().length > 0
  );
}

/** The kind of what a type parameter stands for. */
function ownKindOf(type: ts.Type, checker: ts.TypeChecker): ValueKind {
  const bound = checker.getBaseConstraintOfType(type) ?? type;
  if ((bound.flags & ts.TypeFlags.NonPrimitive) !== 0) return 'object';
  return isIterable(bound) ? 'list' : kindOf(bound, checker);
}

/** Finds out whether TypeScript lets something that is no object pass for a type, or for a part of it; for most it does not. */
export function objectPlaceFinder(checker: ts.TypeChecker): (type: ts.Type) => boolean {
  const known = new Map<ts.Type, boolean>();
  const takesOthers = (type: ts.Type): boolean => {
    const found = known.get(type);
    if (found !== undefined) return found;
    // A type that contains itself holds no more than its other parts.
    known.set(type, false);
    const result = membersOf(checker.getBaseConstraintOfType(type) ?? type).some(
      (member) =>
        isMetByOthers(member, checker) || partsOf(member, checker).some((part) => takesOthers(part.type)),
    );
    known.set(type, result);
    return result;
  };
  return takesOthers;
}

/**
 * `object`, or an object whose properties other values have, too: a tuple has numbers for names. What has optional properties
 * alone takes no value without any of them.
 */
function isMetByOthers(type: ts.Type, checker: ts.TypeChecker): boolean {
  if (ownKindOf(type, checker) !== 'object' || type.getStringIndexType() !== undefined) return false;
  const properties = checker.getPropertiesOfType(type);
  const isOfOthers = ({ name }: ts.Symbol): boolean => MEMBERS.has(name) || /^\d+$/.test(name);
  const isOptional = ({ flags }: ts.Symbol): boolean => (flags & ts.SymbolFlags.Optional) !== 0;
  if (properties.length === 0) return true;
  return properties.some(isOfOthers) && properties.every((each) => isOptional(each) || isOfOthers(each));
}
