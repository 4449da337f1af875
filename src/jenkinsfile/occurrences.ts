/** Where a name stands as a variable or a method, and what is done with it there. */
import { isEmptyBrackets, isGroup, isName, isSymbol, type Node } from './brackets';
import { isAccess, isDefinition, isStatementStart, statementEnd, type Scope } from './calls';
import type { Slice } from './slice';
import type { NameToken } from './tokens';

/** One place of a name. */
export interface Occurrence {
  readonly place: NameToken;
  readonly scope: Scope;
  readonly use: Use;
}

/** What a text does with a name at one place. */
export type Use =
  /** It is a method that is defined here. */
  | { readonly kind: 'method' }
  /** It is declared, or assigned where no declaration is needed; the value stands behind it. */
  | { readonly kind: 'initialised'; readonly value: Slice }
  /** It is a parameter, the variable of a loop, declared without a value, or assigned in another way. */
  | { readonly kind: 'bound' }
  /** `name.key = value` */
  | { readonly kind: 'entry'; readonly key: string; readonly value: Slice }
  /** It is read, where nothing can change what it holds. */
  | { readonly kind: 'read' }
  /** It is handed to something that may change what it holds. */
  | { readonly kind: 'shared'; readonly with: string | undefined };

const ASSIGNMENTS: ReadonlySet<string> = new Set([
  ...'+= -= *= /= %= **= <<= >>= >>>= &= |= ^= ++ --'.split(' '),
]);
/** Methods that leave a list or a map as it is. */
const READING: ReadonlySet<string> = new Set(
  'any collect collectEntries contains containsKey containsValue count each eachWithIndex every find findAll get inject isEmpty join keySet size subMap sum toString values'.split(
    ' ',
  ),
);

/** What is done with the name at that place; `undefined` when it is the name of something else there. */
export function useOf(scope: Scope, index: number): Use | undefined {
  const { nodes } = scope;
  const [before, after] = [nodes[index - 1], nodes[index + 1]];
  if (isAccess(before) || isName(before, 'new') || isKey(scope, index)) return undefined;
  if (isDefinition(scope, index) && isGroup(after, '(')) return { kind: 'method' };
  if (isParameter(scope, index)) return { kind: 'bound' };
  const isDeclared = isDeclaration(nodes, index);
  if (isSymbol(after, '=')) {
    const value = { nodes, from: index + 2, to: statementEnd(nodes, index + 2) };
    return isDeclared || isStatementStart(scope, index) ? { kind: 'initialised', value } : { kind: 'bound' };
  }
  if (isDeclared || isChanged(before, after)) return { kind: 'bound' };
  return readingOf(scope, index);
}

/** A key of a map, the name of an argument, a label. */
function isKey({ nodes, open }: Scope, index: number): boolean {
  if (!isSymbol(nodes[index + 1], ':')) return false;
  const before = nodes[index - 1];
  if (before === undefined || isSymbol(before, ',')) return true;
  return open !== '(' && open !== '[' && !hasOpenChoice(nodes, index);
}

/** Whether a `?` before it on its line waits for the colon. */
function hasOpenChoice(nodes: readonly Node[], index: number): boolean {
  for (let at = index - 1; at >= 0; at--) {
    const node = nodes[at];
    if (isSymbol(node, '?')) return true;
    if (isSymbol(node, ';') || isSymbol(node, ',') || nodes[at + 1]?.newlineBefore === true) return false;
  }
  return false;
}

function isDeclaration(nodes: readonly Node[], index: number): boolean {
  const before = nodes[index - 1];
  if (before === undefined || nodes[index]?.newlineBefore === true) return false;
  if (isSymbol(before, '>') || isEmptyBrackets(before)) return true;
  if (before.kind !== 'name') return false;
  if (/^(?:def|final|boolean|byte|char|double|float|int|long|short)$/.test(before.text)) return true;
  return /^[A-Z]/.test(before.text) && !isAccess(nodes[index - 2]) && !isGroup(nodes[index + 1], '(');
}

function isChanged(before: Node | undefined, after: Node | undefined): boolean {
  if (after?.kind === 'symbol' && ASSIGNMENTS.has(after.text)) return true;
  return isSymbol(before, '++') || isSymbol(before, '--');
}

const ARROWS = new WeakMap<readonly Node[], number>();

