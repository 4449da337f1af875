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
import { isNothing } from './types';

/** Reports each use of a value that a call of type `void` gives. */
export function checkValuesOfNothing(analysis: Analysis, { sourceFile }: Module, report: Report): void {
  /** @returns whether something in the node was reported, which tells of what is around it, too */
  const visit = (node: ts.Node): boolean => {
    const children: ts.Node[] = [];
    ts.forEachChild(node, (child) => void children.push(child));
    const isReported = children.map(visit).includes(true);
    if (isReported || !isWantedOfNothing(analysis, node)) return isReported;
    report(node, problems.valueOfNothing());
    return true;
  };
  visit(sourceFile);
}

function isWantedOfNothing(analysis: Analysis, node: ts.Node): boolean {
  if (ts.isArrowFunction(node)) return ts.isBlock(node.body) && isWantedOfBuiltin(analysis, node);
  const isCall = ts.isCallExpression(node) || ts.isTaggedTemplateExpression(node);
  return isCall && givesNothing(analysis, node) && isUsed(analysis, node);
}

/** Whether a call gives nothing, or a list or an object of it: the results of branches. */
function givesNothing(analysis: Analysis, node: ts.Node): boolean {
  return isOfNothing(analysis.typeOf(node));
}

function isOfNothing(type: ts.Type): boolean {
  const element = type.getNumberIndexType() ?? type.getStringIndexType();
  return isNothing(type) || (element !== undefined && isNothing(element));
}

/** Whether a member of the language wants a value of a callback that gives none. */
function isWantedOfBuiltin(analysis: Analysis, arrow: ts.ArrowFunction): boolean {
  const { parent } = withParentheses(arrow);
  if (!ts.isCallExpression(parent)) return false;
  const callee = analysis.calleeOf(parent);
  if (callee.kind !== 'builtin' || (callee.entry.callback?.result ?? 'nothing') === 'nothing') return false;
  const { checker } = analysis.project;
  const signature = checker.getSignatureFromDeclaration(arrow);
  return signature !== undefined && isNothing(checker.getReturnTypeOfSignature(signature));
}

function isUsed(analysis: Analysis, call: ts.CallExpression | ts.TaggedTemplateExpression): boolean {
  const { parent } = withParentheses(call);
  if (ts.isExpressionStatement(parent)) return false;
  // `flag && call()`, `call(), other()`: refused whatever they give.
  if (ts.isBinaryExpression(parent) && isRefused(parent.operatorToken.kind)) return false;
  // Functions and steps that give nothing do so in both languages; branches give what their closures end with.
  const isSure =
    isNothing(analysis.typeOf(call)) && !['builtin', 'value'].includes(analysis.calleeOf(call).kind);
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
  if (arrow.type !== undefined && !isOfNothing(analysis.typeOf(arrow.type))) return false;
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
