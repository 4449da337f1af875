/** Texts that are made of parts. */
import { hostileText, templateText } from '../domain/texts';
import { expression } from './expressions';
import { number, text } from './types';
import { anyPrimitive } from './expressions';
import type { Writer } from './writer';

export function textExpression(writer: Writer, depth: number): string {
  return writer.choices.weighted([
    [3, template],
    [2, sum],
    [1, escapes],
  ])(writer, depth);
}

/** A template with one to three holes. */
function template(writer: Writer, depth: number): string {
  const { choices } = writer;
  const parts = [choices.chance(50) ? templateText(hostileText(choices)) : ''];
  for (let hole = choices.below(3); hole >= 0; hole--) {
    parts.push(`\${${expression(writer, anyPrimitive(writer), depth - 1)}}`);
    parts.push(choices.chance(50) ? templateText(hostileText(choices)) : '');
  }
  return `\`${parts.join('')}\``;
}

/** `(a + b)`, one of which is a text. */
function sum(writer: Writer, depth: number): string {
  const operands = [expression(writer, text, depth - 1), expression(writer, anyPrimitive(writer), depth - 1)];
  if (writer.choices.chance(50)) operands.reverse();
  return `(${operands.join(' + ')})`;
}

/** A number as text in its two ways. */
function escapes(writer: Writer, depth: number): string {
  return `String(${expression(writer, number, depth - 1)})`;
}
