/** Steps and describables of the catalogue. */
import ts from 'typescript';
import type { DescribableDefinition, StepDefinition } from '../../jenkins/steps/step';
import { groovy, type Call, type Expression, type NamedArgument } from '../../groovy';
import { withoutParentheses } from '../analysis/functions';
import { lowerArrow } from './closures';
import type { Context } from './context';
import { keyText } from './literals';
import { lowerInOrder } from './order';
import { lowerText } from './templates';

/** `stage('Build') { … }`, `junit(testResults: '…')`, `retry(count: 2, conditions: [agent()]) { … }`. */
export function lowerStep(context: Context, node: ts.CallExpression, step: StepDefinition): Call {
  const nodes = [...node.arguments];
  const bodyNode = step.body ? nodes.pop() : undefined;
  const given = withNameOfNumber(context, step, nodes[0], lowerArguments(context, nodes[0]));
  return groovy.at(context.origin(node), withBody(context, step.name, given, bodyNode));
}

/** `sleep(time: 5)`: see `numberIsNamed` of the step's entry. */
function withNameOfNumber(
  context: Context,
  { numberIsNamed, positional }: StepDefinition,
  node: ts.Expression | undefined,
  given: Arguments,
): Arguments {
  const [value] = given.positional;
  const isNumber = numberIsNamed === true && node !== undefined && context.kindOf(node) === 'number';
  if (!isNumber || value === undefined || positional === undefined) return given;
  return { positional: [], named: [groovy.named(positional, value)] };
}

/** `agent()`: looks like a step and gives Jenkins a description. */
export function lowerDescribable(
  context: Context,
  node: ts.CallExpression,
  { name }: DescribableDefinition,
): Call {
  return groovy.call(name, ...callParts(lowerArguments(context, node.arguments[0])));
}

interface Arguments {
  readonly positional: readonly Expression[];
  readonly named: readonly NamedArgument[];
}

/** One value, or named arguments: a literal object is written as them, any other one is a map that Jenkins reads alike. */
function lowerArguments(context: Context, argument: ts.Expression | undefined): Arguments {
  if (argument === undefined) return { positional: [], named: [] };
  const node = withoutParentheses(argument);
  const properties = ts.isObjectLiteralExpression(node) ? plainProperties(node) : undefined;
  if (properties === undefined) return { positional: [lowerText(context, argument)], named: [] };
  const values = lowerInOrder(
    context,
    properties.map(({ value }) => value),
    (value) => lowerText(context, value),
  );
  return {
    positional: [],
    named: properties.map(({ name }, index) => groovy.named(name, values[index] ?? groovy.nullLiteral())),
  };
}

/** The properties of an object without spread and computed keys. */
export function plainProperties(
  node: ts.ObjectLiteralExpression,
): readonly { readonly name: string; readonly value: ts.Expression }[] | undefined {
  const properties = node.properties.map((property) => {
    if (ts.isShorthandPropertyAssignment(property)) return { name: property.name.text, value: property.name };
    if (!ts.isPropertyAssignment(property) || ts.isComputedPropertyName(property.name)) return undefined;
    return { name: keyText(property.name), value: property.initializer };
  });
  return properties.every((property) => property !== undefined) ? properties : undefined;
}

/** A call with its closure behind the parentheses, or among the arguments when it is a variable. */
function withBody(
  context: Context,
  name: string,
  parts: Arguments,
  bodyNode: ts.Expression | undefined,
): Call {
  const body = bodyNode === undefined ? undefined : withoutParentheses(bodyNode);
  if (body === undefined) return groovy.call(name, ...callParts(parts));
  if (ts.isArrowFunction(body)) {
    return groovy.call(name, parts.positional, { named: parts.named, trailing: lowerArrow(context, body) });
  }
  return groovy.call(name, [...parts.positional, context.lower(body)], { named: parts.named });
}

function callParts({
  positional,
  named,
}: Arguments): [readonly Expression[], { readonly named: readonly NamedArgument[] }] {
  return [positional, { named }];
}
