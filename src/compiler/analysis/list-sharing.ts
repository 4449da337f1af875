/** Whether the list in a variable may get another holder: an object, a list, another variable, a function that keeps it. */
import ts from 'typescript';
import { isBuiltinCallback } from './colour';
import { enclosingFunction, isFunctionLike, withParentheses } from './functions';
import type { Resolver } from './resolve';

/** Members that take a list and keep nothing of it but its elements. */
const readers: readonly string[] = ['stringify', 'isArray', 'concat', 'String'];

/** A variable or a parameter whose uses are looked at. */
interface Variable {
  readonly declaration: ts.Declaration;
  readonly resolver: Resolver;
  /** Parameters whose uses are looked at already: a function that calls itself. */
  readonly around: readonly ts.Declaration[];
}

/** Whether anything but the variable may hold its list while the function runs that declares it. */
export function isSharedList(declaration: ts.Declaration, resolver: Resolver): boolean {
  return isHanded({ declaration, resolver, around: [] });
}

function isHanded(variable: Variable): boolean {
  const { declaration, resolver } = variable;
  const name = ts.getNameOfDeclaration(declaration);
  const scope = enclosingFunction(declaration);
  if (name === undefined || !ts.isIdentifier(name) || scope === undefined) return true;
  const uses = { isReturned: false, isCaptured: false, isPassed: false };
  const visit = (node: ts.Node, isInClosure: boolean): boolean => {
    if (ts.isIdentifier(node) && node.text === name.text && node !== name) {
      if (resolver.symbolOf(node)?.valueDeclaration === declaration) {
        uses.isCaptured ||= isInClosure;
        const isResult = isResultOf(node, scope);
        uses.isReturned ||= isResult;
        uses.isPassed ||= ts.isCallExpression(withParentheses(node).parent);
        if (!isResult && hands(node, variable)) return true;
      }
    }
    const isStored = isInClosure || (node !== scope && isFunctionLike(node) && !isRunInPlace(node, resolver));
    return ts.forEachChild(node, (child) => visit(child, isStored)) === true;
  };
  if (visit(scope, false)) return true;
  // While a function reads it, a closure in another branch may change it.
  if (uses.isPassed && uses.isCaptured) return true;
  // A caller has what is returned: a parameter's own list, or one that a closure still changes.
  const isAccumulated = ts.isArrowFunction(scope);
  return uses.isReturned && (uses.isCaptured || (ts.isParameter(declaration) && !isAccumulated));
}

/** Whether the list is what the function returns. */
function isResultOf(name: ts.Identifier, scope: ts.Node): boolean {
  const node = outOfLiterals(name);
  const isResult = ts.isReturnStatement(node.parent) || ts.isArrowFunction(node.parent);
  return isResult && enclosingFunction(node) === scope;
}

/** `list` -> `{ list }`, `[list]`: what is made to be returned. */
function outOfLiterals(expression: ts.Node): ts.Node {
  const node = withParentheses(expression);
  const { parent } = node;
  const isPart =
    ts.isShorthandPropertyAssignment(parent) ||
    ts.isPropertyAssignment(parent) ||
    ts.isObjectLiteralExpression(parent) ||
    ts.isArrayLiteralExpression(parent);
  return isPart ? outOfLiterals(parent) : node;
}

/** A callback of the language or the body of a step, which runs where it stands. */
export function isRunInPlace(arrow: ts.Node, resolver: Resolver): boolean {
  if (!ts.isArrowFunction(arrow)) return false;
  const { parent: call } = withParentheses(arrow);
  if (!ts.isCallExpression(call)) return false;
  return isBuiltinCallback(arrow, resolver) || ['step', 'primitive'].includes(resolver.calleeOf(call).kind);
}

/** Whether a use of the list gives it to somebody who may keep it. */
function hands(expression: ts.Expression, variable: Variable): boolean {
  const node = withParentheses(expression);
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return handsItself(parent, variable);
  if (ts.isElementAccessExpression(parent)) return parent.expression !== node;
  if (ts.isCallExpression(parent)) return handsToCall(node, parent, variable);
  if (ts.isBinaryExpression(parent)) {
    const { kind } = parent.operatorToken;
    const isTarget = kind === ts.SyntaxKind.EqualsToken && parent.left === node;
    return !isTarget && !isEquality(kind);
  }
  return !(
    ts.isSpreadElement(parent) ||
    ts.isForOfStatement(parent) ||
    ts.isExpressionStatement(parent) ||
    ts.isPrefixUnaryExpression(parent) ||
    ts.isIfStatement(parent) ||
    ts.isWhileStatement(parent)
  );
}

function isEquality(kind: ts.SyntaxKind): boolean {
  return (
    kind === ts.SyntaxKind.EqualsEqualsEqualsToken || kind === ts.SyntaxKind.ExclamationEqualsEqualsToken
  );
}

/** A member of the list gives the list itself when it is one of those that change it. */
function handsItself(access: ts.PropertyAccessExpression, variable: Variable): boolean {
  const { parent: call } = withParentheses(access);
  if (!ts.isCallExpression(call)) return false;
  const callee = variable.resolver.calleeOf(call);
  if (callee.kind !== 'builtin') return true;
  return callee.entry.changes === true && callee.entry.signature.endsWith('): T[]')
    ? hands(call, variable)
    : false;
}

function handsToCall(node: ts.Node, call: ts.CallExpression, { resolver, around }: Variable): boolean {
  const callee = resolver.calleeOf(call);
  if (callee.kind === 'builtin') return !readers.includes(callee.entry.member);
  if (callee.kind !== 'function') return true;
  const parameter = callee.declaration.parameters[call.arguments.findIndex((each) => each === node)];
  if (parameter === undefined) return true;
  if (around.includes(parameter)) return false;
  return isHanded({ declaration: parameter, resolver, around: [...around, parameter] });
}
