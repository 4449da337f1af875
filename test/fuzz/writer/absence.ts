/** Values that may be absent. */
import { keyText, quoted } from '../domain/texts';
import { indexNumber, numberText } from '../domain/numbers';
import { expression, same } from './expressions';
import { memberGiving } from './members';
import { isSame, listOf, number, optional, recordOf, text, type Data } from './types';
import type { Writer } from './writer';

/** An expression of `value` or `undefined`, whose type the checker does not narrow. */
export function optionalExpression(writer: Writer, value: Data, depth: number): string {
  const { choices } = writer;
  const found = [...optionalPaths(writer, value), ...links(writer, value)];
  return choices.weighted<() => string>([
    [2, () => same(optional(value), choices.chance(50) ? expression(writer, value, depth - 1) : 'undefined')],
    [found.length > 0 ? 6 : 0, () => found[choices.below(found.length)] ?? 'undefined'],
    [depth > 0 ? 3 : 0, () => element(writer, value, depth)],
    [depth > 0 ? 2 : 0, () => entry(writer, value, depth)],
    [depth > 0 ? 3 : 0, () => memberGiving(writer, optional(value), depth) ?? element(writer, value, depth)],
  ])();
}

/** Variables and fields that may be absent. */
function optionalPaths({ scope }: Writer, value: Data): readonly string[] {
  return scope.variables.flatMap(({ name, type }) => {
    if (type.kind === 'optional' && isSame(type.value, value)) return [name];
    if (type.kind !== 'object') return [];
    return type.shape.fields
      .filter((field) => field.optional === true && isSame(field.type, value))
      .map((field) => `${name}.${field.name}`);
  });
}

/** `a.b?.c` and `a?.b.c` through objects that may be absent. */
function links({ scope }: Writer, value: Data): readonly string[] {
  const through = (path: string, type: Data, depth: number): readonly string[] => {
    if (depth === 0 || type.kind !== 'object') return [];
    return type.shape.fields.flatMap((field) => {
      const optionalField = field.optional === true;
      const next = `${path}${field.name}`;
      const own = isSame(field.type, value) ? [next] : [];
      return [...own, ...through(`${next}${optionalField ? '?.' : '.'}`, field.type, depth - 1)];
    });
  };
  return scope.variables.flatMap(({ name, type }) => {
    if (type.kind === 'optional') return through(`${name}?.`, type.value, 3);
    return through(`${name}.`, type, 3).filter((path) => path.includes('?.'));
  });
}

function element(writer: Writer, value: Data, depth: number): string {
  const { choices } = writer;
  const list = receiver(writer, listOf(value), depth - 1);
  const index = choices.chance(50) ? numberText(indexNumber(choices)) : expression(writer, number, depth - 1);
  return `${list}[${index}]`;
}

function entry(writer: Writer, value: Data, depth: number): string {
  const { choices } = writer;
  const record = receiver(writer, recordOf(value), depth - 1);
  const key = choices.chance(60) ? quoted(keyText(choices)) : expression(writer, text, depth - 1);
  return `${record}[${key}]`;
}

/** What brackets stand behind, which may be absent: `(…)?.`. */
function receiver(writer: Writer, type: Data, depth: number): string {
  return writer.choices.chance(30)
    ? `(${optionalExpression(writer, type, depth)})?.`
    : expression(writer, type, depth, true);
}
