/** The typed forms of `gig-ci/jenkins` that are no steps of Jenkins. */
import ts from 'typescript';
import { problems } from '../../diagnostics/catalogue';
import { groovy, type Call, type Closure, type Expression, type NamedArgument } from '../../groovy';
import { withParentheses, withoutParentheses } from '../analysis/functions';
import { dryRunBegins, environmentName, isSettable } from '../analysis/names';
import { parametersClassName } from '../../model/parameters-class';
import type { PrimitiveName } from '../analysis/resolve';
import { lowerArrow } from './closures';
import type { Context } from './context';
import { environmentList } from './environment';
import { isRepeatable, keep, lowerInOrder } from './order';
import { effectiveParameters, flow, inOrder, settableEnvironment } from './runtime';
import { lowerScript } from './scripts';
import { plainProperties } from './steps';
import { lowerText } from './templates';

/** A call of what `gig-ci/jenkins` adds to the steps. */
export function lowerPrimitiveCall(
  context: Context,
  node: ts.CallExpression,
  name: PrimitiveName,
): Expression {
  switch (name) {
    case 'sh':
    case 'sh.output':
    case 'sh.status':
      return context.refuse(node, problems.unsupported('`sh` without a template'));
    case 'script':
      return lowerScript(context, node);
    case 'withEnv':
      return lowerWithEnvironment(context, node);
    case 'withSecretText':
      return lowerSecret(context, node, name, 'string', ['variable']);
    case 'withSecretLogin':
      return lowerSecret(context, node, name, 'usernamePassword', ['usernameVariable', 'passwordVariable']);
    case 'withSecretFile':
      return lowerSecret(context, node, name, 'file', ['variable']);
    case 'withAwsCredentials':
      return lowerSecret(context, node, name, 'aws', []);
    case 'parallel':
      return lowerParallel(context, node);
    case 'withOutcome':
    case 'withDeadline':
    case 'ifInstalled':
      return flow(name, ...lowerInOrder(context, node.arguments));
    case 'effectiveParameters':
      return lowerEffectiveParameters(context, node);
    case 'withDryRun':
      return callWithBody(context, 'withEnv', [groovy.list(groovy.string(dryRunBegins))], node.arguments[0]);
  }
}

/** `EffectiveParameters.of('gigScan', GigScanParameters.definition(), given, env)` */
function lowerEffectiveParameters(context: Context, node: ts.CallExpression): Expression {
  const { name } = context.file.module;
  const definition = groovy.staticCall(parametersClassName(name), 'definition');
  return effectiveParameters(groovy.string(name), definition, ...lowerInOrder(context, node.arguments));
}

/** `withEnv({ A: x }, body)` -> `withEnv(["A=${x}"]) { … }`; a computed record goes through a helper. */
function lowerWithEnvironment(context: Context, node: ts.CallExpression): Call {
  const [variables, body] = node.arguments;
  const list = variables === undefined ? groovy.list() : lowerVariables(context, variables);
  return callWithBody(context, 'withEnv', [list], body);
}

function lowerVariables(context: Context, argument: ts.Expression): Expression {
  const node = withoutParentheses(argument);
  const properties = ts.isObjectLiteralExpression(node) ? plainProperties(node) : undefined;
  if (properties === undefined) return settableEnvironment(context.lower(argument));
  const secrets = context.analysis.secretVariablesAround(node);
  for (const { name, value } of properties) {
    if (!isSettable(name)) context.report(value.parent, problems.environmentName(name));
    // Jenkins does not tell the case of variables apart.
    const [variable = name] = name.toUpperCase().split('+');
    if (secrets.includes(variable)) context.report(value.parent, problems.secretOverwritten(variable));
  }
  return environmentList(
    context,
    properties.map(({ name, value }) => ({ name, expression: value })),
  );
}

