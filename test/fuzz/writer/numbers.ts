/** Arithmetic. */
import { expression } from './expressions';
import { listOf, number, text } from './types';
import type { Writer } from './writer';

export function numberExpression(writer: Writer, depth: number): string {
  return writer.choices.weighted([
    [4, arithmetic],
    [1, negation],
    [2, length],
  ])(writer, depth);
}

function arithmetic(writer: Writer, depth: number): string {
  const operator = writer.choices.weighted([
    [5, '+'],
    [4, '-'],
    [4, '*'],
    [2, '/'],
    [2, '%'],
  ] as const);
  return `(${expression(writer, number, depth - 1)} ${operator} ${expression(writer, number, depth - 1)})`;
}

function negation(writer: Writer, depth: number): string {
  return `(-${expression(writer, number, depth - 1)})`;
}

/** `list.length - 1` and its like stay plain operators in Groovy. */
function length(writer: Writer, depth: number): string {
  const { choices } = writer;
  const measured = expression(writer, choices.oneOf([text, listOf(text), listOf(number)]), depth - 1, true);
  const length = `${measured}.length`;
  return choices.weighted([
    [2, () => length],
    [1, () => `(${length} ${choices.oneOf(['+', '-'])} ${choices.below(3)})`],
    [1, () => `(${choices.below(3)} ${choices.oneOf(['-', '+', '*'])} ${length})`],
  ])();
}
