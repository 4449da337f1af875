/** Constant arguments of steps and primitives that Jenkins would not take, or not in the same way in both worlds. */
import ts from 'typescript';
import { problems } from '../../diagnostics/catalogue';
import type { StepDefinition } from '../../jenkins/steps/step';
import type { Module } from '../load';
import { nodesOf } from '../nodes';
import type { Analysis } from './analyse';
import { withoutParentheses } from './functions';
import type { Report } from './report';

/** Reports fractions where Jenkins takes whole numbers, and names that no branch of `parallel` can have. */
export function checkStepArguments(analysis: Analysis, { sourceFile }: Module, report: Report): void {
  for (const node of nodesOf(sourceFile)) {
    if (ts.isCallExpression(node)) checkCall(analysis, node, report);
  }
}

function checkCall(analysis: Analysis, node: ts.CallExpression, report: Report): void {
  const callee = analysis.calleeOf(node);
  const [first] = node.arguments;
  if (first === undefined) return;
  if (callee.kind === 'step') checkWholeNumbers(analysis, callee.definition, first, report);
  if (callee.kind !== 'primitive') return;
  if (callee.name === 'withDeadline') checkWholeNumber(analysis, 'minutes', first, report);
  if (callee.name === 'parallel') checkBranches(analysis, first, report);
}

function checkWholeNumbers(
  analysis: Analysis,
  { parameters, positional }: StepDefinition,
  argument: ts.Expression,
  report: Report,
): void {
  const { checker } = analysis.project;
  const type = analysis.typeOf(argument);
  for (const parameter of parameters) {
    if (parameter.type.kind !== 'integer') continue;
    if (parameter.name === positional) checkWholeNumber(analysis, parameter.name, argument, report);
    const property = (type.flags & ts.TypeFlags.Object) === 0 ? undefined : type.getProperty(parameter.name);
    const given = property && checker.getTypeOfSymbolAtLocation(property, argument);
    const written = property?.valueDeclaration;
    // The type of a property that may change is `number`, whatever is written there.
    const value =
      written !== undefined && ts.isPropertyAssignment(written)
        ? analysis.typeOf(written.initializer)
        : given;
    if (value !== undefined && isFraction(value)) report(argument, problems.wholeNumber(parameter.name));
  }
}

function checkWholeNumber(analysis: Analysis, name: string, node: ts.Expression, report: Report): void {
  if (isFraction(analysis.typeOf(node))) report(node, problems.wholeNumber(name));
}

function isFraction(type: ts.Type): boolean {
  return type.isNumberLiteral() && !Number.isInteger(type.value);
}

/**
 * JavaScript puts keys that look like integers first, Groovy does not; `failFast` is an option of the step. The names
 * come from the type: what is written in place, in a constant, or spread.
 */
function checkBranches(analysis: Analysis, branches: ts.Expression, report: Report): void {
  const written = withoutParentheses(branches);
  for (const { name, valueDeclaration } of analysis.typeOf(branches).getProperties()) {
    const isInPlace =
      valueDeclaration !== undefined &&
      ts.isPropertyAssignment(valueDeclaration) &&
      valueDeclaration.parent === written;
    const place = isInPlace ? valueDeclaration : branches;
    if (/^(0|[1-9]\d*)$/.test(name)) report(place, problems.integerLikeBranch(name));
    if (name === 'failFast') report(place, problems.reservedBranch());
  }
}
