/** Template strings and the conversion of values to text. */
import ts from 'typescript';
import { problems } from '../../diagnostics/catalogue';
import { groovy, type Expression } from '../../groovy';
import { withoutParentheses } from '../analysis/functions';
import { isString, kindOf, mayBeAbsent, membersOf, typeText, type ValueKind } from '../analysis/types';
import { lowerChoice, lowerNullish } from './conditions';
import type { Context } from './context';
import { lowerInOrder, withoutClosure } from './order';
import { numberText, textOf } from './runtime';

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
  if (ts.isTemplateExpression(node)) return groovy.at(context.origin(node), interpolate(context, node));
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken) {
    return lowerNullish(context, node, (other) => lowerText(context, other));
  }
  if (!ts.isConditionalExpression(node)) return asText(context.lower(expression));
  return lowerChoice(context, node, (branch) => lowerText(context, branch));
}

/** `"…".toString() + '…'` without the conversion: a GString and a constant make a GString. */
function asText(value: Expression): Expression {
  if (value.kind === 'call' && value.name === 'toString' && value.receiver?.kind === 'interpolation') {
    return value.receiver;
  }
  const isExtended = value.kind === 'binary' && value.operator === '+' && value.right.kind === 'string';
  return isExtended ? { ...value, left: asText(value.left) } : value;
}

function interpolate(context: Context, node: ts.TemplateExpression): Expression {
  const holes = lowerInOrder(
    context,
    node.templateSpans.map(({ expression }) => expression),
    (expression) => lowerHole(context, expression),
  );
  const parts = node.templateSpans.flatMap(({ literal }, index) => [holes[index] ?? '', literal.text]);
  const text = joinParts([node.head.text, ...parts]);
  // A hole alone is no text yet when it is a boolean or a length.
  const alone = node.templateSpans[holes.indexOf(text)]?.expression;
  const isOther = alone !== undefined && (context.kindOf(alone) === 'boolean' || isLength(context, alone));
  return isOther ? textOf(text) : text;
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

/** A value between other text: a number as JavaScript prints it; strings and booleans print alike in both languages. */
export function lowerHole(context: Context, expression: ts.Expression): Expression {
  const { checker } = context;
  const type = context.typeOf(expression);
  const kind = kindOf(type, checker);
  const isScalar = membersOf(type).every((member) => SCALARS.has(kindOf(member, checker)));
  if (!isScalar) return context.refuse(expression, problems.templateHole(typeText(type, checker)));
  const value = withoutClosure(context, expression, lowerText(context, expression));
  if (value.kind === 'number' && Number.isInteger(value.value)) return groovy.string(String(value.value));
  if (kind === 'mixed') return textOf(value);
  return kind === 'number' && !isLength(context, expression) ? numberText(value) : value;
}

/** What has a text that both languages agree on. */
const SCALARS: ReadonlySet<ValueKind> = new Set(['string', 'number', 'boolean']);

/** The length of a list or a string: an `int` in Groovy, which both languages print alike. */
export function isLength(context: Context, expression: ts.Expression): boolean {
  const node = withoutParentheses(expression);
  if (!ts.isPropertyAccessExpression(node) || node.name.text !== 'length') return false;
  const kind = context.kindOf(node.expression);
  return kind === 'list' || kind === 'string';
}

/** A string, number or boolean as an operand of `+`. Only a template itself may be a GString there: a choice would stay one. */
export function lowerAsText(context: Context, expression: ts.Expression): Expression {
  const isTemplate = ts.isTemplateExpression(withoutParentheses(expression));
  const value = isTemplate ? lowerText(context, expression) : context.lower(expression);
  const type = context.typeOf(expression);
  if (isString(type, context.checker)) return value;
  const isNumber = kindOf(type, context.checker) === 'number' && !mayBeAbsent(type);
  return isNumber ? numberText(value) : textOf(value);
}
