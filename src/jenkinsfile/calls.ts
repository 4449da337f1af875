/** Finds calls: `name(…)`, `name …` up to the end of the statement, `name { … }`, wherever they stand. */
import { readArguments, type WrittenArguments } from './arguments';
import { isEmptyBrackets, isGroup, isName, isSymbol, type Group, type Node, type Opening } from './brackets';
import { continues } from './operands';
import type { NameToken, Range } from './tokens';

/** A call without a receiver. */
export interface Call extends Range {
  readonly name: string;
  /** Where the name stands. */
  readonly place: NameToken;
  /** Reads what is passed; a closure behind the parentheses is the last value. */
  readonly arguments: () => WrittenArguments;
}

/** Brackets, or the whole file, with what surrounds them. */
export interface Scope extends Range {
  readonly open: Opening | undefined;
  readonly nodes: readonly Node[];
  /** Missing for the whole file. In a hole of a string there are no siblings. */
  readonly parent?: { readonly scope: Scope; readonly index: number };
}

const ACCESS: ReadonlySet<string> = new Set(['.', '?.', '*.', '.&', '.@', '::', '@']);
const BEFORE_STATEMENT: ReadonlySet<string> = new Set([';', '=', '->', ':', '+=', '<<']);
const WORDS_BEFORE_STATEMENT: ReadonlySet<string> = new Set(['return', 'else', 'do']);
const HEADS: ReadonlySet<string> = new Set(['if', 'while', 'for', 'switch', 'catch', 'synchronized']);
const OPERATORS: ReadonlySet<string> = new Set(['in', 'as', 'instanceof']);
const NO_CALLS: ReadonlySet<string> = new Set([
  ...HEADS,
  ...OPERATORS,
  ...'assert break case class continue def default do else enum extends final finally import interface new package private protected public return static super this throw throws try void true false null'.split(
    ' ',
  ),
]);
const MODIFIERS: ReadonlySet<string> = new Set(
  'def final private protected public static void boolean byte char double float int long short'.split(' '),
);

/** Visits every bracket of the file, the whole file first. */
export function* scopesOf(nodes: readonly Node[], end: number): Generator<Scope> {
  const stack: Scope[] = [{ open: undefined, nodes, start: 0, end }];
  for (let scope = stack.pop(); scope !== undefined; scope = stack.pop()) {
    yield scope;
    const inner: Scope[] = [];
    for (const [index, node] of scope.nodes.entries()) {
      const parent = { scope, index };
      if (node.kind === 'group')
        inner.push({ open: node.open, nodes: node.nodes, start: node.start, end: node.end, parent });
      else if (node.kind === 'string')
        for (const hole of node.holes)
          inner.push({ open: '{', nodes: hole, start: node.start, end: node.end, parent });
    }
    // There may be more of them than a call takes arguments.
    for (const each of inner.reverse()) stack.push(each);
  }
}

/** The calls directly inside a scope. */
export function* callsIn(scope: Scope): Generator<Call> {
  if (isClassBody(scope)) return;
  for (const [index, node] of scope.nodes.entries()) {
    if (node.kind !== 'name' || NO_CALLS.has(node.text)) continue;
    const call = callAt(scope, index, node);
    if (call !== undefined) yield call;
  }
}

function callAt(scope: Scope, index: number, place: NameToken): Call | undefined {
  const { nodes } = scope;
  const next = nodes[index + 1];
  if (next === undefined || isAccess(nodes[index - 1]) || isName(nodes[index - 1], 'new')) return undefined;
  if (isGroup(next, '(') && !next.newlineBefore)
    return isDefinition(scope, index) ? undefined : parenthesised(nodes, index, place, next);
  // A closure may begin in the next line, any other argument may not.
  if (next.newlineBefore && !isGroup(next, '{')) return undefined;
  if (!isStatementStart(scope, index) || !beginsArgument(nodes, index + 1)) return undefined;
  if (next.kind === 'name' && isType(scope, index)) return undefined;
  const end = statementEnd(nodes, index + 1);
  return {
    name: place.text,
    place,
    start: place.start,
    end: nodes[end - 1]?.end ?? place.end,
    arguments: () => readArguments({ nodes, from: index + 1, to: end }, 'line'),
  };
}

/** `String name`, `string name = …`, `Map name(…) { … }`: in front of a name, a capital letter makes a type. */
function isType(scope: Scope, index: number): boolean {
  const { nodes } = scope;
  const [node, following] = [nodes[index], nodes[index + 2]];
  if (node?.kind === 'name' && /^\p{Lu}/u.test(node.text)) return !isSymbol(following, ':');
  return isSymbol(following, '=') || isDefinition(scope, index + 1);
}

