/** Pass 6, its reach: while a secret is bound every step has it in its environment, so only those run that use it. */
import ts from 'typescript';
import { problems } from '../../diagnostics/catalogue';
import type { Module } from '../load';
import type { Analysis } from './analyse';
import { functionName } from './functions';
import { environmentName } from './names';
import type { Report } from './report';

/** Reports what runs on the agent inside an arrow that binds secrets, and uses none of them. */
export function checkSecretScope(analysis: Analysis, { sourceFile }: Module, report: Report): void {
  const visit = (node: ts.Node, bindings: readonly (readonly ts.Identifier[])[]): void => {
    const bound = analysis.secretsBoundBy(node);
    const around = bound.length === 0 ? bindings : [...bindings, bound];
    const what = around.length === 0 ? undefined : readerOfEnvironment(analysis, node);
    const unused = what === undefined ? undefined : around.find((names) => !usesOneOf(analysis, node, names));
    if (what !== undefined && unused !== undefined) {
      const variables = unused.map(({ text }) => environmentName(text));
      report(node, problems.secretInReach(what, variables.join(' and ')));
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
    case 'step':
      return callee.definition.workspace && !callee.definition.body ? callee.definition.name : undefined;
    case 'primitive':
      return runners.includes(callee.name) ? callee.name : undefined;
    case 'function': {
      // A function that calls itself binds one secret inside the other, so that a body has several.
      const isOwn = ts.findAncestor(node, (each) => each === callee.declaration) !== undefined;
      const runsSteps = analysis.colourOf(callee.declaration) === 'pipeline';
      return runsSteps && !isOwn ? functionName(callee.declaration) : undefined;
    }
    case 'value':
      return callee.expression.getText();
    case 'describable':
    case 'builtin':
    case 'unknown':
      return undefined;
  }
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
