/** Reads values: literals whole, what is computed as far as the text says what may come out. */
import { isGroup, isSymbol, type Group, type Node } from './brackets';
import { readArguments, type Key, type WrittenArgument } from './arguments';
import { onlyNode, type Slice } from './slice';
import type { Range, SyntaxProblem } from './tokens';

/** What a computed value is for certain. */
export type KnownType = 'string' | 'integer' | 'number' | 'boolean' | 'list' | 'map';

/** An entry of a map. */
export interface Entry {
  readonly key: Key;
  readonly value: Value;
}

export type Value = Range &
  (
    | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
    /** `isOpen`: another list is spread into it. */
    | { readonly kind: 'list'; readonly elements: readonly Value[]; readonly isOpen: boolean }
    /** `isOpen`: it has a computed key, or another map is spread into it or added to it. */
    | { readonly kind: 'map'; readonly entries: readonly Entry[]; readonly isOpen: boolean }
    | { readonly kind: 'closure' }
    | { readonly kind: 'variable'; readonly name: string }
    /** `possible`: values that it may have, besides any other. */
    | { readonly kind: 'computed'; readonly type?: KnownType; readonly possible: readonly Value[] }
  );

export type MapValue = Extract<Value, { kind: 'map' }>;

const LITERALS: ReadonlyMap<string, boolean | null> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
]);

const TYPES: { readonly [name: string]: KnownType | undefined } = {
  String: 'string',
  Integer: 'integer',
  int: 'integer',
  Long: 'integer',
  long: 'integer',
  BigInteger: 'integer',
  Double: 'number',
  double: 'number',
  BigDecimal: 'number',
  Boolean: 'boolean',
  boolean: 'boolean',
  List: 'list',
  ArrayList: 'list',
  Map: 'map',
};

const COMPARISONS: ReadonlySet<string> = new Set(['==', '!=', '<', '>', '<=', '>=', '&&', '||', '==~']);
const COMPARES_OR_ENCLOSES_TYPES: ReadonlySet<string> = new Set(['<', '>']);

/** Reads a value. @param problems takes what is no Groovy */
export function readValue(slice: Slice, problems: SyntaxProblem[]): Value {
  const { nodes, from, to } = slice;
  const range = rangeOf(slice);
  const single = onlyNode(slice);
  if (single !== undefined) return readNode(single, problems);
  const second = nodes[from + 1];
  if (to - from === 2 && isSymbol(nodes[from], '-') && second?.kind === 'number')
    return { kind: 'literal', value: 0 - second.value, ...range };
  const choice = findOperator(slice, ['?', '?:']);
  if (choice !== undefined) return readChoice(slice, choice, problems);
  const cast = findLastName(slice, 'as');
  if (cast !== undefined) return readCast(slice, cast, problems);
  const operators = operatorsOf(slice);
  if (isComparison(operators) || isSymbol(nodes[from], '!')) return computed(range, 'boolean');
  if (operators.length > 0 && operators.every((operator) => operator === '+'))
    return readSum(slice, problems);
  return computed(range);
}

function readNode(node: Node, problems: SyntaxProblem[]): Value {
  const { start, end } = node;
  switch (node.kind) {
    case 'string':
      if (node.value === undefined) return computed({ start, end }, 'string');
      return { kind: 'literal', value: node.value, start, end };
    case 'number':
      return { kind: 'literal', value: node.value, start, end };
    case 'name': {
      const literal = LITERALS.get(node.text);
      if (literal !== undefined) return { kind: 'literal', value: literal, start, end };
      return { kind: 'variable', name: node.text, start, end };
    }
    case 'group':
      return readGroup(node, problems);
    case 'symbol':
      return computed({ start, end });
  }
}

