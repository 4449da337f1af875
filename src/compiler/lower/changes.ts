/** Changes of a list while something visits it. */
import ts from 'typescript';

/** A call that changes the list of that name: an iterator of Java would fail, JavaScript's goes on. */
export function findChange(list: string, body: ts.Node): ts.Node | undefined {
  const changing = ['push', 'sort', 'reverse', 'pop', 'shift', 'unshift', 'fill', 'splice'];
  const visit = (node: ts.Node): ts.Node | undefined => {
    if (
      ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression) &&
      changing.includes(node.expression.name.text) &&
      node.expression.expression.getText() === list
    ) {
      return node;
    }
    return ts.forEachChild(node, visit);
  };
  return visit(body);
}
