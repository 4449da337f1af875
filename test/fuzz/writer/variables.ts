/** Declarations of variables, also by patterns. */
import { expression, anyType, literal, same, leaf } from './expressions';
import { shapes, isSame, listOf, optional, text, typeText, type Data, type Shape } from './types';
import type { Writer } from './writer';

export function declaration(writer: Writer): readonly string[] {
  return writer.choices.weighted([
    [6, plain],
    [1, absentVariable],
    [1, sink],
    [2, objectPattern],
    [1, listPattern],
    [1, constant],
  ])(writer);
}

function plain(writer: Writer): readonly string[] {
  const { choices } = writer;
  const type = anyType(writer);
  const assignable = choices.chance(60);
  const annotated = choices.chance(50);
  // Without an annotation the checker must see the type itself; what it narrows, always.
  const isOpen = annotated && !['flag', 'choice'].includes(type.kind);
  const value = expression(writer, type, 3, !isOpen);
  return [declare(writer, type, assignable, annotated ? `: ${typeText(type)}` : '', value)];
}

function declare(writer: Writer, type: Data, assignable: boolean, annotation: string, value: string): string {
  const name = writer.freshName();
  writer.scope.declare({ name, type, assignable, sink: false });
  return `${assignable ? 'let' : 'const'} ${name}${annotation} = ${value};`;
}

function absentVariable(writer: Writer): readonly string[] {
  const value = anyType(writer, 1);
  const type = optional(value);
  const initial = writer.choices.chance(50) ? 'undefined' : expression(writer, value, 1);
  return [declare(writer, type, writer.choices.chance(60), `: ${typeText(type)}`, same(type, initial))];
}

/** A list that anything may push to. */
function sink(writer: Writer): readonly string[] {
  const type = listOf(writer.choices.chance(50) ? text : anyType(writer, 0));
  const name = writer.freshName();
  writer.scope.declare({ name, type, assignable: false, sink: true });
  return [`const ${name}: ${typeText(type)} = [];`];
}

/** `const { id, size: b = 1, box: { length } } = object;` */
function objectPattern(writer: Writer): readonly string[] {
  const shape = writer.choices.oneOf(shapes);
  const source = leaf(writer, { kind: 'object', shape }, true);
  const taken: Taken[] = [];
  const pattern = patternOf(writer, shape, taken, 2);
  if (taken.length === 0) return [];
  for (const { name, type } of taken) writer.scope.declare({ name, type, assignable: false, sink: false });
  return [`const ${pattern} = ${source};`];
}

/** A variable that a pattern makes. */
export interface Taken {
  readonly name: string;
  readonly type: Data;
}

/** A pattern for some of the fields; reserved words need another name. */
export function patternOf(writer: Writer, shape: Shape, taken: Taken[], depth: number): string {
  const { choices } = writer;
  const parts: string[] = [];
  for (const field of shape.fields) {
    if (!choices.chance(50)) continue;
    if (field.type.kind === 'object' && depth > 0 && choices.chance(60)) {
      const before = taken.length;
      const nested = patternOf(writer, field.type.shape, taken, depth - 1);
      if (taken.length === before) continue;
      parts.push(
        `${field.name}: ${nested}${field.optional === true ? ` = ${literal(writer, field.type)}` : ''}`,
      );
      continue;
    }
    const withDefault = field.optional === true && choices.chance(70);
    const type = field.optional === true && !withDefault ? optional(field.type) : field.type;
    const isFree = !['if', 'class'].includes(field.name) && !isTaken(writer, taken, field.name);
    const name = isFree && choices.chance(60) ? field.name : freeName(writer, taken);
    taken.push({ name, type });
    const key = name === field.name ? name : `${field.name}: ${name}`;
    parts.push(`${key}${withDefault ? ` = ${expression(writer, field.type, 1, true)}` : ''}`);
  }
  return `{ ${parts.join(', ')} }`;
}

function isTaken({ scope }: Writer, taken: readonly Taken[], name: string): boolean {
  return name === 'said' || taken.some((each) => each.name === name) || scope.names.includes(name);
}

function freeName(writer: Writer, taken: readonly Taken[]): string {
  const name = writer.freshName();
  return taken.some((each) => each.name === name) ? `${name}${taken.length}x` : name;
}

/** `const [a, , b] = list;` */
function listPattern(writer: Writer): readonly string[] {
  const element = anyType(writer, 1);
  const source = expression(writer, listOf(element), 2, true);
  const taken: Taken[] = [];
  const parts = Array.from({ length: 1 + writer.choices.below(3) }, () => {
    if (writer.choices.chance(25)) return '';
    const name = freeName(writer, taken);
    taken.push({ name, type: optional(element) });
    return name;
  });
  for (const { name, type } of taken) writer.scope.declare({ name, type, assignable: false, sink: false });
  return taken.length === 0 ? [] : [`const [${parts.join(', ')}] = ${source};`];
}

/** `as const` and `satisfies`. */
function constant(writer: Writer): readonly string[] {
  const { choices } = writer;
  const name = writer.freshName();
  if (choices.chance(50)) {
    const type = anyType(writer, 1);
    if (isSame(type, text)) return [];
    const value = expression(writer, type, 1, true);
    writer.scope.declare({ name, type, assignable: false, sink: false });
    return [`const ${name} = (${value} satisfies ${typeText(type)});`];
  }
  writer.scope.declare({ name, type: { kind: 'number' }, assignable: false, sink: false });
  return [
    `const ${name} = ([${literal(writer, text)}, 'b', ${literal(writer, text)}] as const).length + Math.abs(0);`,
  ];
}
