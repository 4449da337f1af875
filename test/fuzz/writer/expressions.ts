/** Expressions of any type. `wide`: the checker must see the declared type itself, not that of a literal. */
import { backquoted, hostileText, keyText, quoted } from '../domain/texts';
import { hostileNumber, numberText } from '../domain/numbers';
import { collection } from './collections';
import { constants } from './constants';
import { condition, flagExpression } from './conditions';
import { memberGiving } from './members';
import { numberExpression } from './numbers';
import { optionalExpression } from './absence';
import { setCopies } from './sets';
import { textExpression } from './texts';
import {
  isSame,
  number,
  shapes,
  text,
  flag,
  listOf,
  mode,
  pairOf,
  recordOf,
  typeText,
  type Data,
  type Field,
} from './types';
import type { FunctionSignature, Writer } from './writer';

/** An expression that gives a value of the type. @param depth how deep it may be nested */
export function expression(writer: Writer, type: Data, depth: number, wide = false): string {
  const { choices } = writer;
  if (depth <= 0 || choices.isOver) return leaf(writer, type, wide);
  return choices.weighted<() => string>([
    [4, () => leaf(writer, type, wide)],
    [3, () => ownExpression(writer, type, depth, wide)],
    [3, () => memberGiving(writer, type, depth) ?? leaf(writer, type, wide)],
    [1, () => choice(writer, type, depth, wide)],
    [1, () => withDefault(writer, type, depth)],
    [2, () => functionCall(writer, type, depth) ?? ownExpression(writer, type, depth, wide)],
  ])();
}

/** A variable, a field or a literal. */
export function leaf(writer: Writer, type: Data, wide: boolean): string {
  const { choices } = writer;
  const found = [...paths(writer, type), ...(isSame(type, listOf(text)) ? setCopies(writer) : [])];
  const constant = constants.filter((each) => isSame(each.type, type));
  if (constant.length > 0 && choices.chance(7)) {
    const { path } = constant[choices.below(constant.length)] ?? { path: '' };
    return wide ? same(type, path) : path;
  }
  const index = choices.below(found.length * 2 + 1);
  const path = found[(index - 1) % Math.max(found.length, 1)];
  if (index > 0 && path !== undefined) return path;
  const value = literal(writer, type);
  return wide ? same(type, value) : value;
}

/** The value through a function, so that the checker sees the declared type. */
export function same(type: Data, value: string): string {
  return `same<${typeText(type)}>(${value})`;
}

/** Variables of the type, and fields of variables. */
function paths({ scope }: Writer, type: Data): readonly string[] {
  return scope.variables.flatMap(({ name, type: own, sink }) => {
    if (sink) return [];
    if (isSame(own, type)) return [name];
    if (own.kind !== 'object') return [];
    return own.shape.fields
      .filter((field) => field.optional !== true && isSame(field.type, type))
      .map((field) => `${name}.${field.name}`);
  });
}

/** A value of the type, written down. Only where the type is known from outside. */
export function literal(writer: Writer, type: Data, depth = 2): string {
  const { choices } = writer;
  const inner = (each: Data): string =>
    depth > 0 && choices.chance(12) ? expression(writer, each, 1) : literal(writer, each, depth - 1);
  switch (type.kind) {
    case 'text': {
      const value = hostileText(choices);
      return choices.chance(25) ? backquoted(value) : quoted(value);
    }
    case 'number':
      return numberText(hostileNumber(choices));
    case 'flag':
      return choices.oneOf(['false', 'true']);
    case 'choice':
      return quoted(choices.oneOf(type.literals));
    case 'list':
      return `[${Array.from({ length: choices.below(4) }, () => inner(type.element)).join(', ')}]`;
    case 'pair':
      return `[${inner(type.first)}, ${inner(type.second)}]`;
    case 'record': {
      const keys = new Set(Array.from({ length: choices.below(4) }, () => keyText(choices)));
      return `{ ${[...keys].map((key) => `${quoted(key)}: ${inner(type.value)}`).join(', ')} }`;
    }
    case 'object': {
      const given = type.shape.fields.filter(({ optional }) => optional !== true || choices.chance(50));
      const shorthand = (name: string, each: Data): boolean =>
        writer.scope.variables.some((own) => own.name === name && isSame(own.type, each));
      // A default stands in for what is absent, not for what is empty.
      const value = (field: Field): string =>
        (field.optional === true && choices.chance(40) ? empty[field.type.kind] : undefined) ??
        inner(field.type);
      return `{ ${given.map((field) => (shorthand(field.name, field.type) ? field.name : `${field.name}: ${value(field)}`)).join(', ')} }`;
    }
    case 'optional':
      return choices.chance(60) ? inner(type.value) : 'undefined';
  }
}

