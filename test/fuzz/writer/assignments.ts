/** Statements that change something: variables, fields, entries, lists. */
import { keyText, quoted } from '../domain/texts';
import { declaration } from './variables';
import { anyPrimitive, anyType, expression } from './expressions';
import { use } from './members';
import { members } from './signatures';
import { isSame, number, text, type Data } from './types';
import type { Writer } from './writer';

export function assignment(writer: Writer): readonly string[] {
  const changes = writer.choices.weighted([
    [4, variable],
    [3, field],
    [2, entry],
    [3, list],
    [2, visit],
  ])(writer);
  return changes ?? declaration(writer);
}

/** A target of a type that may be assigned. */
interface Target {
  readonly path: string;
  readonly type: Data;
}

function change(writer: Writer, { path, type }: Target): string {
  const { choices } = writer;
  const value = (): string => expression(writer, type.kind === 'optional' ? type : type, 2, true);
  if (isSame(type, number)) {
    return choices.weighted([
      [2, () => `${path} = ${value()};`],
      [2, () => `${path}${choices.oneOf(['++', '--'])};`],
      [2, () => `${choices.oneOf(['++', '--'])}${path};`],
      [3, () => `${path} ${choices.oneOf(['+=', '-=', '*='])} ${value()};`],
    ])();
  }
  if (isSame(type, text) && choices.chance(40))
    return `${path} += ${expression(writer, anyPrimitive(writer), 2)};`;
  return `${path} = ${value()};`;
}

function variable(writer: Writer): readonly string[] | undefined {
  const found = writer.scope.variables.filter(({ assignable }) => assignable);
  const target = found[writer.choices.below(found.length)];
  return target && [change(writer, { path: target.name, type: target.type })];
}

function field(writer: Writer): readonly string[] | undefined {
  const found = writer.scope.variables.flatMap(({ name, type }) =>
    type.kind === 'object'
      ? type.shape.fields.map((each) => ({ path: `${name}.${each.name}`, ...each }))
      : [],
  );
  const target = found[writer.choices.below(found.length)];
  if (target === undefined) return undefined;
  if (target.optional === true) return [`${target.path} = ${expression(writer, target.type, 2, true)};`];
  return [change(writer, target)];
}

function entry(writer: Writer): readonly string[] | undefined {
  const { choices } = writer;
  const found = writer.scope.variables.filter(({ type }) => type.kind === 'record');
  const target = found[choices.below(found.length)];
  if (target?.type.kind !== 'record') return undefined;
  const key = choices.chance(60) ? quoted(keyText(choices)) : expression(writer, text, 1);
  return [`${target.name}[${key}] = ${expression(writer, target.type.value, 2, true)};`];
}

/** `push`, `reverse`, `fill` and `sort` on a list that nobody visits now. */
function list(writer: Writer): readonly string[] | undefined {
  const { choices, place, colour } = writer;
  const found = writer.scope.variables.filter(
    ({ type, sink }) => type.kind === 'list' && (sink || !place.visiting),
  );
  const target = found[choices.below(found.length)];
  if (target?.type.kind !== 'list') return undefined;
  const { element } = target.type;
  const changes = members.filter(({ entry: { member } }) =>
    target.sink || colour !== 'pure'
      ? ['push', 'reverse', 'fill'].includes(member)
      : ['push', 'reverse', 'fill', 'sort'].includes(member),
  );
  const member = changes[choices.below(changes.length)];
  return member && [`${use(writer, member, new Map([['T', element]]), 2, target.name)};`];
}

/** `forEach` and other calls whose value nobody wants. */
function visit(writer: Writer): readonly string[] | undefined {
  const nothing = members.filter(
    ({ entry: { member }, result }) => result.kind === 'nothing' && member !== 'push',
  );
  const member = nothing[writer.choices.below(nothing.length)];
  return member && [`${use(writer, member, new Map([['T', anyType(writer, 1)]]), 2)};`];
}
