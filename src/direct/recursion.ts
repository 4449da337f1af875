/** Functions that call themselves. Each world has its own limit of nested calls; Node counts, so that it is the stricter. */
import { ts } from 'ts-morph';
import type { Analysis } from '../compiler/analysis/analyse';
import { findUses } from '../compiler/analysis/capture';
import type { FunctionLike } from '../compiler/analysis/functions';

/** How deep recursive functions may be nested in a thread: what the engine can save at a step, with room to spare. */
export const maximumDepth = 256;

/** Whether calls of the function can be nested in each other: through other functions, or as a closure by its name. */
export function isRecursive(analysis: Analysis, node: FunctionLike): boolean {
  return ts.isArrowFunction(node) ? namesItself(analysis, node) : reaches(analysis, node, node, new Set());
}

function namesItself(analysis: Analysis, { parent }: ts.ArrowFunction): boolean {
  if (!ts.isVariableDeclaration(parent)) return false;
  const symbol = analysis.symbolOf(parent.name);
  return symbol !== undefined && findUses(symbol, parent, analysis).captured;
}

function reaches(analysis: Analysis, from: ts.Node, target: ts.Node, seen: Set<ts.Node>): boolean {
  if (seen.has(from)) return false;
  seen.add(from);
  const visit = (node: ts.Node): boolean => {
    if (ts.isCallExpression(node)) {
      const callee = analysis.calleeOf(node);
      if (callee.kind === 'function') {
        if (callee.declaration === target || reaches(analysis, callee.declaration, target, seen)) return true;
      }
    }
    return ts.forEachChild(node, visit) === true;
  };
  return ts.forEachChild(from, visit) === true;
}