/** Values that Groovy takes for false. */
const empty: { readonly [kind in Data['kind']]?: string } = {
  text: "''",
  number: '0',
  flag: 'false',
  list: '[]',
};

function ownExpression(writer: Writer, type: Data, depth: number, wide: boolean): string {
  switch (type.kind) {
    case 'text': {
      const value = textExpression(writer, depth);
      // The checker computes a template of literals.
      return wide && value.startsWith('`') ? same(type, value) : value;
    }
    case 'number':
      return numberExpression(writer, depth);
    case 'flag':
      return flagExpression(writer, depth);
    case 'optional':
      return optionalExpression(writer, type.value, depth);
    case 'list':
    case 'record':
    case 'object': {
      const value = collection(writer, type, depth);
      return wide && type.kind !== 'list' ? same(type, value) : value;
    }
    case 'pair':
    case 'choice':
      return leaf(writer, type, wide);
  }
}

/** `(condition ? a : b)` */
function choice(writer: Writer, type: Data, depth: number, wide: boolean): string {
  const test = condition(writer, depth - 1);
  return writer.inBlock(() => {
    writer.scope.hide(writer.narrowedBy(test));
    return `(${test} ? ${expression(writer, type, depth - 1, wide)} : ${expression(writer, type, depth - 1, wide)})`;
  });
}

/** `(absent ?? default)` */
function withDefault(writer: Writer, type: Data, depth: number): string {
  if (type.kind === 'optional') return optionalExpression(writer, type.value, depth);
  const left = optionalExpression(writer, type, depth - 1);
  return `(${left} ?? ${expression(writer, type, depth - 1, true)})`;
}

/** A call of a function of the module, or of a closure. */
function functionCall(writer: Writer, type: Data, depth: number): string | undefined {
  const { choices, scope, functions, colour } = writer;
  const calls = [
    ...functions
      .filter((each) => isSame(each.result, type) && (each.colour === 'pure' || colour === 'pipeline'))
      .map((each) => () => callOfFunction(writer, each, depth)),
    ...(colour === 'pipeline' ? scope.closures : [])
      .filter((each) => each.type.result !== undefined && isSame(each.type.result, type))
      .map((each) => () => callOfClosure(writer, each, depth)),
  ];
  return calls[choices.below(calls.length)]?.();
}

/** A call of a function with all that it must have. */
export function callOfFunction(writer: Writer, called: FunctionSignature, depth: number): string {
  const given = called.parameters.filter(({ optional }) => !optional || writer.choices.chance(60));
  // What is left out is left out from the end.
  const values = called.parameters
    .slice(0, given.length)
    .map((parameter) => expression(writer, parameter.type, depth - 1));
  return `${called.name}(${['said', ...values].join(', ')})`;
}

/** A call of a closure with all that it takes. */
export function callOfClosure(
  writer: Writer,
  { name, type }: { readonly name: string; readonly type: { readonly parameters: readonly Data[] } },
  depth: number,
): string {
  return `${name}(${type.parameters.map((parameter) => expression(writer, parameter, depth - 1)).join(', ')})`;
}

/** A type at random. The first is the simplest. */
export function anyType(writer: Writer, depth = 2): Data {
  const { choices } = writer;
  return choices.weighted<() => Data>([
    [5, () => text],
    [5, () => number],
    [3, () => flag],
    [depth > 0 ? 4 : 0, () => listOf(anyType(writer, depth - 1))],
    [depth > 0 ? 2 : 0, () => recordOf(anyType(writer, depth - 1))],
    [depth > 0 ? 1 : 0, () => pairOf(anyPrimitive(writer), anyPrimitive(writer))],
    [2, () => ({ kind: 'object', shape: choices.oneOf(shapes) })],
    [1, () => mode],
  ])();
}

/** Text, number or boolean. */
export function anyPrimitive({ choices }: Writer): Data {
  return choices.oneOf([text, number, flag]);
}