/** `withSecretText(id, (token) => …)` -> `withCredentials([string(credentialsId: id, variable: 'GIG_TOKEN')]) { … }` */
function lowerSecret(
  context: Context,
  node: ts.CallExpression,
  primitive: PrimitiveName,
  binding: string,
  variableParameters: readonly string[],
): Call {
  const [credentialsId, body] = node.arguments;
  const arrow = body === undefined ? undefined : withoutParentheses(body);
  const names = arrow === undefined ? undefined : secretNames(arrow, variableParameters.length);
  if (names?.length !== variableParameters.length)
    context.report(body ?? node, problems.secretBinding(primitive));
  const named: NamedArgument[] = [];
  if (credentialsId !== undefined)
    named.push(groovy.named('credentialsId', lowerText(context, credentialsId)));
  variableParameters.forEach((parameter, index) => {
    const name = names?.[index] ?? parameter.replace(/Variable$/, '');
    named.push(groovy.named(parameter, groovy.string(environmentName(name))));
  });
  const list = groovy.list(groovy.call(binding, [], { named }));
  if (arrow === undefined || !ts.isArrowFunction(arrow))
    return callWithBody(context, 'withCredentials', [list], body);
  // The secrets themselves are no values of the program: only the variables exist.
  const closure: Closure = { ...lowerArrow(context, arrow), parameters: [] };
  return groovy.call('withCredentials', [list], { trailing: closure });
}

/** The names of the parameters of the arrow that binds secrets; nothing when it is in another form. */
function secretNames(arrow: ts.Expression, atMost: number): readonly string[] | undefined {
  if (atMost === 0) return [];
  if (!ts.isArrowFunction(arrow)) return undefined;
  const names = arrow.parameters.map(({ name, initializer, dotDotDotToken }) =>
    ts.isIdentifier(name) && initializer === undefined && dotDotDotToken === undefined
      ? name.text
      : undefined,
  );
  return names.every((name) => name !== undefined) ? names : undefined;
}

/**
 * `parallel({ a: () => … }, { failFast: true })` -> `parallel(a: { … }, failFast: true)`. Jenkins returns the results in
 * the order of a HashMap, so where they are wanted: `Maps.inOrder(parallel(a: { … }), ['a'])`
 */
function lowerParallel(context: Context, node: ts.CallExpression): Call {
  const isWanted = !ts.isExpressionStatement(withParentheses(node).parent);
  const [branches, options] = node.arguments;
  const extra = options === undefined ? [] : lowerOptions(context, options);
  const literal = branches === undefined ? undefined : withoutParentheses(branches);
  const properties =
    literal !== undefined && ts.isObjectLiteralExpression(literal) ? plainProperties(literal) : undefined;
  if (properties === undefined) {
    const given = branches === undefined ? groovy.map() : context.lower(branches);
    const map =
      isWanted && branches !== undefined && !isRepeatable(given) ? keep(context, branches, given) : given;
    const all = extra.length === 0 ? map : groovy.binary(map, '+', groovy.map(...extra.map(toEntry)));
    const results = groovy.call('parallel', [all]);
    return isWanted ? inOrder(results, groovy.methodCall(map, 'keySet')) : results;
  }
  const values = lowerInOrder(
    context,
    properties.map(({ value }) => value),
  );
  const named = properties.map(({ name }, index) =>
    groovy.named(name, values[index] ?? groovy.nullLiteral()),
  );
  // Without branches there is still an argument, an empty map.
  if (named.length + extra.length === 0) return groovy.call('parallel', [groovy.map()]);
  const results = groovy.call('parallel', [], { named: [...named, ...extra] });
  if (!isWanted || named.length < 2) return results;
  return inOrder(results, groovy.list(...properties.map(({ name }) => groovy.string(name))));
}

function lowerOptions(context: Context, options: ts.Expression): readonly NamedArgument[] {
  const node = withoutParentheses(options);
  const properties = ts.isObjectLiteralExpression(node) ? plainProperties(node) : undefined;
  if (properties === undefined) {
    context.report(options, problems.branchesForm('parallel'));
    return [];
  }
  return properties.map(({ name, value }) => groovy.named(name, context.lower(value)));
}

function toEntry({ name, value }: NamedArgument): ReturnType<typeof groovy.entry> {
  return groovy.entry(name, value);
}

function callWithBody(
  context: Context,
  name: string,
  positional: readonly Expression[],
  body: ts.Expression | undefined,
): Call {
  const node = body === undefined ? undefined : withoutParentheses(body);
  if (node === undefined) return groovy.call(name, positional);
  if (ts.isArrowFunction(node)) return groovy.call(name, positional, { trailing: lowerArrow(context, node) });
  return groovy.call(name, [...positional, context.lower(node)]);
}
