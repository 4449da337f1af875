/** Whether evaluating something may give variables or objects other values. */
import ts from 'typescript';
import type { Analysis } from './analyse';
import { isAssignmentOperator } from './capture';
import { withoutParentheses } from './functions';

/**
 * Whether a piece of code may assign a variable or a property, itself or through what it calls.
 * @param around the functions that are looked into: one of them is this code
 */
export function mayAssign(
  analysis: Analysis,
  code: ts.Node,
  around: readonly ts.FunctionDeclaration[] = [],
): boolean {
  const target = assignedBy(code);
  // The variables of a function that is called are its own.
  if (target !== undefined && !(around.length > 0 && ts.isIdentifier(target))) return true;
  const isCall = ts.isCallExpression(code) || ts.isTaggedTemplateExpression(code);
  if (isCall && mayCallAssign(analysis, code, around)) return true;
  return ts.forEachChild(code, (child) => mayAssign(analysis, child, around)) === true;
}

function assignedBy(node: ts.Node): ts.Expression | undefined {
  if (ts.isBinaryExpression(node) && isAssignmentOperator(node.operatorToken.kind))
    return withoutParentheses(node.left);
  const isStep =
    ts.isPostfixUnaryExpression(node) ||
    (ts.isPrefixUnaryExpression(node) &&
      [ts.SyntaxKind.PlusPlusToken, ts.SyntaxKind.MinusMinusToken].includes(node.operator));
  return isStep ? withoutParentheses(node.operand) : undefined;
}

function mayCallAssign(
  analysis: Analysis,
  call: ts.CallExpression | ts.TaggedTemplateExpression,
  around: readonly ts.FunctionDeclaration[],
): boolean {
  const callee = analysis.calleeOf(call);
  switch (callee.kind) {
    case 'value':
      return true;
    case 'builtin':
      return callee.entry.changes === true;
    case 'function': {
      const { declaration } = callee;
      return !around.includes(declaration) && mayAssign(analysis, declaration, [...around, declaration]);
    }
    // Other branches run while a step does.
    case 'step':
    case 'primitive':
      return analysis.runsInBranch(call);
    case 'describable':
    case 'unknown':
      return false;
  }
}
