/**
 * Recursive functions count how deep their calls are nested, as those of the generated Groovy do:
 *
 *     function* visit(name, $nesting = 0) {
 *         if ($nesting >= 50) return yield* $gig.step("error", ["visit calls itself too deeply: …"], "vars/x.ts:9");
 *         …
 *         yield* visit(child, $nesting + 1)
 */
import ts from 'typescript';
import { nestingLimit } from '../compiler/analysis/recursion';
import { withDefaultsInBody } from './parameters';
import type { TransformState } from './transform-state';

const NESTING = '$nesting';

/** The function with its count, when it is recursive. */
export function countNesting(
  state: TransformState,
  node: ts.FunctionDeclaration,
  visited: ts.FunctionDeclaration,
): ts.FunctionDeclaration {
  const { analysis, syntax } = state;
  if (visited.body === undefined || !analysis.isRecursive(node)) return visited;
  const { factory } = syntax;
  const nesting = factory.createIdentifier(NESTING);
  const colour = analysis.colourOf(node);
  const { calls, message } = nestingLimit(node, colour);
  const text = factory.createStringLiteral(message);
  const failed =
    colour === 'pure'
      ? factory.createThrowStatement(syntax.runtime('ordinaryError', [text]))
      : factory.createReturnStatement(syntax.error(text, state.location(node)));
  const check = factory.createIfStatement(
    factory.createGreaterThanEquals(nesting, factory.createNumericLiteral(calls)),
    failed,
  );
  // A default value may call the function, too, and a parameter cannot read a later one.
  const { parameters, body } = withDefaultsInBody(
    factory,
    { parameters: visited.parameters, body: visited.body },
    ({ initializer, name }) => initializer !== undefined || !ts.isIdentifier(name),
  );
  const counter = factory.createParameterDeclaration(
    undefined,
    undefined,
    nesting,
    undefined,
    undefined,
    factory.createNumericLiteral(0),
  );
  const { modifiers, name, typeParameters } = visited;
  return factory.updateFunctionDeclaration(
    visited,
    modifiers,
    undefined,
    name,
    typeParameters,
    [...parameters, counter],
    undefined,
    factory.updateBlock(body, [check, ...body.statements]),
  );
}

/** The arguments of a call that leads back to where it stands: all of them, and the count. */
export function nestedArguments(
  { analysis, syntax: { factory } }: TransformState,
  call: ts.CallExpression,
  callee: ts.FunctionDeclaration,
  visited: ts.CallExpression,
): ts.CallExpression {
  if (!analysis.isNestedCall(call, callee)) return visited;
  const missing = Array.from({ length: Math.max(0, callee.parameters.length - call.arguments.length) }, () =>
    factory.createIdentifier('undefined'),
  );
  const deeper = factory.createAdd(factory.createIdentifier(NESTING), factory.createNumericLiteral(1));
  return factory.updateCallExpression(visited, visited.expression, undefined, [
    ...visited.arguments,
    ...missing,
    deeper,
  ]);
}
