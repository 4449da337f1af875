/**
 * Sets of texts. A set is a Java collection in Groovy and an object in JavaScript: where its kind is not known it would
 * print, compare and serialise in two ways, so it stays where its type says what it is.
 */
import ts from 'typescript';
import { problems } from '../../diagnostics/catalogue';
import type { Module } from '../load';
import type { Analysis } from './analyse';
import { enclosingFunction, withParentheses } from './functions';
import type { Report } from './report';
import { exportOf } from './resolve';
import { kindOf } from './types';

/** Reports each place that takes a set for something else, and each loop over a set that could be changed meanwhile. */
export function checkSets(analysis: Analysis, module: Module, report: Report): void {
  // Types are asked for at every expression, which only modules with sets pay.
  if (!analysis.mayHoldSets(module)) return;
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node)) return;
    if (ts.isExpression(node) && !isName(node) && isSet(analysis, node) && !isSetPlace(analysis, node))
      report(node, problems.setUse());
    if (ts.isArrowFunction(node)) {
      for (const { name } of node.parameters)
        if (isSet(analysis, name)) report(name, problems.setInFunctionValue());
    }
    if (ts.isFunctionDeclaration(node) && module.kind === 'globalVariable')
      checkSignature(analysis, node, report);
    if (ts.isForOfStatement(node) && isSet(analysis, node.expression) && mayChange(analysis, node.statement))
      report(node.expression, problems.loopOverSet());
    ts.forEachChild(node, visit);
  };
  visit(module.sourceFile);
}

function isSet(analysis: Analysis, node: ts.Node): boolean {
  return kindOf(analysis.typeOf(node), analysis.project.checker) === 'set';
}

/** A name where it is declared is no value. */
function isName(node: ts.Expression): boolean {
  const { parent } = node;
  const isDeclaration = ts.isVariableDeclaration(parent) || ts.isParameter(parent);
  return isDeclaration && parent.name === node;
}

/** A Jenkinsfile has no such sets: what it passes arrives as a list. */
function checkSignature(analysis: Analysis, node: ts.FunctionDeclaration, report: Report): void {
  if (exportOf(node) === 'none') return;
  for (const { name } of node.parameters) if (isSet(analysis, name)) report(name, problems.setUse());
  if (returnsSet(analysis, node)) report(node.name ?? node, problems.setUse());
}

function returnsSet({ project: { checker } }: Analysis, node: ts.FunctionDeclaration): boolean {
  const signature = checker.getSignatureFromDeclaration(node);
  return signature !== undefined && kindOf(checker.getReturnTypeOfSignature(signature), checker) === 'set';
}

/** Whether a set may stand there: the place knows that it is one, or asks only whether it is there. */
function isSetPlace(analysis: Analysis, expression: ts.Expression): boolean {
  const node = withParentheses(expression);
  const { parent } = node;
  if (ts.isParenthesizedExpression(expression)) return true;
  if (ts.isPropertyAccessExpression(parent) || ts.isForOfStatement(parent)) return parent.expression === node;
  if (ts.isSpreadElement(parent)) return ts.isArrayLiteralExpression(parent.parent);
  if (ts.isVariableDeclaration(parent)) {
    return (
      ts.isIdentifier(parent.name) && enclosingFunction(parent) !== undefined && isSet(analysis, parent.name)
    );
  }
  if (ts.isBinaryExpression(parent)) return isOperand(analysis, node, parent);
  if (ts.isConditionalExpression(parent)) return parent.condition === node || isChoicePlace(analysis, parent);
  if (ts.isCallExpression(parent)) return isParameterOfSet(analysis, node, parent);
  if (ts.isReturnStatement(parent)) {
    const enclosing = enclosingFunction(parent);
    return enclosing !== undefined && ts.isFunctionDeclaration(enclosing) && returnsSet(analysis, enclosing);
  }
  return (
    ts.isIfStatement(parent) ||
    ts.isWhileStatement(parent) ||
    ts.isPrefixUnaryExpression(parent) ||
    ts.isExpressionStatement(parent)
  );
}

/** A set or something else is no set; TypeScript may know only what they share. */
function isChoicePlace(analysis: Analysis, choice: ts.Expression): boolean {
  return isSet(analysis, choice) && isSetPlace(analysis, choice);
}

function isOperand(analysis: Analysis, node: ts.Node, parent: ts.BinaryExpression): boolean {
  switch (parent.operatorToken.kind) {
    case ts.SyntaxKind.EqualsToken:
      return parent.left === node || (ts.isIdentifier(parent.left) && isDeclaredSet(analysis, parent.left));
    case ts.SyntaxKind.QuestionQuestionToken:
      return isChoicePlace(analysis, parent);
    // Comparisons and `&&` of anything but booleans are refused where they are lowered.
    default:
      return true;
  }
}

function isDeclaredSet(analysis: Analysis, name: ts.Identifier): boolean {
  const { checker } = analysis.project;
  const symbol = analysis.symbolOf(name);
  return symbol !== undefined && kindOf(checker.getTypeOfSymbol(symbol), checker) === 'set';
}

function isParameterOfSet(analysis: Analysis, node: ts.Node, call: ts.CallExpression): boolean {
  const callee = analysis.calleeOf(call);
  // An arrow function that takes one is reported itself.
  if (callee.kind === 'value') return isArrowCalled(analysis, call);
  if (callee.kind !== 'function') return false;
  const parameter = callee.declaration.parameters[call.arguments.findIndex((argument) => argument === node)];
  return parameter !== undefined && isSet(analysis, parameter.name);
}

function isArrowCalled({ project: { checker } }: Analysis, call: ts.CallExpression): boolean {
  const declaration = checker.getResolvedSignature(call)?.getDeclaration();
  return declaration !== undefined && ts.isArrowFunction(declaration);
}

/** Whether a set could be changed before the body ends: in it, in a function that it calls, or by another branch meanwhile. */
function mayChange(analysis: Analysis, body: ts.Node): boolean {
  if (ts.isTaggedTemplateExpression(body)) return true;
  if (ts.isCallExpression(body) && isChange(analysis, body)) return true;
  return ts.forEachChild(body, (child) => mayChange(analysis, child)) ?? false;
}

function isChange(analysis: Analysis, call: ts.CallExpression): boolean {
  const callee = analysis.calleeOf(call);
  switch (callee.kind) {
    case 'builtin':
      return callee.entry.owner === 'Set' && callee.entry.changes === true;
    case 'function':
      return (
        analysis.colourOf(callee.declaration) === 'pipeline' ||
        call.arguments.some((argument) => isSet(analysis, argument) || mayCall(analysis, argument))
      );
    case 'describable':
      return false;
    default:
      return true;
  }
}

/** A function that is passed, also in a list or an object, may change what it captured. */
function mayCall(analysis: Analysis, argument: ts.Expression): boolean {
  const { checker } = analysis.project;
  const type = analysis.typeOf(argument);
  const element = checker.getIndexTypeOfType(type, ts.IndexKind.Number);
  const isList = kindOf(type, checker) === 'list' && element !== undefined;
  return !['string', 'number', 'boolean'].includes(kindOf(isList ? element : type, checker));
}
