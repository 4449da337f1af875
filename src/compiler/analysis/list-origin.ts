/**
 * Which list an expression gives. Two names may hold one list; they do not where one of them is a variable that only
 * new lists are put into, and the other could not have got one from there.
 */
import ts from 'typescript';
import { enclosingFunction, withoutParentheses, withParentheses } from './functions';
import { isAssignmentOperator } from './capture';
import { isSharedList } from './list-sharing';
import type { Resolver } from './resolve';

/** Where a list comes from. */
export type Origin =
  /** Made by the expression, or a constant that nobody can change. */
  | { readonly kind: 'new' }
  /** A variable that only new lists are put into; `isShared` when something else may hold one of them. */
  | { readonly kind: 'variable'; readonly declaration: ts.Declaration; readonly isShared: boolean }
  /** Passed to a function: a parameter, or a part of one that is taken apart. */
  | {
      readonly kind: 'parameter';
      readonly declaration: ts.ParameterDeclaration | ts.BindingElement;
      readonly of: ts.Node;
    }
  | { readonly kind: 'other' };

const newList: Origin = { kind: 'new' };
const other: Origin = { kind: 'other' };

/**
 * Finds out where the list comes from that an expression gives.
 * @param around variables and functions that are looked at already: what they get of themselves adds nothing
 */
export function originOf(
  expression: ts.Expression,
  resolver: Resolver,
  around: readonly ts.Declaration[] = [],
): Origin {
  const node = withoutParentheses(expression);
  if (ts.isArrayLiteralExpression(node)) return newList;
  if (ts.isCallExpression(node)) return originOfResult(node, resolver, around);
  const [one, another] = choicesOf(node);
  if (one !== undefined && another !== undefined) {
    return originOfEither(originOf(one, resolver, around), originOf(another, resolver, around));
  }
  if (!ts.isIdentifier(node)) return other;
  if (['constant', 'undefined'].includes(resolver.referenceOf(node).kind)) return newList;
  const declaration = resolver.symbolOf(node)?.valueDeclaration;
  if (declaration === undefined) return other;
  if (around.includes(declaration)) return newList;
  const values = valuesOf(declaration, resolver);
  if (values === undefined) return originOfParameter(declaration, resolver);
  if (!values.every((value) => originOf(value, resolver, [...around, declaration]).kind === 'new'))
    return other;
  return { kind: 'variable', declaration, isShared: isSharedList(declaration, resolver) };
}

/** What `a ? b : c` and `a ?? b` may give. */
function choicesOf(node: ts.Expression): readonly ts.Expression[] {
  if (ts.isConditionalExpression(node)) return [node.whenTrue, node.whenFalse];
  const isDefault =
    ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken;
  return isDefault ? [node.left, node.right] : [];
}

/** A new list is nobody else's, so the other one decides. */
function originOfEither(one: Origin, another: Origin): Origin {
  if (one.kind === 'new') return another;
  return another.kind === 'new' ? one : other;
}

/** Whether two expressions of these origins may give one list. */
export function mayBeSame(left: Origin, right: Origin): boolean {
  if (left.kind === 'new' || right.kind === 'new') return false;
  if (left.kind === 'variable') {
    if (right.kind === 'variable') return left.declaration === right.declaration;
    // What is passed to a function was made before the function's own lists.
    const isOlder = right.kind === 'parameter' && isInside(left.declaration, right.of);
    return left.isShared && !isOlder;
  }
  return right.kind === 'variable' ? mayBeSame(right, left) : true;
}

/** Whether a node stands in another one. */
export function isInside(node: ts.Node, outer: ts.Node): boolean {
  return ts.findAncestor(node, (each) => each === outer) !== undefined;
}

/** A default value is evaluated when the function begins, so it counts as passed when it is a new list. */
function originOfParameter(declaration: ts.Declaration, resolver: Resolver): Origin {
  if (!ts.isParameter(declaration) && !ts.isBindingElement(declaration)) return other;
  const parameter = ts.findAncestor(declaration, (node) => ts.isParameter(node) || ts.isStatement(node));
  const { initializer } = declaration;
  const isNew = initializer === undefined || originOf(initializer, resolver).kind === 'new';
  const isPassed = parameter !== undefined && ts.isParameter(parameter) && isNew;
  return isPassed ? { kind: 'parameter', declaration, of: parameter.parent } : other;
}

