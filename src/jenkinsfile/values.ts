/** Reads values: literals whole, what is computed as far as the text says what may come out. */
import { isGroup, isSymbol, type Group, type Node } from './brackets';
import { readArguments, type WrittenArgument } from './arguments';
import { add, withAdded } from './join';
import { onlyNode, rangeOf, type Slice } from './slice';
import type { Range } from './tokens';
import {
  computed,
  oneOf,
  resolved,
  typeOf,
  type Entry,
  type KnownType,
  type ListValue,
  type MapValue,
  type Reading,
  type Value,
} from './value';

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

/** A choice in a choice in a choice: longer ones are not followed. */
const LONGEST_CHOICE = 2000;

/** Reads a value. */
export function readValue(slice: Slice, context: Reading): Value {
  const { nodes, from, to } = slice;
  const range = rangeOf(slice);
  const single = onlyNode(slice);
  if (single !== undefined) return readNode(single, context);
  const second = nodes[from + 1];
  if (to - from === 2 && second?.kind === 'number') {
    if (isSymbol(nodes[from], '-')) return { kind: 'literal', value: 0 - second.value, ...range };
    if (isSymbol(nodes[from], '+')) return { kind: 'literal', value: second.value, ...range };
  }
  const choice = findOperator(slice, ['?', '?:']);
  if (choice !== undefined) return readChoice(slice, choice, context);
  const first = nodes[from];
  const target = isGroup(first, '(')
    ? onlyNode({ nodes: first.nodes, from: 0, to: first.nodes.length })
    : undefined;
  if (target?.kind === 'name' && TYPES[target.text] !== undefined && second?.kind !== 'symbol')
    return computed(range, TYPES[target.text]);
  const cast = findLastName(slice, 'as');
  if (cast !== undefined) return readCast(slice, cast, context);
  const operators = operatorsOf(slice);
  if (isComparison(operators) || isSymbol(nodes[from], '!')) return computed(range, 'boolean');
  if (operators.length > 0 && operators.every((operator) => operator === '+')) return readSum(slice, context);
  return computed(range);
}

function readNode(node: Node, context: Reading): Value {
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
      return readGroup(node, context);
    case 'symbol':
      return computed({ start, end });
  }
}

function readGroup(group: Group, context: Reading): Value {
  const { start, end, nodes, open, isClosed } = group;
  if (open === '{') return { kind: 'closure', start, end };
  const inside = { nodes, from: 0, to: nodes.length };
  if (open === '(') return nodes.length === 0 ? computed({ start, end }) : readValue(inside, context);
  if (nodes.length === 1 && isSymbol(nodes[0], ':'))
    return { kind: 'map', entries: [], isOpen: false, start, end };
  const { list, problems } = readArguments(inside, isClosed ? ']' : 'nothing');
  context.problems.push(...problems);
  return collectionOf(list, { start, end }, context);
}

/** A map, where its first element has a key; else a list. */
function collectionOf(list: readonly WrittenArgument[], range: Range, context: Reading): Value {
  const isEntry = ({ kind }: WrittenArgument): boolean => kind === 'entry' || kind === 'spread map';
  const [first] = list;
  const isMap = first !== undefined && isEntry(first);
  for (const stray of list.filter((each) => isEntry(each) !== isMap)) {
    const reason = isMap ? 'an entry of a map has no key' : 'an element of a list has a key';
    context.problems.push({
      ...rangeOf(stray.value),
      reason,
      remedy: 'Write a map or a list, not both in one.',
    });
  }
  if (isMap) return mapOf(list, range, context);
  return listOf(list, range, context);
}

/** The list that the elements make, spread lists among them. */
function listOf(list: readonly WrittenArgument[], range: Range, context: Reading): ListValue {
  const elements: Value[] = [];
  let isOpen = false;
  for (const { kind, value } of list) {
    const read = readValue(value, context);
    if (kind === 'value') elements.push(read);
    else if (kind === 'spread list') {
      const spread = resolved(read, context);
      if (spread.kind === 'list') for (const element of spread.elements) elements.push(element);
      isOpen ||= spread.kind !== 'list' || spread.isOpen;
    }
  }
  return { kind: 'list', elements, isOpen, ...range };
}

/** The map that the entries make, spread maps among them. */
export function mapOf(list: readonly WrittenArgument[], range: Range, context: Reading): MapValue {
  let map: MapValue = { kind: 'map', entries: [], isOpen: false, ...range };
  let entries: Entry[] = [];
  for (const argument of list) {
    if (argument.kind === 'entry') {
      const entry = { key: argument.key, value: readValue(argument.value, context) };
      entries.push(entry);
      if (entry.key.name === undefined) map = { ...map, isOpen: true };
    } else if (argument.kind === 'spread map') {
      map = withAdded({ ...map, entries }, resolved(readValue(argument.value, context), context));
      entries = [...map.entries];
    }
  }
  return { ...map, entries };
}

/** `condition ? one : other`, `one ?: other` */
function readChoice({ nodes, from, to }: Slice, operator: number, context: Reading): Value {
  const range = rangeOf({ nodes, from, to });
  if (to - from > LONGEST_CHOICE) return computed(range);
  const last = { nodes, from: operator + 1, to };
  const colon = isSymbol(nodes[operator], '?') ? matchingColon(last) : undefined;
  const first = { nodes, from: colon === undefined ? from : operator + 1, to: colon ?? operator };
  if (colon === undefined && isSymbol(nodes[operator], '?')) return computed(range);
  const second = { nodes, from: (colon ?? operator) + 1, to };
  return oneOf(range, [readValue(first, context), readValue(second, context)]);
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
function readCast({ nodes, from, to }: Slice, cast: number, context: Reading): Value {
  const value = readValue({ nodes, from, to: cast }, context);
  const target = nodes[cast + 1];
  const type = target?.kind === 'name' && !isGroup(nodes[to - 1], '[') ? TYPES[target.text] : undefined;
  if (type !== undefined && typeOf(value) === type) return value;
  return computed(rangeOf({ nodes, from, to }), type);
}

/** `'a' + 'b'`, `[a: 1] + other`: joins what is known. */
function readSum({ nodes, from, to }: Slice, context: Reading): Value {
  const range = rangeOf({ nodes, from, to });
  const parts: Value[] = [];
  for (let begin = from, index = from; index <= to; index++) {
    if (index < to && !isSymbol(nodes[index], '+')) continue;
    parts.push(resolved(readValue({ nodes, from: begin, to: index }, context), context));
    begin = index + 1;
  }
  return parts.slice(1).reduce((sum, part) => add(sum, part, range), parts[0] ?? computed(range));
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