/** There things are defined, not called. */
function isClassBody({ open, parent }: Scope): boolean {
  if (open !== '{' || parent === undefined) return false;
  const { nodes } = parent.scope;
  for (let index = parent.index - 1; index >= 0; index--) {
    const node = nodes[index];
    if (node?.kind === 'name' && /^(?:class|interface|enum|trait)$/.test(node.text)) return true;
    if (node?.kind !== 'name' && !(node?.kind === 'symbol' && /^[.,<>]$/.test(node.text))) return false;
  }
  return false;
}

function parenthesised(nodes: readonly Node[], index: number, place: NameToken, group: Group): Call {
  let end = index + 2;
  while (isGroup(nodes[end], '{')) end++;
  return {
    name: place.text,
    place,
    start: place.start,
    end: nodes[end - 1]?.end ?? group.end,
    arguments: () => {
      const inside = { nodes: group.nodes, from: 0, to: group.nodes.length };
      const { list, problems } = readArguments(inside, group.isClosed ? ')' : 'nothing');
      const closures = nodes.slice(index + 2, end).map((_, offset) => {
        const from = index + 2 + offset;
        return { kind: 'value', value: { nodes, from, to: from + 1 } } as const;
      });
      return { list: [...list, ...closures], problems };
    },
  };
}

/** Whether a name is the member of something else, or of an annotation. */
export function isAccess(node: Node | undefined): boolean {
  return node?.kind === 'symbol' && ACCESS.has(node.text);
}

/** `def name(…) {`, `String name(…) {`, `Map<String, Object> name(…)`: what is defined, not called. */
export function isDefinition({ nodes, open }: Scope, index: number): boolean {
  if (open === '(' || open === '[') return false;
  const before = nodes[index - 1];
  if (before === undefined || nodes[index]?.newlineBefore === true) return false;
  if (before.kind === 'name')
    return MODIFIERS.has(before.text) || (!NO_CALLS.has(before.text) && isDefinedType(nodes, index));
  const isTyped = isSymbol(before, '>') || isEmptyBrackets(before);
  return isTyped && isDefinedType(nodes, index);
}

/** Behind a type that is no keyword, only a body tells a definition from `step name(…)`. */
function isDefinedType(nodes: readonly Node[], index: number): boolean {
  const body = isName(nodes[index + 2], 'throws')
    ? nodes.findIndex((node, at) => at > index && isGroup(node, '{'))
    : index + 2;
  return isGroup(nodes[index + 1], '(') && isGroup(nodes[body], '{');
}

/** Whether a statement, or the right side of an assignment, begins there: only there a call needs no parentheses. */
export function isStatementStart({ nodes, open }: Scope, index: number): boolean {
  if (open === '(' || open === '[') return false;
  const before = nodes[index - 1];
  if (before === undefined) return true;
  if (before.kind === 'symbol' && BEFORE_STATEMENT.has(before.text)) return true;
  if (before.kind === 'name' && WORDS_BEFORE_STATEMENT.has(before.text)) return true;
  const head = nodes[index - 2];
  if (isGroup(before, '(') && head?.kind === 'name' && HEADS.has(head.text)) return true;
  return nodes[index]?.newlineBefore === true && !continues(before);
}

/** What can only be an argument: `name [a: 1]` is an index, and `name -1` a difference. */
function beginsArgument(nodes: readonly Node[], index: number): boolean {
  const node = nodes[index];
  switch (node?.kind) {
    case 'string':
    case 'number':
      return true;
    case 'name':
      return !OPERATORS.has(node.text);
    case 'group':
      return node.open === '{';
    case 'symbol':
      return node.text === '*' && isSymbol(nodes[index + 1], ':');
    case undefined:
      return false;
  }
}

/** The index behind the statement that goes on there. */
export function statementEnd(nodes: readonly Node[], from: number): number {
  for (let index = from; index < nodes.length; index++) {
    const node = nodes[index];
    if (isSymbol(node, ';')) return index;
    if (index > from && node?.newlineBefore === true && !continues(nodes[index - 1]) && !isContinuation(node))
      return index;
  }
  return nodes.length;
}

/** A line that begins so belongs to the one before. */
function isContinuation(node: Node): boolean {
  return node.kind === 'symbol' && /^(?:\??\.|\*\.|\?|:|\?:)$/.test(node.text);
}
