/** Patterns: each name becomes a local, `String image = parameters.image`. */
import ts from 'typescript';
import { problems } from '../../diagnostics/catalogue';
import { groovy, type Expression, type Statement, type StaticType } from '../../groovy';
import { kindOf, type ValueKind } from '../analysis/types';
import { isRepeatable, type Context } from './context';
import { checkKey, keyText } from './literals';
import { lowerText } from './templates';

/** Takes a value apart. @param source what is taken apart; it is printed once for each name */
export function lowerPattern(
  context: Context,
  pattern: ts.BindingPattern,
  source: Expression,
): readonly Statement[] {
  if (!isRepeatable(source)) {
    const local = groovy.identifier(context.freshName('value'));
    const type = context.staticTypeOf(pattern);
    return [groovy.variable(local.name, source, type), ...lowerPattern(context, pattern, local)];
  }
  return ts.isObjectBindingPattern(pattern)
    ? pattern.elements.flatMap((element) => lowerProperty(context, element, source))
    : pattern.elements.flatMap((element, index) => lowerElement(context, element, source, index));
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
  checkKey(context, key, name);
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
        ? [groovy.variable(context.nameOfDeclaration(name), value, context.staticTypeOf(name))]
        : withDefault(context, name, value, initializer);
    return statements.map((statement) => groovy.at(origin, statement));
  }
  if (initializer === undefined) return lowerPattern(context, name, value);
  const local = groovy.identifier(context.freshName(key));
  const type = context.staticTypeOf(name);
  return [
    ...declareWithDefault(context, local.name, value, initializer, type),
    ...lowerPattern(context, name, local),
  ];
}

/** `String x = value != null ? value : default`. */
export function withDefault(
  context: Context,
  name: ts.Identifier,
  value: Expression,
  initializer: ts.Expression,
): readonly Statement[] {
  return declareWithDefault(
    context,
    context.nameOfDeclaration(name),
    value,
    initializer,
    context.staticTypeOf(name),
  );
}

function declareWithDefault(
  context: Context,
  name: string,
  value: Expression,
  initializer: ts.Expression,
  type: StaticType | undefined,
): readonly Statement[] {
  const { statements, result } = context.capture(() =>
    type === 'String' ? lowerText(context, initializer) : context.lower(initializer),
  );
  if (statements.length === 0) {
    const isThere = groovy.binary(value, '!=', groovy.nullLiteral());
    return [groovy.variable(name, groovy.ternary(isThere, value, result), type)];
  }
  const local = groovy.identifier(name);
  return [
    groovy.variable(name, value, type),
    groovy.ifElse(groovy.binary(local, '==', groovy.nullLiteral()), [
      ...statements,
      groovy.assign(local, result),
    ]),
  ];
}

function isKey(name: ts.PropertyName | ts.BindingName): name is ts.PropertyName {
  return !ts.isObjectBindingPattern(name) && !ts.isArrayBindingPattern(name);
}
