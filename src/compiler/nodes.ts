/** All nodes of a file: most checks look at each of them, and walking the tree every time costs more than the looking. */
import ts from 'typescript';

const known = new WeakMap<ts.SourceFile, readonly ts.Node[]>();

/** The nodes of a file without its documentation, each before those in it, in the order of the text. */
export function nodesOf(sourceFile: ts.SourceFile): readonly ts.Node[] {
  const found = known.get(sourceFile);
  if (found !== undefined) return found;
  const nodes: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    nodes.push(node);
    ts.forEachChild(node, visit);
  };
  visit(sourceFile);
  known.set(sourceFile, nodes);
  return nodes;
}
