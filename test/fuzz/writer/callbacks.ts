/** Arrow functions in place: callbacks of members of lists, and closures that are kept. */
import type { Builtin } from '../../../src/compiler/builtins';
import { expression } from './expressions';
import { substitute, type Binding } from './members';
import type { Pattern } from './signatures';
import { statements } from './statements';
import { isSame, number, optional, text, type Data, type Shape } from './types';
import { patternOf, type Taken } from './variables';
import { mentions, type Writer } from './writer';

type CallbackPattern = Extract<Pattern, { kind: 'callback' }>;

/** The callback of a member. */
export function callback(
  writer: Writer,
  entry: Builtin,
  pattern: CallbackPattern,
  binding: Binding,
  depth: number,
): string {
  if (entry.callback?.result === 'number' && entry.colour === 'pure') return comparison(writer, binding);
  const types = pattern.parameters.map((each) => substitute(each, binding));
  const [first] = types;
  const result = pattern.result.kind === 'nothing' ? undefined : substitute(pattern.result, binding);
  if (first?.kind === 'object' && result !== undefined && writer.choices.chance(30))
    return readInPlace(writer, first.shape, result, depth);
  return arrow(writer, types.slice(0, writer.choices.below(types.length + 1)), result, depth);
}

/** `(a, b) => { … }` or `(a, b) => value`; parameters that the body does not name get an underscore. */
export function arrow(
  writer: Writer,
  types: readonly Data[],
  result: Data | undefined,
  depth: number,
): string {
  return writer.inBlock(
    () => {
      const names: string[] = [];
      const taken: Taken[] = [];
      for (const type of types) {
        const pattern =
          type.kind === 'object' && writer.choices.chance(40) ? takenApart(writer, type.shape, taken) : '';
        const name =
          pattern === '' ? writer.parameterName([...names, ...taken.map((each) => each.name)]) : pattern;
        names.push(name);
        if (pattern === '') writer.scope.declare({ name, type, assignable: false, sink: false });
      }
      const body = arrowBody(writer, result, depth, taken);
      const parameters = names.map((name) =>
        name.startsWith('{') || mentions(body, name) ? name : `_${name}`,
      );
      return `(${parameters.join(', ')}) => ${body}`;
    },
    { visiting: true, inLoop: false, result: result ?? 'nothing', inFinally: false },
  );
}

/** `({ id, size: b }) => …` with a single expression, which reads what it takes. */
function readInPlace(writer: Writer, { fields }: Shape, result: Data, depth: number): string {
  return writer.inBlock(
    () => {
      const taken = fields
        .filter(() => writer.choices.chance(60))
        .map((field) => ({ field, name: `${field.name}Read` }));
      for (const { field, name } of taken) {
        const type = field.optional === true ? optional(field.type) : field.type;
        writer.scope.declare({ name, type, assignable: false, sink: false });
      }
      const all = `JSON.stringify([${taken.map(({ name }) => name).join(', ')}])`;
      const shown: { readonly [kind in Data['kind']]?: string } = {
        text: all,
        number: `${all}.length`,
        flag: `${all}.includes('1')`,
      };
      const body = bodyValue(
        (writer.choices.chance(50) ? shown[result.kind] : undefined) ??
          expression(writer, result, depth - 1, true),
      );
      const used = taken.filter(({ name }) => mentions(body, name));
      const pattern = used.map(({ field, name }) => `${field.name}: ${name}`).join(', ');
      return used.length === 0 ? `() => ${body}` : `({ ${pattern} }) => ${body}`;
    },
    { visiting: true, inLoop: false, result, inFinally: false },
  );
}

/** A pattern in place of a parameter; nothing when it takes nothing. */
function takenApart(writer: Writer, shape: Shape, taken: Taken[]): string {
  const own: Taken[] = [];
  const pattern = patternOf(writer, shape, own, 0);
  for (const each of own) writer.scope.declare({ ...each, assignable: false, sink: false });
  taken.push(...own);
  return own.length === 0 ? '' : pattern;
}

/** What a pattern takes is said, so that it is used. */
function arrowBody(writer: Writer, result: Data | undefined, depth: number, taken: readonly Taken[]): string {
  const { choices } = writer;
  const withStatements = result === undefined || taken.length > 0 || choices.chance(25);
  if (!withStatements) return bodyValue(expression(writer, result, depth - 1, true));
  const first =
    taken.length > 0
      ? writer.say(`JSON.stringify([${taken.map((each) => each.name).join(', ')}])`)
      : writer.trace();
  const inner = choices.chance(40) && depth > 1 ? statements(writer, 1) : [];
  const last = result === undefined ? [] : [`return ${expression(writer, result, depth - 1, true)};`];
  return `{ ${[first, ...inner, ...last].join('\n')} }`;
}

/** An object literal behind `=>` would be a block. */
function bodyValue(value: string): string {
  return value.startsWith('{') ? `(${value})` : value;
}

/** Comparisons that agree with themselves; others sort in an order that no language promises. */
function comparison(writer: Writer, binding: Binding): string {
  const { choices } = writer;
  const type = binding.get('T') ?? text;
  const descending = choices.chance(40);
  const [x, y] = descending ? ['right', 'left'] : ['left', 'right'];
  if (isSame(type, number) && choices.chance(50)) return `(left, right) => (${x} - ${y}) / 4`;
  // Equal texts cannot be told apart, so nothing need be said of them.
  if (isSame(type, text) && choices.chance(40)) return `(left, right) => (${x} < ${y} ? -1 : 1)`;
  if (isSame(type, text) && choices.chance(15)) return `(left, right) => ${x}.length - ${y}.length`;
  if (isSame(type, text) || isSame(type, number))
    return `(left, right) => (${x} < ${y} ? -1 : ${x} > ${y} ? 1 : 0)`;
  if (type.kind === 'object') {
    const field = type.shape.fields.find((each) => each.optional !== true && isSame(each.type, number));
    if (field !== undefined) return `(left, right) => ${x}.${field.name} - ${y}.${field.name}`;
  }
  return '() => 0';
}
