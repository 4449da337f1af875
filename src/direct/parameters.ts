/**
 * Default values that use a step. JavaScript allows no `yield` among the parameters of a generator, so these move to the
 * start of the body, where each still applies to what is absent only:
 *
 *     function* f($given0) { let name = $given0 === undefined ? (yield* …) : $given0; … }
 */
import ts from 'typescript';

interface Signature {
  readonly parameters: readonly ts.ParameterDeclaration[];
  readonly body: ts.Block;
}

/**
 * The same parameters and body, with the parameters whose defaults use a step taken apart in the body.
 * @param moves which parameters
 */
export function withDefaultsInBody(
  factory: ts.NodeFactory,
  { parameters, body }: Signature,
  moves: (parameter: ts.ParameterDeclaration) => boolean = yields,
): Signature {
  const first = parameters.findIndex(moves);
  if (first < 0) return { parameters, body };
  // Those behind it may read what it gave.
  const moved = parameters.slice(first);
  const given = (index: number): ts.Identifier => factory.createIdentifier(`$given${index}`);
  const declarations = moved.map(({ name, initializer }, index) =>
    factory.createVariableDeclaration(
      name,
      undefined,
      undefined,
      valueOf(factory, given(index), initializer),
    ),
  );
  const list = factory.createVariableDeclarationList(declarations, ts.NodeFlags.Let);
  const plain = moved.map((_parameter, index) =>
    factory.createParameterDeclaration(undefined, undefined, given(index)),
  );
  return {
    parameters: [...parameters.slice(0, first), ...plain],
    body: factory.updateBlock(body, [factory.createVariableStatement(undefined, list), ...body.statements]),
  };
}

function valueOf(
  factory: ts.NodeFactory,
  given: ts.Identifier,
  initializer: ts.Expression | undefined,
): ts.Expression {
  if (initializer === undefined) return given;
  const isAbsent = factory.createStrictEquality(given, factory.createIdentifier('undefined'));
  return factory.createConditionalExpression(isAbsent, undefined, initializer, undefined, given);
}

/** Whether a node suspends, functions inside it left aside. */
function yields(node: ts.Node): boolean {
  if (ts.isYieldExpression(node)) return true;
  return !ts.isFunctionLike(node) && ts.forEachChild(node, yields) === true;
}
