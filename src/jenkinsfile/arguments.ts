/** What stands between the brackets of a call, of a map or of a list: entries with a key, and values without one. */
import { isGroup, isSymbol, type Node } from './brackets';
import { operandProblem } from './operands';
import { onlyNode, splitAtCommas, type Slice } from './slice';
import type { Range, SyntaxProblem } from './tokens';

/** What stands before the colon of an entry. */
export interface Key extends Range {
  /** Missing where it is computed. */
  readonly name?: string;
  /** The place of the name alone, inside of quotes. */
  readonly content: Range;
}

/** One argument as it is written. */
export type WrittenArgument =
  | { readonly kind: 'entry'; readonly key: Key; readonly value: Slice }
  /** `*: map` */
  | { readonly kind: 'spread map'; readonly value: Slice }
  /** `*list` */
  | { readonly kind: 'spread list'; readonly value: Slice }
  | { readonly kind: 'value'; readonly value: Slice };

/** The arguments of a call, in their order. */
export interface WrittenArguments {
  readonly list: readonly WrittenArgument[];
  readonly problems: readonly SyntaxProblem[];
}

/**
 * Reads arguments.
 * @param ending the bracket that ends them, or the end of the line; `nothing` where the bracket is missing
 */
export function readArguments(slice: Slice, ending: ')' | ']' | 'line' | 'nothing'): WrittenArguments {
  const problems: SyntaxProblem[] = [];
  const list: WrittenArgument[] = [];
  const parts = splitAtCommas(slice);
  for (const [index, part] of parts.entries()) {
    // A comma may stand behind the last one.
    const isBehindLast = part.from === part.to && index === parts.length - 1;
    if (isBehindLast && (index === 0 || ending !== 'line')) continue;
    const argument = readArgument(part);
    const problem = operandProblem(argument.value, ending === 'line' ? 'the end of the line' : `'${ending}'`);
    if (problem === undefined) list.push(argument);
    else {
      list.push({ ...argument, value: { ...argument.value, to: problem.readable } });
      // What is not closed goes on with what does not belong to it, which has been said.
      if (ending === 'nothing') return { list, problems };
      problems.push(problem);
    }
  }
  return { list, problems };
}

function readArgument({ nodes, from, to }: Slice): WrittenArgument {
  if (isSymbol(nodes[from], '*')) {
    if (isSymbol(nodes[from + 1], ':')) return { kind: 'spread map', value: { nodes, from: from + 2, to } };
    return { kind: 'spread list', value: { nodes, from: from + 1, to } };
  }
  const colon = isSymbol(nodes[from], '-') ? from + 2 : from + 1;
  const key = colon < to && isSymbol(nodes[colon], ':') ? keyOf(nodes[from]) : undefined;
  if (key !== undefined) return { kind: 'entry', key, value: { nodes, from: colon + 1, to } };
  return { kind: 'value', value: { nodes, from, to } };
}

function keyOf(node: Node | undefined): Key | undefined {
  if (node === undefined) return undefined;
  const { start, end } = node;
  switch (node.kind) {
    case 'name':
      return { name: node.text, content: node, start, end };
    case 'number':
      return { name: node.text, content: node, start, end };
    case 'string':
      return { ...(node.value !== undefined && { name: node.value }), content: node.content, start, end };
    case 'group':
      return isGroup(node, '(')
        ? parenthesised(node, { nodes: node.nodes, from: 0, to: node.nodes.length })
        : { content: node, start, end };
    case 'symbol':
      return undefined;
  }
}

/** `('name'): …` says its name, too; `(name): …` means a variable. */
function parenthesised({ start, end }: Range, slice: Slice): Key {
  const inner = onlyNode(slice);
  if (inner?.kind !== 'string' || inner.value === undefined) return { content: { start, end }, start, end };
  return { name: inner.value, content: inner.content, start, end };
}
