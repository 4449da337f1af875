/** Lists, records and objects made of others. */
import { keyText, quoted } from '../domain/texts';
import { expression, literal } from './expressions';
import { remarkInside } from './comments';
import { text, type Data } from './types';
import type { Writer } from './writer';

export function collection(
  writer: Writer,
  type: Extract<Data, { kind: 'list' | 'record' | 'object' }>,
  depth: number,
): string {
  switch (type.kind) {
    case 'list':
      return list(writer, type, depth);
    case 'record':
      return record(writer, type, depth);
    case 'object':
      return object(writer, type, depth);
  }
}

/** `[a, ...list, b]` */
function list(writer: Writer, type: Extract<Data, { kind: 'list' }>, depth: number): string {
  const { choices } = writer;
  const elements = [`...${expression(writer, type, depth - 1, true)}`];
  for (let count = choices.below(3); count > 0; count--) {
    const each = choices.chance(30)
      ? `...${expression(writer, type, depth - 1, true)}`
      : expression(writer, type.element, depth - 1, true);
    elements.splice(choices.below(elements.length + 1), 0, each);
  }
  return `[${remarkInside(writer)}${elements.join(', ')}]`;
}

/** `{ ...record, key: a, [computed]: b }` */
function record(writer: Writer, type: Extract<Data, { kind: 'record' }>, depth: number): string {
  const { choices } = writer;
  const entries = [`...${expression(writer, type, depth - 1, true)}`];
  const keys = new Set<string>();
  for (let count = choices.below(3); count > 0; count--) {
    const value = expression(writer, type.value, depth - 1);
    const key = keyText(choices);
    if (choices.chance(40)) entries.push(`[${expression(writer, text, depth - 1, true)}]: ${value}`);
    else if (!keys.has(key)) entries.push(`${quoted(key)}: ${value}`);
    keys.add(key);
  }
  if (choices.chance(20)) entries.push(`...${expression(writer, type, 0, true)}`);
  return `{ ${entries.join(', ')} }`;
}

/** `{ ...object, field: a }` */
function object(writer: Writer, type: Extract<Data, { kind: 'object' }>, depth: number): string {
  const { choices } = writer;
  const changed = type.shape.fields.filter(() => choices.chance(40));
  if (changed.length === 0 || depth <= 0) return literal(writer, type);
  const fields = changed.map((field) => `${field.name}: ${expression(writer, field.type, depth - 1)}`);
  return `{ ...${expression(writer, type, depth - 1, true)}, ${fields.join(', ')} }`;
}
