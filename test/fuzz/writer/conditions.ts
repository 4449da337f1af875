/** Booleans, and expressions where only true or false matters. */
import { anyType, expression, leaf, same } from './expressions';
import { optionalExpression } from './absence';
import { flag, mode, number, optional, text, listOf, type Data } from './types';
import { quoted } from '../domain/texts';
import type { Writer } from './writer';

export function flagExpression(writer: Writer, depth: number): string {
  return writer.choices.weighted([
    [3, comparison],
    [3, equality],
    [2, logical],
    [1, negation],
    [1, (each, level) => `!${equality(each, level)}`],
    [1, presence],
  ])(writer, depth);
}

/** An expression as a condition: a boolean, a text, or something that may be absent. */
export function condition(writer: Writer, depth: number): string {
  const { choices } = writer;
  if (depth < 0 || choices.isOver) return leaf(writer, flag, true);
  return choices.weighted<() => string>([
    [5, () => expression(writer, flag, depth, true)],
    [1, () => tested(writer, text, depth)],
    [1, () => tested(writer, listOf(text), depth - 1)],
    [1, () => optionalExpression(writer, choices.oneOf([text, listOf(number), flag]), depth)],
    [1, () => `!${tested(writer, text, depth - 1)}`],
    [1, () => both(writer, depth)],
  ])();
}

/** A value that the checker does not know: it warns of what is always true. */
export function tested(writer: Writer, type: Data, depth: number): string {
  const value = expression(writer, type, depth, true);
  return /^[\w$.]+$/.test(value) || value.startsWith('same<') ? value : same(type, value);
}

/** `&&` and `||` of anything that can be tested. */
function both(writer: Writer, depth: number): string {
  const left = condition(writer, depth - 1);
  const operator = writer.choices.oneOf(['&&', '||']);
  return writer.inBlock(() => {
    writer.scope.hide(writer.narrowedBy(left));
    return `(${left} ${operator} ${condition(writer, depth - 1)})`;
  });
}

function comparison(writer: Writer, depth: number): string {
  const type = writer.choices.oneOf([number, text]);
  const operator = writer.choices.oneOf(['<', '<=', '>', '>=']);
  if (writer.choices.chance(30)) {
    const both = leaf(writer, type, true);
    return `(${both} ${operator} ${both})`;
  }
  return `(${expression(writer, type, depth - 1)} ${operator} ${expression(writer, type, depth - 1)})`;
}

function equality(writer: Writer, depth: number): string {
  const { choices } = writer;
  const operator = choices.oneOf(['===', '!==']);
  // What may be absent is not equal to what is false: parentheses count.
  if (choices.chance(35) && depth > 0)
    return `(${same(optional(flag), choices.oneOf(['undefined', 'undefined', 'false', 'true']))} ${operator} ${equality(writer, depth - 1)})`;
  if (choices.chance(15))
    return `(${leaf(writer, mode, true)} ${operator} ${quoted(choices.oneOf(['fast', 'slow']))})`;
  const type = choices.oneOf([text, number, flag]);
  return `(${expression(writer, type, depth - 1, true)} ${operator} ${expression(writer, type, depth - 1)})`;
}

function logical(writer: Writer, depth: number): string {
  const left = expression(writer, flag, depth - 1, true);
  const operator = writer.choices.oneOf(['&&', '||']);
  return writer.inBlock(() => {
    writer.scope.hide(writer.narrowedBy(left));
    return `(${left} ${operator} ${expression(writer, flag, depth - 1, true)})`;
  });
}

function negation(writer: Writer, depth: number): string {
  return `!${condition(writer, depth - 1)}`;
}

function presence(writer: Writer, depth: number): string {
  const { choices } = writer;
  const value = optionalExpression(writer, anyType(writer, 1), depth - 1);
  return `(${value} ${choices.oneOf(['===', '!=='])} undefined)`;
}