function readGroup(group: Group, problems: SyntaxProblem[]): Value {
  const { start, end, nodes, open, isClosed } = group;
  if (open === '{') return { kind: 'closure', start, end };
  const inside = { nodes, from: 0, to: nodes.length };
  if (open === '(') return nodes.length === 0 ? computed({ start, end }) : readValue(inside, problems);
  if (nodes.length === 1 && isSymbol(nodes[0], ':'))
    return { kind: 'map', entries: [], isOpen: false, start, end };
  const { list, problems: found } = readArguments(inside, isClosed ? ']' : 'nothing');
  problems.push(...found);
  return collectionOf(list, { start, end }, problems);
}

/** A map, where its first element has a key; else a list. */
function collectionOf(list: readonly WrittenArgument[], range: Range, problems: SyntaxProblem[]): Value {
  const isEntry = ({ kind }: WrittenArgument): boolean => kind === 'entry' || kind === 'spread map';
  const [first] = list;
  const isMap = first !== undefined && isEntry(first);
  for (const stray of list.filter((each) => isEntry(each) !== isMap)) {
    const reason = isMap ? 'an entry of a map has no key' : 'an element of a list has a key';
    problems.push({ ...rangeOf(stray.value), reason, remedy: 'Write a map or a list, not both in one.' });
  }
  if (isMap) return mapOf(list, range, problems);
  const elements = list.flatMap((each) => (each.kind === 'value' ? [readValue(each.value, problems)] : []));
  return { kind: 'list', elements, isOpen: elements.length < list.length, ...range };
}

/** The map that the entries make, spread maps among them. */
export function mapOf(list: readonly WrittenArgument[], range: Range, problems: SyntaxProblem[]): MapValue {
  let map: MapValue = { kind: 'map', entries: [], isOpen: false, ...range };
  for (const argument of list) {
    if (argument.kind === 'entry') {
      const entry = { key: argument.key, value: readValue(argument.value, problems) };
      map = { ...map, entries: [...map.entries, entry], isOpen: map.isOpen || entry.key.name === undefined };
    } else if (argument.kind === 'spread map') map = withAdded(map, readValue(argument.value, problems));
  }
  return map;
}

/** What comes later wins. What an unknown map brings may replace anything before it. */
function withAdded(map: MapValue, added: Value): MapValue {
  if (added.kind !== 'map') {
    const entries = map.entries.map(({ key, value }) => ({
      key,
      value: computed(value, undefined, [value]),
    }));
    return { ...map, entries, isOpen: true };
  }
  const replaced = new Set(added.entries.map(({ key }) => key.name));
  const kept = map.entries.filter(({ key }) => key.name === undefined || !replaced.has(key.name));
  return { ...map, entries: [...kept, ...added.entries], isOpen: map.isOpen || added.isOpen };
}

/** `condition ? one : other`, `one ?: other` */
function readChoice({ nodes, from, to }: Slice, operator: number, problems: SyntaxProblem[]): Value {
  const range = rangeOf({ nodes, from, to });
  const last = { nodes, from: operator + 1, to };
  if (isSymbol(nodes[operator], '?:'))
    return computed(
      range,
      undefined,
      [{ nodes, from, to: operator }, last].map((each) => readValue(each, problems)),
    );
  const colon = matchingColon(last);
  if (colon === undefined) return computed(range);
  const sides = [
    { nodes, from: operator + 1, to: colon },
    { nodes, from: colon + 1, to },
  ];
  return computed(
    range,
    undefined,
    sides.map((each) => readValue(each, problems)),
  );
}

function matchingColon({ nodes, from, to }: Slice): number | undefined {
  let depth = 0;
  for (let index = from; index < to; index++) {
    if (isSymbol(nodes[index], '?')) depth++;
    else if (isSymbol(nodes[index], ':') && depth-- === 0) return index;
  }
  return undefined;
}

/** `value as Type`: of the same type it is the value itself. */
function readCast({ nodes, from, to }: Slice, cast: number, problems: SyntaxProblem[]): Value {
  const value = readValue({ nodes, from, to: cast }, problems);
  const target = nodes[cast + 1];
  const type = target?.kind === 'name' && !isGroup(nodes[to - 1], '[') ? TYPES[target.text] : undefined;
  if (type !== undefined && typeOf(value) === type) return value;
  return computed(rangeOf({ nodes, from, to }), type);
}

