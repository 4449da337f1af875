/** Resource scripts: inputs as environment, outputs as a typed map. */
import ts from 'typescript';
import { problems } from '../../diagnostics/catalogue';
import { groovy, type Expression, type NamedArgument, type Statement } from '../../groovy';
import { withoutParentheses } from '../analysis/functions';
import { kindOf } from '../analysis/types';
import type { Context } from './context';
import { environmentList, withEnvironment, type EnvironmentEntry } from './environment';
import { shellOutputs } from './runtime';
import { plainProperties } from './steps';

/**
 *     withEnv(["GIG_IMAGE=${image}"]) {
 *         sh(script: libraryResource(resource: 'gig-ci/x.sh', encoding: 'UTF-8'), label: 'x.sh')
 *     }
 */
export function lowerScript(context: Context, node: ts.CallExpression): Expression {
  const [nameNode, inputsNode] = node.arguments;
  const name = nameNode === undefined ? undefined : withoutParentheses(nameNode);
  if (name === undefined || !ts.isStringLiteralLike(name))
    return context.refuse(nameNode ?? node, problems.scriptName());
  const inputs = inputsNode === undefined ? [] : readInputs(context, inputsNode);
  const statement = groovy.at(context.origin(node), runStatement(context, node, name.text));
  if (inputs.length > 0) return withEnvironment(environmentList(context, inputs), [statement]);
  return statement.kind === 'return' && statement.value !== undefined ? statement.value : callOf(statement);
}

/** The inputs that travel as values; a secret is in the environment already, under the name that the script reads. */
function readInputs(context: Context, argument: ts.Expression): readonly EnvironmentEntry[] {
  const node = withoutParentheses(argument);
  const properties = ts.isObjectLiteralExpression(node) ? plainProperties(node) : undefined;
  if (properties === undefined) {
    context.report(argument, problems.branchesForm('script'));
    return [];
  }
  return properties.flatMap(({ name, value }) => {
    if (!context.analysis.isSecret(value)) return [{ name: `GIG_${name}`, expression: value }];
    const variable = context.analysis.secretVariableAt(value);
    if (variable === undefined) context.report(value, problems.secretStored());
    else if (variable !== `GIG_${name}`) context.report(value, problems.secretName(name, variable));
    return [];
  });
}

function runStatement(context: Context, node: ts.CallExpression, script: string): Statement {
  const resource = groovy.call('libraryResource', [], {
    named: [
      groovy.named('resource', groovy.string(`gig-ci/${script}`)),
      groovy.named('encoding', groovy.string('UTF-8')),
    ],
  });
  const outputs = outputTypes(context, node);
  const named: NamedArgument[] = [
    groovy.named('script', resource),
    groovy.named('label', groovy.string(script)),
  ];
  if (outputs === undefined) return groovy.statement(groovy.call('sh', [], { named }));
  const run = groovy.call('sh', [], {
    named: [...named, groovy.named('returnStdout', groovy.boolean(true))],
  });
  return groovy.returnValue(shellOutputs(outputs, run));
}

/** `[container: 'string', port: 'integer']`, from the type that the script's header gave the call. */
function outputTypes(context: Context, node: ts.CallExpression): Expression | undefined {
  const { checker } = context;
  const outputs = checker.getPropertiesOfType(context.typeOf(node));
  if (outputs.length === 0) return undefined;
  const entries = outputs.map((output) =>
    groovy.entry(
      output.name,
      groovy.string(outputKind(checker.getTypeOfSymbolAtLocation(output, node), checker)),
    ),
  );
  return groovy.map(...entries);
}

function outputKind(type: ts.Type, checker: ts.TypeChecker): 'string' | 'integer' | 'boolean' | 'list' {
  switch (kindOf(type, checker)) {
    case 'number':
      return 'integer';
    case 'boolean':
      return 'boolean';
    case 'list':
      return 'list';
    default:
      return 'string';
  }
}

function callOf(statement: Statement): Expression {
  if (statement.kind !== 'expression') throw new Error('a script is run by an expression');
  return statement.expression;
}
