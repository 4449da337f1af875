/** Which nodes are functions of an author, and which function encloses a node. */
import ts from 'typescript';

/** What has a colour. Other kinds of functions are refused by the subset table. */
export type FunctionLike = ts.FunctionDeclaration | ts.ArrowFunction;

/** Whether a node is a function that has a colour. */
export function isFunctionLike(node: ts.Node): node is FunctionLike {
  return ts.isFunctionDeclaration(node) || ts.isArrowFunction(node);
}

/** The innermost function around a node; none for code at module level. */
export function enclosingFunction(node: ts.Node): FunctionLike | undefined {
  return ts.findAncestor(node.parent, isFunctionLike);
}

/** The node without the parentheses around it. */
export function withoutParentheses(node: ts.Expression): ts.Expression {
  return ts.isParenthesizedExpression(node) ? withoutParentheses(node.expression) : node;
}

/** The node with all parentheses that stand directly around it. */
export function withParentheses(node: ts.Node): ts.Node {
  return ts.isParenthesizedExpression(node.parent) ? withParentheses(node.parent) : node;
}

/** How messages name a function: its own name, or what an arrow is given to. */
export function functionName(node: FunctionLike): string {
  if (node.name !== undefined) return node.name.text;
  const { parent } = node;
  if (ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name)) return parent.name.text;
  return 'an arrow function';
}
