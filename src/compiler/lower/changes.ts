/** Changes of a list while something visits it. */
import ts from 'typescript';
import type { Resolver } from '../analysis/resolve';

/** A call that changes the list of that name: an iterator of Java would fail, JavaScript's goes on. */
export function findChange(list: string, body: ts.Node, resolver: Resolver): ts.Node | undefined {
  const visit = (node: ts.Node): ts.Node | undefined => {
    if (
      ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression) &&
      node.expression.expression.getText() === list
    ) {
      const callee = resolver.calleeOf(node);
      if (callee.kind === 'builtin' && callee.entry.changes === true) return node;
    }
    return ts.forEachChild(node, visit);
  };
  return visit(body);
}
