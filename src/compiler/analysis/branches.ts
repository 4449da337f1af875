/** What runs beside something else: the branches of `parallel` and what they call. */
import ts from 'typescript';
import type { Module } from '../load';
import { nodesOf } from '../nodes';
import { withoutParentheses } from './functions';
import { isRunInPlace } from './list-sharing';
import type { Resolver } from './resolve';

/** Makes the test whether a node can run in a branch. */
export function findBranches(modules: readonly Module[], resolver: Resolver): (node: ts.Node) => boolean {
  const closures = modules.flatMap(({ sourceFile }) => closuresIn(sourceFile, resolver));
  const reached = new Set<ts.Node>();

  function reach(code: ts.Node): void {
    if (reached.has(code)) return;
    reached.add(code);
    const visit = (node: ts.Node): void => {
      const callee = ts.isCallExpression(node) ? resolver.calleeOf(node) : undefined;
      if (callee?.kind === 'function') reach(callee.declaration);
      if (callee?.kind === 'value') closures.forEach(reach);
      ts.forEachChild(node, visit);
    };
    visit(code);
  }

  for (const node of modules.flatMap(({ sourceFile }) => nodesOf(sourceFile)).filter(ts.isCallExpression)) {
    const callee = resolver.calleeOf(node);
    if (callee.kind !== 'primitive' || callee.name !== 'parallel') continue;
    // Branches that are not written in place may be any closures.
    if (node.arguments.slice(0, 1).every(isInPlace)) node.arguments.forEach(reach);
    else closures.forEach(reach);
  }

  return (node) => ts.findAncestor(node, (each) => reached.has(each)) !== undefined;
}

function isInPlace(branches: ts.Expression): boolean {
  const node = withoutParentheses(branches);
  return (
    ts.isObjectLiteralExpression(node) &&
    node.properties.every(
      (each) => ts.isPropertyAssignment(each) && ts.isArrowFunction(withoutParentheses(each.initializer)),
    )
  );
}

/** The arrow functions that are kept, to be called later. */
function closuresIn(sourceFile: ts.SourceFile, resolver: Resolver): readonly ts.ArrowFunction[] {
  return nodesOf(sourceFile)
    .filter(ts.isArrowFunction)
    .filter((node) => !isRunInPlace(node, resolver));
}
