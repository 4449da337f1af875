/** Names, properties and elements. */
import { ts } from 'ts-morph';
import { problems } from '../../diagnostics/catalogue';
import { groovy, type Expression } from '../../groovy';
import { withoutParentheses } from '../analysis/functions';
import { kindOf, mayBeAbsent } from '../analysis/types';
import { isNamespace, lowerMember } from './builtins';
import { lowerConstant, lowerConstantPath } from './constants';
import type { Context } from './context';
import { isPath, keep, lowerInOrder } from './order';
import { elementAt } from './runtime';

export function lowerIdentifier(context: Context, node: ts.Identifier): Expression {
  const reference = context.analysis.referenceOf(node);
  switch (reference.kind) {
    case 'undefined':
      return groovy.nullLiteral();
    case 'global':
      return groovy.global(reference.name);
    case 'local':
      return groovy.identifier(context.nameOf(reference.symbol));
    case 'constant':
      return lowerConstant(context, reference.declaration);
    case 'function':
      return context.refuse(node, problems.functionReference(node.text));
    case 'jenkins':
      return context.refuse(node, problems.stepReference(reference.name));
    case 'builtin':
    case 'unknown':
      return context.refuse(node, problems.noSuchGlobal(node.text));
  }
}

/** `a.b`; in an optional chain each link is safe: `a?.b.c` is `a?.b?.c`, because Groovy does not skip the rest. */
export function lowerPropertyAccess(context: Context, node: ts.PropertyAccessExpression): Expression {
  const constant = lowerConstantPath(context, node);
  if (constant !== undefined) return constant;
  const reference = context.analysis.referenceOf(node);
  if (reference.kind === 'builtin') {
    if (isNamespace(reference.entry.owner)) return lowerMember(context, node, reference.entry, undefined, []);
    return lowerOnReceiver(context, node, (receiver) =>
      lowerMember(context, node, reference.entry, { node: node.expression, value: receiver }, []),
    );
  }
  const object = context.lower(node.expression);
  return groovy.property(object, node.name.text, isOptional(node) ? { safe: true } : {});
}

/** Lowers something that needs its receiver: behind `?.` only when there is one. */
export function lowerOnReceiver(
  context: Context,
  access: ts.PropertyAccessExpression,
  lower: (receiver: Expression) => Expression,
): Expression {
  const lowered = context.lower(access.expression);
  if (!isOptional(access)) return lower(lowered);
  const receiver = isPath(withoutParentheses(access.expression))
    ? lowered
    : keep(context, access.expression, lowered);
  const { statements, result } = context.capture(() => lower(receiver));
  const isThere = groovy.binary(receiver, '!=', groovy.nullLiteral());
  if (statements.length === 0) return groovy.ternary(isThere, result, groovy.nullLiteral());
  const found = groovy.identifier(context.freshName('found'));
  const type = context.staticTypeOf(access.parent);
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

/** `list[i]`, absent outside the list, or `record[key]`. */
export function lowerElementAccess(context: Context, node: ts.ElementAccessExpression): Expression {
  const { checker } = context;
  if (isOptional(node)) return context.refuse(node, problems.unsupported('`?.[…]`'));
  const [object = groovy.nullLiteral(), key = groovy.nullLiteral()] = lowerInOrder(context, [
    node.expression,
    node.argumentExpression,
  ]);
  const keyType = context.typeOf(node.argumentExpression);
  switch (context.kindOf(node.expression)) {
    case 'list':
      // Groovy counts a negative index from the end; a literal is none.
      return key.kind === 'number' && key.value >= 0 ? groovy.index(object, key) : elementAt(object, key);
    case 'object':
      if (kindOf(keyType, checker) !== 'string' || mayBeAbsent(keyType)) {
        return context.refuse(node.argumentExpression, problems.recordKey());
      }
      return key.kind === 'string' ? groovy.property(object, key.value) : groovy.index(object, key);
    default:
      return context.refuse(node, problems.unsupported('`[…]` on anything but a list or an object'));
  }
}
