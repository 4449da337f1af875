/** Pass 6, its reach: while a secret is bound every step has it in its environment, so only those run that use it. */
import ts from 'typescript';
import { problems } from '../../diagnostics/catalogue';
import type { Module } from '../load';
import type { Analysis } from './analyse';
import { functionName, withoutParentheses } from './functions';
import { environmentName } from './names';
import type { Report } from './report';
import { kindOf } from './types';

/** Reports what runs on the agent inside an arrow that binds secrets, and uses none of them. */
export function checkSecretScope(analysis: Analysis, { sourceFile }: Module, report: Report): void {
  const visit = (node: ts.Node, bindings: readonly (readonly ts.Identifier[])[]): void => {
    const bound = analysis.secretsBoundBy(node);
    const around = bound.length === 0 ? bindings : [...bindings, bound];
    const what = around.length === 0 ? undefined : readerOfEnvironment(analysis, node);
    const unused = what === undefined ? undefined : around.find((names) => !usesOneOf(analysis, node, names));
    const own = calledAround(analysis, node);
    const isReplaced = own !== undefined && replacesAll(analysis, own, around.flat().map(variableOf));
    if (what !== undefined && unused !== undefined && !isReplaced) {
      report(node, problems.secretInReach(what, unused.map(variableOf).join(' and ')));
      return;
    }
    ts.forEachChild(node, (child) => {
      visit(child, around);
    });
  };
  visit(sourceFile, []);
}

/** The primitives that start a program themselves. */
const runners: readonly string[] = ['sh', 'sh.output', 'sh.status', 'script'];

/** What a call is called when it may start a program on the agent, which sees the environment. */
function readerOfEnvironment(analysis: Analysis, node: ts.Node): string | undefined {
  if (!ts.isCallExpression(node) && !ts.isTaggedTemplateExpression(node)) return undefined;
  const callee = analysis.calleeOf(node);
  switch (callee.kind) {
    case 'step': {
      const { name, workspace, body } = callee.definition;
      return (workspace && !body) || takesForeignBody(analysis, node) ? name : undefined;
    }
    case 'primitive':
      return runners.includes(callee.name) || takesForeignBody(analysis, node) ? callee.name : undefined;
    case 'function':
      return analysis.colourOf(callee.declaration) === 'pipeline'
        ? functionName(callee.declaration)
        : undefined;
    case 'value':
      return callee.expression.getText();
    case 'describable':
    case 'builtin':
    case 'unknown':
      return undefined;
  }
}

/** Whether a step runs a body that is not written in place, of which nobody knows what it starts. */
function takesForeignBody(analysis: Analysis, call: ts.Node): boolean {
  const { checker } = analysis.project;
  const isForeign = (argument: ts.Expression): boolean => {
    const node = withoutParentheses(argument);
    if (ts.isArrowFunction(node)) return false;
    if (ts.isObjectLiteralExpression(node)) return node.properties.some(isForeignProperty);
    const values = checker.getIndexTypeOfType(analysis.typeOf(node), ts.IndexKind.String);
    return [analysis.typeOf(node), values].some(
      (type) => type !== undefined && kindOf(type, checker) === 'closure',
    );
  };
  const isForeignProperty = (property: ts.ObjectLiteralElementLike): boolean => {
    if (ts.isPropertyAssignment(property)) return isForeign(property.initializer);
    if (ts.isShorthandPropertyAssignment(property)) return isForeign(property.name);
    return ts.isSpreadAssignment(property) && isForeign(property.expression);
  };
  return ts.isCallExpression(call) && call.arguments.some(isForeign);
}

/** The function that a call calls from inside itself. */
function calledAround(analysis: Analysis, node: ts.Node): ts.FunctionDeclaration | undefined {
  const callee = ts.isCallExpression(node) ? analysis.calleeOf(node) : undefined;
  if (callee?.kind !== 'function') return undefined;
  return ts.findAncestor(node, (each) => each === callee.declaration) && callee.declaration;
}

/**
 * Whether a function that calls itself while these variables hold a secret runs nothing in their reach: all that reads
 * the environment stands where it binds them anew, one secret in the place of the other, or where `withEnv` sets them to
 * a text. So a body may run while several secrets are masked in the log.
 */
function replacesAll(
  analysis: Analysis,
  declaration: ts.FunctionDeclaration,
  variables: readonly string[],
): boolean {
  const isSafe = (node: ts.Node, inReach: readonly string[]): boolean => {
    const bound = analysis.secretsBoundBy(node).map(variableOf);
    const left = inReach.filter((variable) => !bound.includes(variable));
    const set = variablesSetBy(analysis, node);
    if (left.length === 0 || left.every((variable) => set.includes(variable))) return true;
    const isOwn = calledAround(analysis, node) === declaration;
    if (!isOwn && readerOfEnvironment(analysis, node) !== undefined) return false;
    return ts.forEachChild(node, (child) => !isSafe(child, left)) !== true;
  };
  return isSafe(declaration, variables);
}

/** The variables that `withEnv({ NAME: 'text' }, …)` sets for its body. */
function variablesSetBy(analysis: Analysis, node: ts.Node): readonly string[] {
  const callee = ts.isCallExpression(node) ? analysis.calleeOf(node) : undefined;
  if (!ts.isCallExpression(node) || callee?.kind !== 'primitive' || callee.name !== 'withEnv') return [];
  const [variables] = node.arguments;
  if (variables === undefined || !ts.isObjectLiteralExpression(variables)) return [];
  const areConstant = variables.properties.every(
    (each) => ts.isPropertyAssignment(each) && ts.isStringLiteralLike(each.initializer),
  );
  return areConstant ? variables.properties.flatMap(({ name }) => name?.getText() ?? []) : [];
}

function variableOf({ text }: ts.Identifier): string {
  return environmentName(text);
}

function usesOneOf(analysis: Analysis, node: ts.Node, names: readonly ts.Identifier[]): boolean {
  const isUse = (each: ts.Node): boolean =>
    ts.isIdentifier(each) &&
    names.some(
      ({ text, parent }) => text === each.text && analysis.symbolOf(each)?.valueDeclaration === parent,
    );
  const search = (each: ts.Node): boolean => isUse(each) || ts.forEachChild(each, search) === true;
  return search(node);
}
