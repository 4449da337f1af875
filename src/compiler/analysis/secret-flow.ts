/** Pass 6: a secret may stand in a hole of a command and among the inputs of a script, and nowhere else. */
import ts from 'typescript';
import { problems } from '../../diagnostics/catalogue';
import type { Problem } from '../../diagnostics/problem';
import type { Module } from '../load';
import { nodesOf } from '../nodes';
import type { Analysis } from './analyse';
import { isBuiltinCallback } from './colour';
import { withParentheses } from './functions';
import type { Report } from './report';
import { isSecretType } from './secrets';

/** Reports every use of a secret that could show or keep it, and every mention of the type. */
export function checkSecretFlow(analysis: Analysis, { sourceFile }: Module, report: Report): void {
  const names = namesOfSecrets(sourceFile);
  for (const node of nodesOf(sourceFile)) {
    checkBinding(analysis, node, report);
    if (ts.isTypeReferenceNode(node) && isSecretType(analysis.typeOf(node)))
      report(node, problems.secretType());
    if (ts.isIdentifier(node) && names.has(node.text) && isUseOfSecret(analysis, node)) {
      const problem = problemOfUse(analysis, node) ?? problemOfCapture(analysis, node);
      if (problem !== undefined) report(node, problem);
    }
  }
}

/** Names of parameters of arrows that calls get: no other identifier can be a secret. The checker is asked for these only. */
function namesOfSecrets(sourceFile: ts.SourceFile): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of nodesOf(sourceFile)) {
    if (ts.isArrowFunction(node) && ts.isCallExpression(withParentheses(node).parent)) {
      for (const { name } of node.parameters) if (ts.isIdentifier(name)) names.add(name.text);
    }
  }
  return names;
}

function isUseOfSecret(analysis: Analysis, node: ts.Identifier): boolean {
  const { parent } = node;
  const isName = (ts.isParameter(parent) || ts.isPropertyAssignment(parent)) && parent.name === node;
  if (isName) return false;
  const symbol = analysis.symbolOf(node);
  return symbol !== undefined && analysis.secretVariableOf(symbol) !== undefined;
}

function problemOfUse(analysis: Analysis, node: ts.Identifier): Problem | undefined {
  const use = withParentheses(node);
  const { parent } = use;
  if (ts.isTemplateSpan(parent)) {
    const template = parent.parent.parent;
    if (!ts.isTaggedTemplateExpression(template)) return problems.secretInText();
    const isCommand = analysis.calleeOf(template).kind === 'primitive';
    return isCommand ? undefined : problems.secretAsArgument(`\`${template.tag.getText()}\``);
  }
  if (ts.isPropertyAssignment(parent) || ts.isShorthandPropertyAssignment(parent)) {
    return problemInObject(analysis, parent.parent);
  }
  if (ts.isCallExpression(parent)) return problems.secretAsArgument(`\`${parent.expression.getText()}\``);
  if (ts.isReturnStatement(parent) || ts.isArrowFunction(parent)) return problems.secretReturned();
  if (ts.isBinaryExpression(parent)) {
    const { kind } = parent.operatorToken;
    if (kind === ts.SyntaxKind.PlusToken || kind === ts.SyntaxKind.PlusEqualsToken)
      return problems.secretInText();
    return kind === ts.SyntaxKind.EqualsToken ? problems.secretStored() : problems.secretUsed();
  }
  const isStored =
    ts.isVariableDeclaration(parent) ||
    ts.isParameter(parent) ||
    ts.isArrayLiteralExpression(parent) ||
    ts.isSpreadElement(parent);
  return isStored ? problems.secretStored() : problems.secretUsed();
}

/** `script('x.sh', { PASSWORD: password })` is the one object that may name a secret. */
function problemInObject(analysis: Analysis, object: ts.Node): Problem | undefined {
  const call = withParentheses(object).parent;
  if (!ts.isCallExpression(call)) return problems.secretStored();
  const callee = analysis.calleeOf(call);
  if (callee.kind === 'primitive' && callee.name === 'script') return undefined;
  return problems.secretAsArgument(`\`${call.expression.getText()}\``);
}

/** Each secret that a credential primitive binds has a variable of its own. */
function checkBinding(analysis: Analysis, node: ts.Node, report: Report): void {
  if (!ts.isParameter(node) || !ts.isIdentifier(node.name)) return;
  const symbol = analysis.symbolOf(node.name);
  const variable = symbol === undefined ? undefined : analysis.secretVariableOf(symbol);
  if (variable === undefined) return;
  const { text } = node.name;
  if (!/[A-Za-z]/.test(text)) {
    report(node, problems.unnamedSecret(text));
    return;
  }
  // The parameter itself is among them.
  const same = analysis.secretVariablesAround(node).filter((each) => each === variable);
  if (same.length > 1) report(node, problems.sameSecretVariable(text, variable));
}

/** Between a secret and its binding stand only arrows that are called before the binding ends. */
function problemOfCapture(analysis: Analysis, node: ts.Identifier): Problem | undefined {
  const declaration = analysis.symbolOf(node)?.valueDeclaration;
  for (
    let scope: ts.Node = node;
    scope !== declaration?.parent && !ts.isSourceFile(scope);
    scope = scope.parent
  ) {
    if (ts.isArrowFunction(scope) && !runsAtOnce(analysis, scope)) return problems.secretCaptured();
  }
  return undefined;
}

/** The arrow is the body of a step or primitive, a branch of `parallel`, or a callback of the language. */
function runsAtOnce(analysis: Analysis, arrow: ts.ArrowFunction): boolean {
  if (isBuiltinCallback(arrow, analysis)) return true;
  const holder = withParentheses(arrow).parent;
  const isBranch = ts.isPropertyAssignment(holder);
  const call = isBranch ? withParentheses(holder.parent).parent : holder;
  if (!ts.isCallExpression(call)) return false;
  const callee = analysis.calleeOf(call);
  if (isBranch) return callee.kind === 'primitive' && callee.name === 'parallel';
  return callee.kind === 'step' || callee.kind === 'primitive';
}
