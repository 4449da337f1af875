/** Names, properties and elements. */
import ts from 'typescript';
import { problems } from '../../diagnostics/catalogue';
import { groovy, type Expression } from '../../groovy';
import { kindOf, mayBeAbsent, typeText } from '../analysis/types';
import { memberOfKind, type Builtin } from '../builtins';
import { isNamespace, lowerMember } from './builtins';
import { lowerConstant, lowerConstantPath } from './constants';
import type { Context } from './context';
import { checkKey, checkReadKey } from './literals';
import { keptOnce, lowerInOrder } from './order';
import { elementAt } from './runtime';

/** A name where its value is read: a local, a constant, a global of the build. Functions and steps are no values. */
export function lowerIdentifier(context: Context, node: ts.Identifier): Expression {
  const reference = context.analysis.referenceOf(node);
  switch (reference.kind) {
    case 'undefined':
      return groovy.nullLiteral();
    case 'global':
      return groovy.global(reference.name);
    case 'local':
      if (isDeclaredLater(reference.symbol, node))
        return context.refuse(node, problems.unsupported('A variable in front of its declaration'));
      return context.read(reference.symbol);
    case 'constant':
      return lowerConstant(context, node, reference.declaration);
    case 'function':
      return context.refuse(node, problems.functionReference(node.text));
    case 'jenkins':
      return context.refuse(node, problems.stepReference(reference.name));
    case 'builtin':
    case 'unknown':
      return context.refuse(node, problems.noSuchGlobal(node.text));
  }
}

/** A closure may name a variable that gets its value later; Groovy would look for it elsewhere. */
function isDeclaredLater({ valueDeclaration }: ts.Symbol, node: ts.Identifier): boolean {
  return (
    valueDeclaration !== undefined &&
    ts.isVariableDeclaration(valueDeclaration) &&
    valueDeclaration.getSourceFile() === node.getSourceFile() &&
    node.pos < valueDeclaration.pos
  );
}

/** `a.b`; in an optional chain each link is safe: `a?.b.c` is `a?.b?.c`, because Groovy does not skip the rest. */
export function lowerPropertyAccess(context: Context, node: ts.PropertyAccessExpression): Expression {
  const constant = lowerConstantPath(context, node);
  if (constant !== undefined) return constant;
  const entry = memberOf(context, node);
  if (entry !== undefined) {
    if (isNamespace(entry.owner)) return lowerMember(context, node, entry, undefined, []);
    return lowerOnReceiver(context, node, (receiver) =>
      lowerMember(context, node, entry, { node: node.expression, value: receiver }, []),
    );
  }
  checkReadKey(context, node.name, node.name.text);
  const object = context.lower(node.expression);
  return groovy.property(object, node.name.text, isOptional(node) ? { safe: true } : {});
}

/** The member of the language that is read; `length` of a tuple has no declaration of its own. */
function memberOf(context: Context, node: ts.PropertyAccessExpression): Builtin | undefined {
  const reference = context.analysis.referenceOf(node);
  if (reference.kind === 'builtin') return reference.entry;
  return memberOfKind(context.kindOf(node.expression), node.name.text);
}

/** Lowers something that needs its receiver: behind `?.` only when there is one. */
export function lowerOnReceiver(
  context: Context,
  access: ts.PropertyAccessExpression,
  lower: (receiver: Expression) => Expression,
): Expression {
  const type = context.typeOf(access.expression);
  if (type.isUnion() && kindOf(type, context.checker) === 'mixed') {
    const text = typeText(type, context.checker);
    return context.refuse(access.name, problems.unsupported(`A member that values of ${text} share`));
  }
  const receiver = context.lower(access.expression);
  return isOptional(access) ? lowerWhenThere(context, access, receiver, lower) : lower(receiver);
}

/** Lowers what happens behind `?.`: nothing of it is evaluated when the value in front is absent. */
export function lowerWhenThere(
  context: Context,
  link: ts.PropertyAccessExpression | ts.ElementAccessExpression | ts.CallExpression,
  value: Expression,
  lower: (value: Expression) => Expression,
): Expression {
  const receiver = keptOnce(context, link.expression, value);
  const { statements, result } = context.capture(() => lower(receiver));
  const isThere = groovy.binary(receiver, '!=', groovy.nullLiteral());
  if (statements.length === 0) return groovy.ternary(isThere, result, groovy.nullLiteral());
  const found = groovy.identifier(context.freshName('found'));
  const type = context.staticTypeOf(ts.isPropertyAccessExpression(link) ? link.parent : link);
  context.before(
    groovy.variable(found.name, groovy.nullLiteral(), type),
    groovy.ifElse(isThere, [...statements, groovy.assign(found, result)]),
  );
  return found;
}

/** The link is part of an optional chain and what it is read from may be absent. */
export function isOptional(
  node: ts.PropertyAccessExpression | ts.ElementAccessExpression | ts.CallExpression,
): boolean {
  return ts.isOptionalChain(node);
}

/** A literal that Groovy takes as it is: it counts a negative index from the end, cuts a fraction, knows nothing beyond int. */
function isPosition(key: Expression): boolean {
  return key.kind === 'number' && Number.isInteger(key.value) && key.value >= 0 && key.value < 2 ** 31;
}

/** `list[i]`, absent outside the list, or `record[key]`. */
export function lowerElementAccess(context: Context, node: ts.ElementAccessExpression): Expression {
  if (isOptional(node)) {
    const key = node.argumentExpression;
    if (ts.isStringLiteralLike(key) && context.kindOf(node.expression) === 'object') {
      checkKey(context, key, key.text);
      return groovy.property(context.lower(node.expression), key.text, { safe: true });
    }
    return lowerWhenThere(context, node, context.lower(node.expression), (object) =>
      lowerElement(context, node, object, context.lower(key)),
    );
  }
  const [object = groovy.nullLiteral(), key = groovy.nullLiteral()] = lowerInOrder(context, [
    node.expression,
    node.argumentExpression,
  ]);
  return lowerElement(context, node, object, key);
}

function lowerElement(
  context: Context,
  node: ts.ElementAccessExpression,
  object: Expression,
  key: Expression,
): Expression {
  const { checker } = context;
  const keyType = context.typeOf(node.argumentExpression);
  switch (context.kindOf(node.expression)) {
    case 'list':
      if (kindOf(keyType, checker) !== 'number') {
        return context.refuse(node.argumentExpression, problems.unsupported('A name in `[…]` behind a list'));
      }
      return isPosition(key) ? groovy.index(object, key) : elementAt(object, key);
    case 'object':
      if (kindOf(keyType, checker) !== 'string' || mayBeAbsent(keyType)) {
        return context.refuse(node.argumentExpression, problems.recordKey());
      }
      if (key.kind === 'string') checkKey(context, node.argumentExpression, key.value);
      return key.kind === 'string' ? groovy.property(object, key.value) : groovy.index(object, key);
    default:
      return context.refuse(node, problems.unsupported('`[…]` on anything but a list or an object'));
  }
}
