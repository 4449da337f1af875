/** Template strings and the conversion of values to text. */
import { ts } from 'ts-morph';
import { problems } from '../../diagnostics/catalogue';
import { groovy, type Expression } from '../../groovy';
import { withoutParentheses } from '../analysis/functions';
import { isString, kindOf, mayBeAbsent, typeText } from '../analysis/types';
import type { Context } from './context';
import { lowerInOrder, withoutClosure } from './order';
import { textOf } from './runtime';

/** A text as a value: a GString becomes a String at once, because it would not be found as a key or an element. */
export function lowerTemplate(context: Context, node: ts.TemplateExpression): Expression {
  const text = interpolate(context, node);
  return text.kind === 'interpolation' ? groovy.methodCall(text, 'toString') : text;
}

/**
 * A text for a place that makes a String of a GString itself: an argument of a step, a local of type String.
 * Any other expression is lowered as usual.
 */
export function lowerText(context: Context, expression: ts.Expression): Expression {
  const node = withoutParentheses(expression);
  return ts.isTemplateExpression(node)
    ? groovy.at(context.origin(node), interpolate(context, node))
    : context.lower(expression);
}

function interpolate(context: Context, node: ts.TemplateExpression): Expression {
  const holes = lowerInOrder(
    context,
    node.templateSpans.map(({ expression }) => expression),
    (expression) => lowerHole(context, expression),
  );
  const parts = node.templateSpans.flatMap(({ literal }, index) => [holes[index] ?? '', literal.text]);
  return joinParts([node.head.text, ...parts]);
}

/** An interpolation without empty parts; `${name}` alone is `name`. */
export function joinParts(parts: readonly (string | Expression)[]): Expression {
  const kept = parts.flatMap((part) => {
    if (typeof part === 'string') return part === '' ? [] : [part];
    if (part.kind === 'interpolation') return part.parts;
    return part.kind === 'string' ? [part.value] : [part];
  });
  const [only] = kept;
  if (kept.length === 1 && only !== undefined && typeof only !== 'string') return only;
  return groovy.interpolation(...kept);
}

/** A value in a text. A boolean alone in a template must still become text, so only strings stay as they are. */
function lowerHole(context: Context, expression: ts.Expression): Expression {
  const { checker } = context;
  const type = checker.getTypeAtLocation(expression);
  const kind = kindOf(type, checker);
  if (mayBeAbsent(type) || !(kind === 'string' || kind === 'number' || kind === 'boolean')) {
    return context.refuse(expression, problems.templateHole(typeText(type, checker)));
  }
  const value = withoutClosure(context, expression, lowerText(context, expression));
  if (value.kind === 'number' && Number.isInteger(value.value)) return groovy.string(String(value.value));
  return kind === 'string' ? value : textOf(value);
}

/** A string, number or boolean as text. */
export function lowerAsText(context: Context, expression: ts.Expression): Expression {
  const value = lowerText(context, expression);
  return isString(context.checker.getTypeAtLocation(expression), context.checker) ? value : textOf(value);
}
