/** How deep code is nested, as the parser of Groovy sees it. */
import { childrenOf, type Child } from '../children';
import type { Method } from '../tree';
import { engineLimits } from './engine-limits';

/** The first node of a method that stands in more levels than the engine takes; nothing when there is none. */
export function tooDeepIn({ body }: Method): Child | undefined {
  const pending = body.map((node): readonly [Child, number] => [node, 0]);
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [node, outer] = next;
    const level = outer + (opensLevel(node) ? 1 : 0);
    if (level > engineLimits.levels) return node;
    for (const child of childrenOf(node)) pending.push([child, continues(node, child) ? outer : level]);
  }
  return undefined;
}

/** Whether a node is more than the frame of another one: a statement of its expression, a closure of its call. */
function opensLevel({ kind }: Child): boolean {
  return !['expression', 'variable', 'return', 'closure', 'identifier', 'string', 'number'].includes(kind);
}

/** Links of a chain stand side by side: `a + b + c`, `a ? b : c ? d : e`, `else if`. */
function continues(node: Child, child: Child): boolean {
  switch (node.kind) {
    case 'binary':
      return child === node.left && child.kind === 'binary';
    case 'ternary':
      return child === node.whenFalse && child.kind === 'ternary';
    case 'if':
      return node.whenFalse?.length === 1 && child === node.whenFalse[0] && child.kind === 'if';
    default:
      return false;
  }
}
