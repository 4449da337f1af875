/** A run of sibling nodes: what stands between two commas, or behind an equals sign. */
import { isEmptyBrackets, isName, isSymbol, type Node } from './brackets';
import type { Range } from './tokens';

/** The nodes `nodes[from]` up to, not including, `nodes[to]`. */
export interface Slice {
  readonly nodes: readonly Node[];
  readonly from: number;
  readonly to: number;
}

/** The only node of a slice. */
export function onlyNode({ nodes, from, to }: Slice): Node | undefined {
  return to - from === 1 ? nodes[from] : undefined;
}

/** The parts between commas. A comma between the types of `new HashMap<String, Object>()` separates nothing. */
export function splitAtCommas({ nodes, from, to }: Slice): readonly Slice[] {
  const parts: Slice[] = [];
  let begin = from;
  for (let index = from; index < to; index++) {
    if (isName(nodes[index], 'new')) index = skipType(nodes, index + 1, to) - 1;
    else if (isSymbol(nodes[index], ',')) {
      parts.push({ nodes, from: begin, to: index });
      begin = index + 1;
    }
  }
  return [...parts, { nodes, from: begin, to }];
}

/** The index behind a type that begins there: `java.util.Map<String, ?>[]`. */
export function skipType(nodes: readonly Node[], start: number, to: number): number {
  let index = start;
  while (index < to && (nodes[index]?.kind === 'name' || isSymbol(nodes[index], '.'))) {
    if (nodes[index]?.kind === 'name' && index > start && nodes[index - 1]?.kind === 'name') return index;
    index++;
  }
  if (isSymbol(nodes[index], '<')) index = skipTypeArguments(nodes, index, to);
  while (index < to && isEmptyBrackets(nodes[index])) index++;
  return index;
}

function skipTypeArguments(nodes: readonly Node[], start: number, to: number): number {
  let depth = 0;
  for (let index = start; index < to; index++) {
    const node = nodes[index];
    if (isSymbol(node, '<')) depth++;
    else if (isSymbol(node, '>') && --depth === 0) return index + 1;
    else if (node?.kind !== 'name' && !(node?.kind === 'symbol' && /^[,.?>]$/.test(node.text))) return start;
  }
  return start;
}

/** The place of a slice in the text. */
export function rangeOf({ nodes, from, to }: Slice): Range {
  const [first, last] = [nodes[from], nodes[to - 1]];
  if (first !== undefined && last !== undefined && to > from) return { start: first.start, end: last.end };
  const place = nodes[from]?.start ?? nodes[from - 1]?.end ?? 0;
  return { start: place, end: place };
}
