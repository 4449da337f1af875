/** Shapes of JavaScript that the transform builds: calls of the runtime `$gig`, delegation, generators. */
import ts from 'typescript';
import { withDefaultsInBody } from './parameters';

/** Name under which compiled code finds {@link createRuntime}'s result. */
export const RUNTIME = '$gig';

/** The pieces of TypeScript that the transform writes. */
export interface Syntax {
  readonly factory: ts.NodeFactory;
  /** `$gig.name(…)` */
  readonly runtime: (name: string, parameters: readonly ts.Expression[]) => ts.Expression;
  /** `(yield* expression)` */
  readonly yieldAll: (expression: ts.Expression) => ts.Expression;
  /** `(yield* $gig.name(…))` */
  readonly delegate: (name: string, parameters: readonly ts.Expression[]) => ts.Expression;
  /** `(yield* $gig.step("error", [message], location))` */
  readonly error: (message: ts.Expression, location: ts.Expression) => ts.Expression;
  /** `function name(…) {…}` -> `function* name(…) {…}` */
  readonly asGenerator: (node: ts.FunctionDeclaration) => ts.FunctionDeclaration;
  /** `(…) => …` -> `function* (…) {…}`; authors have no `this`, so nothing else changes. */
  readonly generatorFromArrow: (node: ts.ArrowFunction, body: ts.Block) => ts.Expression;
  /** `=> value` -> `=> { return value; }` */
  readonly blockOf: (body: ts.ConciseBody) => ts.Block;
  /** `value` -> `function* () { return value; }`: evaluated when it is needed, steps included. */
  readonly later: (value: ts.Expression) => ts.Expression;
  readonly tryStatement: (body: ts.Block, clause: ts.CatchClause) => ts.Block;
  readonly unmaskedTry: (body: ts.Block, cleanUp: ts.Block, location: ts.Expression) => ts.Block;
}

/** Makes the pieces with the factory of a transform. */
export function createSyntax(factory: ts.NodeFactory): Syntax {
  const identifier = (name: string): ts.Identifier => factory.createIdentifier(name);
  const runtime = (name: string, parameters: readonly ts.Expression[]): ts.Expression =>
    factory.createCallExpression(
      factory.createPropertyAccessExpression(identifier(RUNTIME), name),
      undefined,
      parameters,
    );
  const yieldAll = (expression: ts.Expression): ts.Expression =>
    factory.createParenthesizedExpression(
      factory.createYieldExpression(factory.createToken(ts.SyntaxKind.AsteriskToken), expression),
    );
  const delegate: Syntax['delegate'] = (name, parameters) => yieldAll(runtime(name, parameters));
  const statement = (expression: ts.Expression): ts.Statement =>
    factory.createExpressionStatement(expression);
  const catchAs = (name: string, ...statements: ts.Statement[]): ts.CatchClause =>
    factory.createCatchClause(name, factory.createBlock(statements, true));
  const asterisk = (): ts.AsteriskToken => factory.createToken(ts.SyntaxKind.AsteriskToken);

  const generator = (parameters: readonly ts.ParameterDeclaration[], body: ts.Block): ts.FunctionExpression =>
    factory.createFunctionExpression(
      undefined,
      asterisk(),
      undefined,
      undefined,
      parameters,
      undefined,
      body,
    );
  const returning = (value: ts.Expression): ts.Block =>
    factory.createBlock([factory.createReturnStatement(value)]);

  const blockOf = (body: ts.ConciseBody): ts.Block => (ts.isBlock(body) ? body : returning(body));

  return {
    factory,
    blockOf,
    runtime,
    yieldAll,
    delegate,
    error: (message, location) =>
      delegate('step', [
        factory.createStringLiteral('error'),
        factory.createArrayLiteralExpression([message]),
        location,
      ]),
    asGenerator(node) {
      const { name, modifiers, typeParameters, type } = node;
      const { parameters, body } =
        node.body === undefined
          ? node
          : withDefaultsInBody(factory, { parameters: node.parameters, body: node.body });
      return factory.updateFunctionDeclaration(
        node,
        modifiers,
        asterisk(),
        name,
        typeParameters,
        parameters,
        type,
        body,
      );
    },
    generatorFromArrow(node, body) {
      const moved = withDefaultsInBody(factory, { parameters: node.parameters, body });
      return ts.setTextRange(generator(moved.parameters, moved.body), node);
    },
    later: (value) => generator([], returning(value)),
    tryStatement: (body, clause) =>
      factory.createBlock([factory.createTryStatement(body, clause, undefined)], true),
    unmaskedTry(body, cleanUp, location) {
      const first = identifier('$first');
      const thrown = identifier('$thrown');
      const remember = factory.createAssignment(
        first,
        factory.createObjectLiteralExpression([factory.createPropertyAssignment('thrown', thrown)]),
      );
      const later = statement(delegate('inFinally', [first, identifier('$later'), location]));
      const guardedCleanUp = factory.createTryStatement(cleanUp, catchAs('$later', later), undefined);
      return factory.createBlock(
        [
          factory.createVariableStatement(
            undefined,
            factory.createVariableDeclarationList(
              [factory.createVariableDeclaration(first)],
              ts.NodeFlags.Let,
            ),
          ),
          factory.createTryStatement(
            body,
            catchAs('$thrown', statement(remember), factory.createThrowStatement(thrown)),
            factory.createBlock([guardedCleanUp], true),
          ),
        ],
        true,
      );
    },
  };
}
