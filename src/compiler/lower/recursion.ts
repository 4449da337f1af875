/**
 * Recursive functions count how deep their calls are nested:
 *
 *     private def visit(String name, nesting = 0) {
 *         if (nesting >= 50) {
 *             error('visit calls itself too deeply: more than 50 calls inside each other')
 *         }
 *         …
 *         visit(child, nesting + 1)
 */
import type ts from 'typescript';
import { groovy, type Expression, type Parameter, type Statement } from '../../groovy';
import { nestingLimit } from '../analysis/recursion';
import type { Context } from './context';

/** The parameter behind those of the author, and what the body begins with; nothing for other functions. */
export function lowerNesting(
  context: Context,
  node: ts.FunctionDeclaration,
): { readonly parameters: readonly Parameter[]; readonly prologue: readonly Statement[] } {
  if (!context.analysis.isRecursive(node)) return { parameters: [], prologue: [] };
  const nesting = groovy.identifier(context.freshName('nesting'));
  context.nesting = nesting;
  const { calls, message } = nestingLimit(node, context.colour);
  const failed =
    context.colour === 'pure'
      ? groovy.throwValue(groovy.construct('Exception', groovy.string(message)))
      : groovy.statement(groovy.call('error', [groovy.string(message)]));
  const isTooDeep = groovy.binary(nesting, '>=', groovy.number(calls));
  const origin = context.origin(node);
  return {
    parameters: [groovy.parameter(nesting.name, undefined, groovy.number(0))],
    prologue: [groovy.at(origin, groovy.ifElse(isTooDeep, [groovy.at(origin, failed)]))],
  };
}

/** The arguments of a call that leads back to where it stands: all of them, and the count. */
export function nestedArguments(
  context: Context,
  call: ts.CallExpression,
  callee: ts.FunctionDeclaration,
  values: readonly Expression[],
): readonly Expression[] | undefined {
  if (context.nesting === undefined || !context.analysis.isNestedCall(call, callee)) return undefined;
  const missing = Array.from({ length: Math.max(0, callee.parameters.length - values.length) }, () =>
    groovy.nullLiteral(),
  );
  return [...values, ...missing, groovy.binary(context.nesting, '+', groovy.number(1))];
}