/** Where the parameters of a closure end; many names may ask. */
function arrowIn(nodes: readonly Node[]): number {
  const known = ARROWS.get(nodes);
  if (known !== undefined) return known;
  const found = nodes.findIndex((node) => isSymbol(node, '->'));
  ARROWS.set(nodes, found);
  return found;
}

/** A parameter of a closure or a method, the variable of `for` or `catch`, one of `def (a, b) = …`. */
function isParameter({ nodes, open, parent }: Scope, index: number): boolean {
  if (open === '{') return index < arrowIn(nodes) && !isName(nodes[0], 'case');
  if (open !== '(' || parent === undefined) return false;
  const { scope: outer, index: at } = parent;
  const head = outer.nodes[at - 1];
  if (isName(head, 'def') || isName(head, 'catch')) return true;
  if (isName(head, 'for')) return isName(nodes[index + 1], 'in') || isSymbol(nodes[index + 1], ':');
  return head?.kind === 'name' && isDefinition(outer, at - 1);
}

function readingOf(scope: Scope, index: number): Use {
  const { nodes } = scope;
  const after = nodes[index + 1];
  if (isSymbol(after, '.') || isSymbol(after, '?.') || isGroup(after, '[')) return memberUse(nodes, index);
  if (isSymbol(after, '<<')) return { kind: 'shared', with: undefined };
  const before = nodes[index - 1];
  if (isSpread(nodes, index)) return { kind: 'read' };
  if (isSymbol(before, '=') || isName(before, 'return')) return { kind: 'shared', with: undefined };
  return { kind: 'shared', with: receiverOf(scope, index) };
}

/** `*name`, `*: name`: what is in it is copied. */
function isSpread(nodes: readonly Node[], index: number): boolean {
  const star = isSymbol(nodes[index - 1], ':') ? index - 2 : index - 1;
  return isSymbol(nodes[star], '*') && (star === 0 || isSymbol(nodes[star - 1], ','));
}

/** What is done with a member: `name.key`, `name['key']`, `name.method(…)`. */
function memberUse(nodes: readonly Node[], index: number): Use {
  const isIndex = isGroup(nodes[index + 1], '[');
  const member = isIndex ? onlyOf(nodes[index + 1]) : nodes[index + 2];
  const next = index + (isIndex ? 2 : 3);
  const key = keyOf(member, isIndex);
  if (isSymbol(nodes[next], '=') && key !== undefined)
    return { kind: 'entry', key, value: { nodes, from: next + 1, to: statementEnd(nodes, next + 1) } };
  if (isGroup(nodes[next], '(') || isGroup(nodes[next], '{')) {
    return key !== undefined && READING.has(key) ? { kind: 'read' } : { kind: 'shared', with: undefined };
  }
  const following = nodes[next];
  const isRead = following?.kind !== 'symbol' || /^(?:[,;:?+]|==|!=|&&|\|\||\?:)$/.test(following.text);
  return isRead ? { kind: 'read' } : { kind: 'shared', with: undefined };
}

function onlyOf(node: Node | undefined): Node | undefined {
  return isGroup(node, '[') && node.nodes.length === 1 ? node.nodes[0] : undefined;
}

function keyOf(node: Node | undefined, isIndex: boolean): string | undefined {
  if (node?.kind === 'string') return node.value;
  return node?.kind === 'name' && !isIndex ? node.text : undefined;
}

/** The method that gets it as an argument, in parentheses or without; `''` where it is part of a text or a condition. */
function receiverOf({ nodes, open, parent }: Scope, index: number): string | undefined {
  if (open === '(' && parent !== undefined) {
    const head = parent.scope.nodes[parent.index - 1];
    if (isAccess(parent.scope.nodes[parent.index - 2])) return undefined;
    return head?.kind === 'name' ? head.text : undefined;
  }
  if (open === '[') return undefined;
  if (open === '{' && parent?.scope.nodes[parent.index]?.kind === 'string') return '';
  const start = statementStart(nodes, index);
  const head = nodes[start];
  return head?.kind === 'name' && start < index && !isAccess(nodes[start + 1]) ? head.text : undefined;
}

function statementStart(nodes: readonly Node[], index: number): number {
  let start = index;
  while (start > 0 && nodes[start]?.newlineBefore !== true && !isSymbol(nodes[start - 1], ';')) start--;
  return isSymbol(nodes[start + 1], '=') ? start + 2 : start;
}
