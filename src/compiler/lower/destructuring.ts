/** Patterns: each name becomes a local, `String image = parameters.image`. */
import ts from 'typescript';
import { problems } from '../../diagnostics/catalogue';
import { groovy, type Expression, type Statement } from '../../groovy';
import { kindOf, type ValueKind } from '../analysis/types';
import { orElse } from './absence';
import type { Context } from './context';
import { checkReadKey, keyText } from './literals';
import { assignResult, isRepeatable } from './order';
import { lowerText } from './templates';

/** Takes a value apart. @param source what is taken apart; it is printed once for each name */
export function lowerPattern(
  context: Context,
  pattern: ts.BindingPattern,
  source: Expression,
): readonly Statement[] {
  if (!isRepeatable(source)) {
    const local = groovy.identifier(context.freshName(nameOfWhole(context, pattern, 'closure')));
    const type = context.staticTypeOf(pattern);
    return [groovy.variable(local.name, source, type), ...lowerPattern(context, pattern, local)];
  }
  return ts.isObjectBindingPattern(pattern)
    ? pattern.elements.flatMap((element) => lowerProperty(context, element, source))
    : pattern.elements.flatMap((element, index) => lowerElement(context, element, source, index));
}

/**
 * A name for what a pattern takes apart: `parameters` of a function whose type says so, else the name of the type, `entry`
 * for what stands in a list.
 */
export function nameOfWhole(
  context: Context,
  pattern: ts.BindingPattern,
  target: 'method' | 'closure',
): string {
  const type = context.typeOf(pattern);
  const name = (type.aliasSymbol ?? type.getSymbol())?.name ?? '';
  if (ts.isArrayBindingPattern(pattern)) return 'entry';
  const isNamed = /^[A-Z][A-Za-z0-9]*$/.test(name);
  const isFirst = ts.isParameter(pattern.parent) && pattern.parent.parent.parameters[0] === pattern.parent;
  if (target === 'method' && isFirst && (!isNamed || name.endsWith('Parameters'))) return 'parameters';
  return isNamed ? `${name.charAt(0).toLowerCase()}${name.slice(1)}` : 'value';
}

function lowerProperty(
  context: Context,
  element: ts.BindingElement,
  source: Expression,
): readonly Statement[] {
  const key = element.propertyName ?? element.name;
  if (element.dotDotDotToken !== undefined || ts.isComputedPropertyName(key) || !isKey(key)) {
    context.report(element, problems.arrayPattern());
    return [];
  }
  const kind = patternKind(context, element.parent);
  if (kind !== 'object' && kind !== 'mixed') {
    context.report(element, problems.arrayPattern());
    return [];
  }
  const name = keyText(key);
  checkReadKey(context, key, name);
  return lowerBinding(context, element, groovy.property(source, name), name);
}

/** What kind of value a pattern takes apart; of a type parameter what it extends. */
function patternKind(context: Context, pattern: ts.BindingPattern): ValueKind {
  const { checker } = context;
  const type = context.typeOf(pattern);
  return kindOf(checker.getBaseConstraintOfType(type) ?? type, checker);
}

/** Names only: what stands at a position of a list has no name to repeat. */
function lowerElement(
  context: Context,
  element: ts.ArrayBindingElement,
  source: Expression,
  index: number,
): readonly Statement[] {
  if (ts.isOmittedExpression(element)) return [];
  if (
    element.dotDotDotToken !== undefined ||
    !ts.isIdentifier(element.name) ||
    element.initializer !== undefined
  ) {
    context.report(element, problems.arrayPattern());
    return [];
  }
  return lowerBinding(context, element, groovy.index(source, groovy.number(index)), element.name.text);
}

function lowerBinding(
  context: Context,
  element: ts.BindingElement,
  value: Expression,
  key: string,
): readonly Statement[] {
  const { name, initializer } = element;
  const origin = context.origin(element);
  if (ts.isIdentifier(name)) {
    const statements =
      initializer === undefined
        ? [groovy.variable(name.text, value, context.staticTypeOf(name))]
        : withDefault(context, name, value, initializer);
    return statements.map((statement) => groovy.at(origin, statement));
  }
  if (initializer === undefined) return lowerPattern(context, name, value);
  const local = groovy.identifier(context.freshName(key));
  return [
    ...declareWithDefault(context, name, local.name, value, initializer),
    ...lowerPattern(context, name, local),
  ];
}

/** `List x = value != null ? value : default`. */
export function withDefault(
  context: Context,
  name: ts.Identifier,
  value: Expression,
  initializer: ts.Expression,
): readonly Statement[] {
  return declareWithDefault(context, name, name.text, value, initializer);
}

function declareWithDefault(
  context: Context,
  node: ts.BindingName,
  name: string,
  value: Expression,
  initializer: ts.Expression,
): readonly Statement[] {
  const type = context.staticTypeOf(node);
  const otherwise = context.capture(() =>
    type === 'String' ? lowerText(context, initializer) : context.lower(initializer),
  );
  if (otherwise.statements.length === 0) {
    return [groovy.variable(name, orElse(context, context.typeOf(node), value, otherwise.result), type)];
  }
  const local = groovy.identifier(name);
  return [
    groovy.variable(name, value, type),
    groovy.ifElse(groovy.binary(local, '==', groovy.nullLiteral()), assignResult({ local, type }, otherwise)),
  ];
}

function isKey(name: ts.PropertyName | ts.BindingName): name is ts.PropertyName {
  return !ts.isObjectBindingPattern(name) && !ts.isArrayBindingPattern(name);
}
