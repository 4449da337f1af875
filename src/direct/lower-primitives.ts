/** The typed forms of `gig-ci/jenkins` that are no steps: what each becomes as a call of the runtime `$gig`. */
import ts from 'typescript';
import { environmentName } from '../compiler/analysis/names';
import { withoutParentheses } from '../compiler/analysis/functions';
import type { PrimitiveName } from '../compiler/analysis/resolve';
import type { TransformState } from './transform-state';

type PrimitiveCall = ts.CallExpression | ts.TaggedTemplateExpression;

/** The replacement of a call of a primitive. */
export function lowerPrimitive(
  state: TransformState,
  name: PrimitiveName,
  node: PrimitiveCall,
): ts.Expression {
  const { syntax } = state;
  if (ts.isTaggedTemplateExpression(node)) return lowerShell(state, name, node);
  const visited = node.arguments.map((argument) => state.visit(argument));
  const location = state.location(node);
  switch (name) {
    case 'withSecretText':
    case 'withSecretLogin':
    case 'withSecretFile':
      return syntax.delegate(name, [...visited, boundVariables(state, node), location]);
    case 'effectiveParameters':
      return syntax.runtime(name, [syntax.factory.createStringLiteral(state.module.name), ...visited]);
    case 'sh':
    case 'sh.output':
    case 'sh.status':
      throw new Error(`'${name}' is called without a template, which the compiler has refused`);
    default:
      return syntax.delegate(name, [...visited, location]);
  }
}

/** `$gig.shell("run", "constant", [["GIG_IMAGE", image]], "file:line")` */
function lowerShell(
  state: TransformState,
  name: PrimitiveName,
  node: ts.TaggedTemplateExpression,
): ts.Expression {
  const { factory, delegate } = state.syntax;
  const command = state.analysis.shellCommand(node.template);
  const mode = name === 'sh' ? 'run' : name.slice('sh.'.length);
  const variables = command.environment.map((variable) =>
    factory.createArrayLiteralExpression([
      factory.createStringLiteral(variable.name),
      state.visit(variable.expression),
    ]),
  );
  return delegate('shell', [
    factory.createStringLiteral(mode),
    factory.createStringLiteral(command.script),
    factory.createArrayLiteralExpression(variables),
    state.location(node),
  ]);
}

/** The names of the variables that the parameters of a credential's body stand for. */
function boundVariables({ syntax: { factory } }: TransformState, node: ts.CallExpression): ts.Expression {
  const argument = node.arguments[1];
  const body = argument === undefined ? undefined : withoutParentheses(argument);
  const parameters = body !== undefined && ts.isArrowFunction(body) ? body.parameters : [];
  return factory.createArrayLiteralExpression(
    parameters.map((parameter) => factory.createStringLiteral(environmentName(parameter.name.getText()))),
  );
}
