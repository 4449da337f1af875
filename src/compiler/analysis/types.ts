/** Questions about TypeScript types that decide what is emitted. */
import ts from 'typescript';
import type { StaticType } from '../../groovy';
import { jenkinsFile, languageFile } from '../load';

/** What kind of values a type has, absent values left aside. `mixed`: more than one kind. */
export type ValueKind =
  'string' | 'number' | 'boolean' | 'list' | 'set' | 'object' | 'closure' | 'absent' | 'mixed';

const absent = ts.TypeFlags.Undefined | ts.TypeFlags.Void | ts.TypeFlags.Null | ts.TypeFlags.Never;

/** The checker's answers, kept: it narrows the type of a name anew each time it is asked. */
export function createTypeCache(checker: ts.TypeChecker): (node: ts.Node) => ts.Type {
  const types = new Map<ts.Node, ts.Type>();
  const ofOperands = (node: ts.Node): ts.Type | undefined => {
    if (ts.isParenthesizedExpression(node)) return typeOf(node.expression);
    return ts.isBinaryExpression(node) ? typeOfOperator(node, checker, typeOf) : undefined;
  };
  const typeOf = (node: ts.Node): ts.Type => {
    const known = types.get(node);
    if (known !== undefined) return known;
    const type = ofOperands(node) ?? checker.getTypeAtLocation(node);
    types.set(node, type);
    return type;
  };
  return typeOf;
}

/**
 * What an operator makes of texts, numbers and booleans. The checker looks at all operands anew each time it is asked: of a
 * chain of n at half the square of n.
 */
function typeOfOperator(
  { left, operatorToken, right }: ts.BinaryExpression,
  checker: ts.TypeChecker,
  typeOf: (node: ts.Node) => ts.Type,
): ts.Type | undefined {
  const areBoth = (flags: ts.TypeFlags): boolean => isAll(typeOf(left), flags) && isAll(typeOf(right), flags);
  // `&&` ends with a left side that is false, `||` with one that is true.
  const typeOfChoice = (ends: ts.Type): ts.Type => {
    const [first, second] = [typeOf(left), typeOf(right)];
    if (first === ends || first === second) return first;
    return first === checker.getBooleanType() && second !== ends ? first : second;
  };
  switch (operatorToken.kind) {
    case ts.SyntaxKind.LessThanToken:
    case ts.SyntaxKind.LessThanEqualsToken:
    case ts.SyntaxKind.GreaterThanToken:
    case ts.SyntaxKind.GreaterThanEqualsToken:
    case ts.SyntaxKind.EqualsEqualsEqualsToken:
    case ts.SyntaxKind.ExclamationEqualsEqualsToken:
    case ts.SyntaxKind.InstanceOfKeyword:
      return checker.getBooleanType();
    case ts.SyntaxKind.MinusToken:
    case ts.SyntaxKind.AsteriskToken:
    case ts.SyntaxKind.SlashToken:
    case ts.SyntaxKind.PercentToken:
      return areBoth(ts.TypeFlags.NumberLike) ? checker.getNumberType() : undefined;
    case ts.SyntaxKind.PlusToken:
      if (areBoth(ts.TypeFlags.NumberLike)) return checker.getNumberType();
      return [left, right].some((side) => isAll(typeOf(side), ts.TypeFlags.StringLike))
        ? checker.getStringType()
        : undefined;
    case ts.SyntaxKind.AmpersandAmpersandToken:
      return areBoth(ts.TypeFlags.BooleanLike) ? typeOfChoice(checker.getFalseType()) : undefined;
    case ts.SyntaxKind.BarBarToken:
      return areBoth(ts.TypeFlags.BooleanLike) ? typeOfChoice(checker.getTrueType()) : undefined;
    default:
      return undefined;
  }
}

function isAll(type: ts.Type, flags: ts.TypeFlags): boolean {
  return type.isUnion() ? type.types.every((member) => isAll(member, flags)) : (type.flags & flags) !== 0;
}

/** Whether `undefined` is among the values. */
export function mayBeAbsent(type: ts.Type): boolean {
  if (type.isUnion()) return type.types.some(mayBeAbsent);
  return (type.flags & (absent | ts.TypeFlags.Unknown | ts.TypeFlags.Any | ts.TypeFlags.TypeParameter)) !== 0;
}

/** The kind of the values that are there. */
export function kindOf(type: ts.Type, checker: ts.TypeChecker): ValueKind {
  if (type.isUnion()) {
    const kinds = new Set(type.types.map((member) => kindOf(member, checker)));
    kinds.delete('absent');
    const [only = 'absent', another] = kinds;
    return another === undefined ? only : 'mixed';
  }
  const { flags } = type;
  if (flags & absent) return 'absent';
  if (flags & ts.TypeFlags.StringLike) return 'string';
  if (flags & ts.TypeFlags.NumberLike) return 'number';
  if (flags & ts.TypeFlags.BooleanLike) return 'boolean';
  if (checker.isArrayType(type) || checker.isTupleType(type)) return 'list';
  if (isOfLanguage(type, ['Set', 'ReadonlySet'])) return 'set';
  if (type.isIntersection()) return kindOfIntersection(type, checker);
  if (flags & ts.TypeFlags.Object) {
    if (type.getCallSignatures().length > 0) return 'closure';
    return isAnything(type) ? 'mixed' : 'object';
  }
  return 'mixed';
}

