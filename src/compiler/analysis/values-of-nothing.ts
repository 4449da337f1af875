/**
 * Values of calls that give nothing. JavaScript may hand out something all the same, the new length of `push`, and Groovy
 * something else: so nobody takes it.
 */
import ts from 'typescript';
import { problems } from '../../diagnostics/catalogue';
import type { Module } from '../load';
import type { Report } from './report';
import type { Analysis } from './analyse';
import { withParentheses } from './functions';

/** Reports each use of a value that a call of type `void` gives. */
export function checkValuesOfNothing(analysis: Analysis, { sourceFile }: Module, report: Report): void {
  const visit = (node: ts.Node): void => {
    const isCall = ts.isCallExpression(node) || ts.isTaggedTemplateExpression(node);
    if (isCall && isNothing(analysis.typeOf(node)) && isUsed(analysis, node))
      report(node, problems.valueOfNothing());
    ts.forEachChild(node, visit);
  };
  visit(sourceFile);
}

function isNothing(type: ts.Type): boolean {
  if (type.isUnion()) return type.types.some(isNothing);
  return (type.flags & ts.TypeFlags.Void) !== 0;
}

function isUsed(analysis: Analysis, call: ts.CallExpression | ts.TaggedTemplateExpression): boolean {
  const { parent } = withParentheses(call);
  if (ts.isExpressionStatement(parent)) return false;
  // `flag && call()`, `call(), other()`: refused whatever they give.
  if (ts.isBinaryExpression(parent) && isRefused(parent.operatorToken.kind)) return false;
  // Functions and steps that give nothing do so in both languages.
  const isSure = !['builtin', 'value'].includes(analysis.calleeOf(call).kind);
  if (ts.isReturnStatement(parent)) return !isSure || !returnsNothing(analysis, parent);
  return !ts.isArrowFunction(parent) || !(isSure || isResultUnused(analysis, parent));
}

function isRefused(operator: ts.SyntaxKind): boolean {
  return [
    ts.SyntaxKind.AmpersandAmpersandToken,
    ts.SyntaxKind.BarBarToken,
    ts.SyntaxKind.CommaToken,
  ].includes(operator);
}

function returnsNothing({ project: { checker } }: Analysis, node: ts.ReturnStatement): boolean {
  const enclosing = ts.findAncestor(node, ts.isFunctionLike);
  const signature = enclosing && checker.getSignatureFromDeclaration(enclosing);
  return signature !== undefined && isNothing(checker.getReturnTypeOfSignature(signature));
}

/** Whether who calls the arrow function takes no value of it, or one that is reported where it is used. */
function isResultUnused(analysis: Analysis, arrow: ts.ArrowFunction): boolean {
  const { checker } = analysis.project;
  const [expected] = checker.getContextualType(arrow)?.getNonNullableType().getCallSignatures() ?? [];
  const { parent } = withParentheses(arrow);
  if (ts.isVariableDeclaration(parent) && expected === undefined) return true;
  const call = ts.findAncestor(parent, (each) => !isLiteralPart(each));
  if (call !== undefined && ts.isCallExpression(call)) {
    const callee = analysis.calleeOf(call);
    if (callee.kind === 'builtin' && callee.entry.callback !== undefined)
      return callee.entry.callback.result === 'nothing';
    // The body of a step gives the step its value, which is looked at where the step stands.
    if (callee.kind === 'step' || callee.kind === 'primitive')
      return ts.isExpressionStatement(withParentheses(call).parent) || isNothing(analysis.typeOf(call));
  }
  return expected !== undefined && isNothing(checker.getReturnTypeOfSignature(expected));
}

function isLiteralPart(node: ts.Node): boolean {
  return (
    ts.isPropertyAssignment(node) || ts.isObjectLiteralExpression(node) || ts.isParenthesizedExpression(node)
  );
}
