/**
 * Defaults that use steps. JavaScript takes no `yield` among parameters, so such a parameter and those behind it, which may
 * read it, become statements:
 *
 *     function* ($given0) { let name = $given0 === undefined ? (yield* find()) : $given0; … }
 */
import { ts } from 'ts-morph';

/** The parameters, and what the body begins with. */
export interface MovedDefaults {
  readonly parameters: readonly ts.ParameterDeclaration[];
  readonly statements: readonly ts.Statement[];
}

/** Moves the defaults of a function that becomes a generator. @param parameters as the transform left them */
export function moveDefaults(
  factory: ts.NodeFactory,
  parameters: readonly ts.ParameterDeclaration[],
): MovedDefaults {
  const first = parameters.findIndex((parameter) => yields(parameter));
  if (first < 0) return { parameters, statements: [] };
  const moved = parameters.map((parameter, index) => {
    if (index < first) return { parameter, statements: [] };
    const given = factory.createIdentifier(`$given${index}`);
    return {
      parameter: factory.createParameterDeclaration(undefined, undefined, given),
      statements: [declare(factory, parameter, given)],
    };
  });
  return {
    parameters: moved.map(({ parameter }) => parameter),
    statements: moved.flatMap(({ statements }) => statements),
  };
}

function declare(
  factory: ts.NodeFactory,
  { name, initializer }: ts.ParameterDeclaration,
  given: ts.Identifier,
): ts.Statement {
  const value =
    initializer === undefined
      ? given
      : factory.createConditionalExpression(
          factory.createStrictEquality(given, factory.createIdentifier('undefined')),
          undefined,
          initializer,
          undefined,
          given,
        );
  const declaration = factory.createVariableDeclaration(name, undefined, undefined, value);
  return factory.createVariableStatement(
    undefined,
    factory.createVariableDeclarationList([declaration], ts.NodeFlags.Let),
  );
}

/** Whether a `yield` stands in the node itself, not in a function inside. */
function yields(node: ts.Node): boolean {
  if (ts.isYieldExpression(node)) return true;
  return !ts.isFunctionLike(node) && ts.forEachChild(node, yields) === true;
}