/** A type parameter without its absence is `Value & {}`: the parts that say no kind add nothing to those that do. */
function kindOfIntersection({ types }: ts.IntersectionType, checker: ts.TypeChecker): ValueKind {
  const kinds = new Set(types.map((part) => kindOf(part, checker)));
  kinds.delete('mixed');
  const [only = 'mixed', another] = kinds;
  return another === undefined ? only : 'mixed';
}

/**
 * `{}`: whatever is there, a text as well as an object; TypeScript makes it of an unknown value that is not absent. An empty
 * literal is an object.
 */
export function isAnything(type: ts.Type): boolean {
  if ((type.flags & ts.TypeFlags.Object) === 0 || type.getCallSignatures().length > 0) return false;
  const isLiteral = ((type.getSymbol()?.flags ?? 0) & ts.SymbolFlags.ObjectLiteral) !== 0;
  return (
    !isLiteral &&
    type.getProperties().length === 0 &&
    type.getConstructSignatures().length === 0 &&
    type.getStringIndexType() === undefined
  );
}

/** Whether every value of the type is a string. */
export function isString(type: ts.Type, checker: ts.TypeChecker): boolean {
  return kindOf(type, checker) === 'string' && !mayBeAbsent(type);
}

/** The declared Groovy type of a variable; numbers, booleans and mixed values stay `def`. */
export function staticTypeOf(type: ts.Type, checker: ts.TypeChecker): StaticType | undefined {
  switch (kindOf(type, checker)) {
    case 'string':
      return 'String';
    case 'list':
      return 'List';
    case 'object':
      return staticTypeOfObject(type);
    case 'closure':
      return 'Closure';
    default:
      return undefined;
  }
}

/** An Error and what a step returns are Java's own classes; what `entries()` gives is a list. */
function staticTypeOfObject(type: ts.Type): StaticType | undefined {
  const members = membersOf(type).filter(({ flags }) => (flags & absent) === 0);
  if (members.every(isIterable)) return 'List';
  return members.some((member) => isMadeByJenkins(member) || isOfLanguage(member, ['Error', 'Iterable']))
    ? undefined
    : 'Map';
}

/** The result type of a method: `void`, a static type, or any. */
export function resultTypeOf(
  checker: ts.TypeChecker,
  node: ts.FunctionDeclaration,
): StaticType | 'void' | undefined {
  const signature = checker.getSignatureFromDeclaration(node);
  const type = signature === undefined ? checker.getVoidType() : checker.getReturnTypeOfSignature(signature);
  return type.flags & (ts.TypeFlags.VoidLike | ts.TypeFlags.Never) ? 'void' : staticTypeOf(type, checker);
}

/** The types that a union offers, or the one type itself. */
export function membersOf(type: ts.Type): readonly ts.Type[] {
  return type.isUnion() ? type.types : [type];
}

/** The Error that `catch` sees and `new Error(…)` makes, not an author's own type of that name. */
export function isError(type: ts.Type): boolean {
  return isOfLanguage(type, ['Error']);
}

/** What `entries()` gives, a list in Groovy. */
export function isIterable(type: ts.Type): boolean {
  return isOfLanguage(type, ['Iterable']);
}

/** Whether a function that gives this gives nothing, or may. */
export function isNothing(type: ts.Type): boolean {
  return membersOf(type).some(({ flags }) => (flags & ts.TypeFlags.Void) !== 0);
}

/** An object of a class of Jenkins: what `junit` returns, `currentBuild`, what describes a value for a step; secrets left aside. */
export function isObjectOfJenkins(type: ts.Type): boolean {
  return (
    (type.flags & ts.TypeFlags.Object) !== 0 &&
    isMadeByJenkins(type) &&
    type.getSymbol()?.name !== 'Secret' &&
    type.getCallSignatures().length === 0 &&
    type.getStringIndexType() === undefined
  );
}

/** What a step returns: an object of Jenkins, or a map with free names. */
function isMadeByJenkins(type: ts.Type): boolean {
  return type.getSymbol()?.declarations?.[0]?.getSourceFile().fileName === jenkinsFile;
}

/** An interface of the language, such as the Error that `catch` sees; an author's own type of that name is none. */
function isOfLanguage(type: ts.Type, names: readonly string[]): boolean {
  const symbol = type.getSymbol();
  return (
    symbol !== undefined &&
    names.includes(symbol.name) &&
    symbol.declarations?.[0]?.getSourceFile().fileName === languageFile
  );
}

/** How messages name a type. */
export function typeText(type: ts.Type, checker: ts.TypeChecker): string {
  return `'${checker.typeToString(type)}'`;
}
