/** Arrow functions as closures. */
import ts from 'typescript';
import { problems } from '../../diagnostics/catalogue';
import { groovy, type Closure, type Parameter, type Statement } from '../../groovy';
import { isAssignmentOperator } from '../analysis/capture';
import { isBuiltinCallback } from '../analysis/colour';
import { withoutParentheses } from '../analysis/functions';
import { isNothing } from '../analysis/types';
import type { Context } from './context';
import { lowerEffect } from './effects';
import { lowerParameters } from './parameters';

/** `(name) => { … }` -> `{ name -> … }`. */
export function lowerArrow(context: Context, node: ts.ArrowFunction): Closure {
  if (context.analysis.namesItself(node)) context.report(node, problems.closureCallsItself());
  const { parameters, prologue } = lowerParameters(context, node.parameters, 'closure');
  const body = ts.isBlock(node.body)
    ? context.lowerStatements(node.body.statements)
    : lowerValueBody(context, node.body);
  // The closure beside this one may call its parameter the same.
  node.parameters.forEach(({ name }, index) => {
    const parameter = parameters[index];
    if (!ts.isIdentifier(name) && parameter !== undefined) context.giveBack(parameter.name);
  });
  return groovy.at(
    context.origin(node),
    groovy.closure(
      [...parameters, ...ignoredParameters(context, node)],
      [...prologue, ...body, ...returnOfNothing(context, node, body.at(-1))],
    ),
  );
}

/** A closure gives what its last statement gives: where somebody may look at that, it gives nothing. */
function returnOfNothing(
  context: Context,
  node: ts.ArrowFunction,
  last: Statement | undefined,
): readonly Statement[] {
  if (last === undefined || last.kind === 'return' || last.kind === 'throw') return [];
  const { checker } = context;
  const [own] = checker.getTypeAtLocation(node).getCallSignatures();
  const gives = own && checker.getReturnTypeOfSignature(own);
  if (gives === undefined) return [];
  // `(): unknown => stage('x', () => { … })`: the step would give what its body gives.
  if ((gives.flags & ts.TypeFlags.VoidLike) === 0)
    return !ts.isBlock(node.body) && isNothing(context.typeOf(node.body)) ? [groovy.returnValue()] : [];
  const signatures = checker.getContextualType(node)?.getNonNullableType().getCallSignatures() ?? [];
  const isLookedAt = signatures.some((each) => !isNothing(checker.getReturnTypeOfSignature(each)));
  return isLookedAt || (gives.flags & ts.TypeFlags.Undefined) !== 0 ? [groovy.returnValue()] : [];
}

/** `() => value`: returned, unless it has no value; then only its effect counts. */
function lowerValueBody(context: Context, node: ts.Expression): readonly Statement[] {
  const type = context.typeOf(node);
  const isEffect = (type.flags & ts.TypeFlags.Void) !== 0 || isAssignment(node);
  const { statements, result } = context.capture(() =>
    isEffect ? lowerEffect(context, node) : [groovy.returnValue(context.lower(node))],
  );
  const origin = context.origin(node);
  return [...statements, ...result].map((statement) => groovy.at(statement.origin ?? origin, statement));
}

function isAssignment(expression: ts.Expression): boolean {
  const node = withoutParentheses(expression);
  return (
    ts.isPostfixUnaryExpression(node) ||
    (ts.isBinaryExpression(node) && isAssignmentOperator(node.operatorToken.kind))
  );
}

/**
 * Parameters that the caller passes and the author left out. A Groovy closure must have as many parameters as it gets
 * arguments; one argument it takes without naming it.
 */
function ignoredParameters(context: Context, node: ts.ArrowFunction): readonly Parameter[] {
  // A member of the language passes what its callback names.
  if (isBuiltinCallback(node, context.analysis)) return [];
  const signatures = context.checker.getContextualType(node)?.getNonNullableType().getCallSignatures();
  const expected = signatures?.[0]?.parameters ?? [];
  if (expected.length < 2 && node.parameters.length === 0) return [];
  return expected
    .slice(node.parameters.length)
    .map(({ name }) =>
      groovy.parameter(context.freshName(`ignored${name.charAt(0).toUpperCase()}${name.slice(1)}`)),
    );
}