/** `'a' + 'b'`, `[a: 1] + other`: joins what is known. */
function readSum({ nodes, from, to }: Slice, problems: SyntaxProblem[]): Value {
  const range = rangeOf({ nodes, from, to });
  const parts: Value[] = [];
  for (let begin = from, index = from; index <= to; index++) {
    if (index < to && !isSymbol(nodes[index], '+')) continue;
    parts.push(readValue({ nodes, from: begin, to: index }, problems));
    begin = index + 1;
  }
  return parts.slice(1).reduce((sum, part) => add(sum, part, range), parts[0] ?? computed(range));
}

function add(sum: Value, part: Value, range: Range): Value {
  if (sum.kind === 'map') return { ...withAdded(sum, part), ...range };
  if (part.kind === 'map' && sum.kind !== 'literal' && typeOf(sum) === undefined)
    return { ...part, isOpen: true, ...range };
  if (sum.kind === 'list') {
    if (part.kind === 'list')
      return {
        ...sum,
        elements: [...sum.elements, ...part.elements],
        isOpen: sum.isOpen || part.isOpen,
        ...range,
      };
    return { ...sum, isOpen: true, ...range };
  }
  if (typeOf(sum) !== 'string') return computed(range);
  if (sum.kind !== 'literal' || part.kind !== 'literal') return computed(range, 'string');
  return { kind: 'literal', value: `${String(sum.value)}${String(part.value)}`, ...range };
}

/** The type that a value has for certain. */
export function typeOf(value: Value): KnownType | undefined {
  switch (value.kind) {
    case 'literal':
      if (typeof value.value === 'number') return Number.isInteger(value.value) ? 'integer' : 'number';
      if (typeof value.value === 'string') return 'string';
      return value.value === null ? undefined : 'boolean';
    case 'list':
    case 'map':
      return value.kind;
    case 'computed':
      return value.type;
    case 'closure':
    case 'variable':
      return undefined;
  }
}

function computed({ start, end }: Range, type?: KnownType, possible: readonly Value[] = []): Value {
  return { kind: 'computed', ...(type !== undefined && { type }), possible, start, end };
}

function findOperator({ nodes, from, to }: Slice, operators: readonly string[]): number | undefined {
  for (let index = from; index < to; index++) {
    const node = nodes[index];
    if (node?.kind === 'symbol' && operators.includes(node.text)) return index;
  }
  return undefined;
}

function findLastName({ nodes, from, to }: Slice, name: string): number | undefined {
  for (let index = to - 1; index > from; index--) {
    const node = nodes[index];
    const isMember = isSymbol(nodes[index - 1], '.');
    if (node?.kind === 'name' && node.text === name && !isMember) return index;
  }
  return undefined;
}

/** One `<` alone compares; with others it may belong to a type, or shift. */
function isComparison(operators: readonly string[]): boolean {
  const isAmbiguous = operators.filter((operator) => COMPARES_OR_ENCLOSES_TYPES.has(operator)).length > 1;
  return !isAmbiguous && operators.some((operator) => COMPARISONS.has(operator));
}

function operatorsOf({ nodes, from, to }: Slice): readonly string[] {
  return nodes
    .slice(from, to)
    .flatMap((node) =>
      node.kind === 'symbol' && node.text !== '.' && node.text !== '?.' ? [node.text] : [],
    );
}

/** The place of a slice in the text. */
export function rangeOf({ nodes, from, to }: Slice): Range {
  const [first, last] = [nodes[from], nodes[to - 1]];
  if (first !== undefined && last !== undefined && to > from) return { start: first.start, end: last.end };
  const place = nodes[from]?.start ?? nodes[from - 1]?.end ?? 0;
  return { start: place, end: place };
}