function originOfResult(
  call: ts.CallExpression,
  resolver: Resolver,
  around: readonly ts.Declaration[],
): Origin {
  const callee = resolver.calleeOf(call);
  if (callee.kind === 'function') return originOfReturned(callee.declaration, call, resolver, around);
  if (callee.kind !== 'builtin') return other;
  const { entry, receiver } = callee;
  if (!/\): (.*\[\]|Iterable<.*>)$/.test(entry.signature)) return other;
  // `sort` and its like give the list itself, and so does `entries`, which goes on to read it.
  const isSame = entry.changes === true || entry.member === 'entries';
  return isSame && receiver !== undefined && entry.owner === 'Array'
    ? originOf(receiver, resolver, around)
    : newList;
}

/** What a function returns is new when it is a list of its own, which nobody else has, or a new one that it was passed. */
function originOfReturned(
  declaration: ts.FunctionDeclaration,
  call: ts.CallExpression,
  resolver: Resolver,
  around: readonly ts.Declaration[],
): Origin {
  if (declaration.body === undefined) return other;
  if (around.includes(declaration)) return newList;
  const isOwn = (value: ts.Expression): boolean => {
    const origin = originOf(value, resolver, [...around, declaration]);
    if (origin.kind === 'parameter') {
      const passed = call.arguments[declaration.parameters.findIndex((each) => each === origin.declaration)];
      return passed !== undefined && originOf(passed, resolver, around).kind === 'new';
    }
    return (
      origin.kind === 'new' ||
      (origin.kind === 'variable' && !origin.isShared && isInside(origin.declaration, declaration))
    );
  };
  return returnedBy(declaration.body).every(isOwn) ? newList : other;
}

/** Everything that a variable is given; nothing when that stands elsewhere. */
function valuesOf(declaration: ts.Declaration, resolver: Resolver): readonly ts.Expression[] | undefined {
  if (ts.isParameter(declaration)) return valuesOfAccumulated(declaration, resolver);
  if (!ts.isVariableDeclaration(declaration) || !ts.isIdentifier(declaration.name)) return undefined;
  const scope = enclosingFunction(declaration);
  if (scope === undefined || ts.isForOfStatement(declaration.parent.parent)) return undefined;
  const values = declaration.initializer === undefined ? [] : [declaration.initializer];
  const visit = (node: ts.Node): void => {
    const isAssignment = ts.isBinaryExpression(node) && isAssignmentOperator(node.operatorToken.kind);
    if (isAssignment && isNameOf(node.left, declaration, resolver)) values.push(node.right);
    ts.forEachChild(node, visit);
  };
  visit(scope);
  return values;
}

/** `all` of `xs.reduce((all, x) => { …; return all; }, [])`: the initial value and what the function returns. */
function valuesOfAccumulated(
  declaration: ts.ParameterDeclaration,
  resolver: Resolver,
): readonly ts.Expression[] | undefined {
  const arrow = declaration.parent;
  const { parent: call } = withParentheses(arrow);
  if (!ts.isArrowFunction(arrow) || !ts.isCallExpression(call) || arrow.parameters[0] !== declaration)
    return undefined;
  const callee = resolver.calleeOf(call);
  const initial = call.arguments[1];
  if (callee.kind !== 'builtin' || callee.entry.member !== 'reduce' || initial === undefined)
    return undefined;
  return [initial, ...returnedBy(arrow.body)].filter((value) => !isNameOf(value, declaration, resolver));
}

function returnedBy(body: ts.ConciseBody): readonly ts.Expression[] {
  if (!ts.isBlock(body)) return [body];
  const found: ts.Expression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isReturnStatement(node) && node.expression !== undefined) found.push(node.expression);
    if (!ts.isArrowFunction(node)) ts.forEachChild(node, visit);
  };
  visit(body);
  return found;
}

function isNameOf(expression: ts.Expression, declaration: ts.Declaration, resolver: Resolver): boolean {
  const node = withoutParentheses(expression);
  return ts.isIdentifier(node) && resolver.symbolOf(node)?.valueDeclaration === declaration;
}
