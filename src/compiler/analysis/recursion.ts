/**
 * Functions whose calls can be nested in each other. Jenkins saves the calls of a build at every step and fails when
 * there are too many, so each of these counts how deep it is, in a parameter of its own, and fails at one depth in both
 * worlds. Modules do not import each other in a circle: who calls each other stands in one file.
 */
import ts from 'typescript';
import { isCapturedInItself } from './capture';
import type { Colour } from './colour';
import { withParentheses } from './functions';
import type { Resolver } from './resolve';

/**
 * How many calls may be nested. What the engine can save at a step, also when each call passes through a callback
 * (64 was seen to work, 90 to fail); pure functions are never saved.
 */
const deepest: { readonly [colour in Colour]: number } = { pipeline: 50, pure: 256 };

/** How deep the calls of a function may be nested, and what it fails with. */
export function nestingLimit(
  node: ts.FunctionDeclaration,
  colour: Colour,
): { readonly calls: number; readonly message: string } {
  const calls = deepest[colour];
  const name = node.name?.text ?? 'default';
  return { calls, message: `${name} calls itself too deeply: more than ${calls} calls inside each other` };
}

/** Which functions call themselves, directly or through others. */
export interface Recursion {
  /** Whether a call of the function can be nested in another one of it, through other functions or not. */
  isRecursive(node: ts.FunctionDeclaration): boolean;
  /** Whether a call inside a function leads back to that function, so that it is one deeper. */
  isNestedCall(call: ts.Node, callee: ts.FunctionDeclaration): boolean;
  /** Whether an arrow function names the variable that it is the value of. */
  namesItself(node: ts.ArrowFunction): boolean;
}

/** Finds recursive functions, when they are asked for. */
export function findRecursion(resolver: Resolver): Recursion {
  const callees = new Map<ts.FunctionDeclaration, ReadonlySet<ts.FunctionDeclaration>>();

  function calleesOf(caller: ts.FunctionDeclaration): ReadonlySet<ts.FunctionDeclaration> {
    const known = callees.get(caller);
    if (known !== undefined) return known;
    const called = new Set<ts.FunctionDeclaration>();
    const visit = (node: ts.Node): void => {
      const callee = ts.isCallExpression(node) ? resolver.calleeOf(node) : undefined;
      if (callee?.kind === 'function') called.add(callee.declaration);
      ts.forEachChild(node, visit);
    };
    ts.forEachChild(caller, visit);
    callees.set(caller, called);
    return called;
  }

  /** Whether calls lead from one function to another, or back to itself. */
  function leads(from: ts.FunctionDeclaration, to: ts.FunctionDeclaration): boolean {
    const reached = new Set<ts.FunctionDeclaration>();
    const visit = (caller: ts.FunctionDeclaration): boolean =>
      [...calleesOf(caller)].some((callee) => {
        if (callee === to) return true;
        if (reached.has(callee)) return false;
        reached.add(callee);
        return visit(callee);
      });
    return visit(from);
  }

  return {
    isRecursive: (node) => leads(node, node),
    isNestedCall(call, callee) {
      const caller = ts.findAncestor(call, ts.isFunctionDeclaration);
      return caller !== undefined && (caller === callee || leads(callee, caller));
    },
    namesItself(node) {
      const { parent } = withParentheses(node);
      return ts.isVariableDeclaration(parent) && isCapturedInItself(parent, resolver);
    },
  };
}
