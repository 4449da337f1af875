/** Pass 5: which variables a closure captures and which are assigned after their declaration. */
import ts from 'typescript';
import { enclosingFunction, isFunctionLike } from './functions';
import type { Resolver } from './resolve';

/** How a variable is used in a piece of code. */
export interface VariableUse {
  /** A closure that is written there reads or writes it. */
  readonly captured: boolean;
  /** It gets another value there. */
  readonly assigned: boolean;
}

/** Looks for uses of a variable inside `scope`. */
export function findUses(symbol: ts.Symbol, scope: ts.Node, resolver: Resolver): VariableUse {
  let captured = false;
  let assigned = false;
  const visit = (node: ts.Node, insideClosure: boolean): void => {
    if (ts.isIdentifier(node) && node.text === symbol.name && resolver.symbolOf(node) === symbol) {
      captured ||= insideClosure;
      assigned ||= isAssignedAt(node);
    }
    const inside = insideClosure || (node !== scope && isFunctionLike(node));
    ts.forEachChild(node, (child) => {
      visit(child, inside);
    });
  };
  visit(scope, false);
  return { captured, assigned };
}

/** Whether a closure in the value of a variable uses that variable, which Groovy knows only behind its declaration. */
export function isCapturedInItself(declaration: ts.VariableDeclaration, resolver: Resolver): boolean {
  const symbol = resolver.symbolOf(declaration.name);
  return symbol !== undefined && findUses(symbol, declaration, resolver).captured;
}

/** A variable of the code around it that a closure uses. */
export interface Capture {
  readonly name: string;
  /**
   * `value`: it is never assigned, so when the closure runs makes no difference. `copy`: a variable of a loop, of which
   * each round has its own. `variable`: it is assigned, and the closure sees what it holds when it runs.
   */
  readonly by: 'value' | 'copy' | 'variable';
}

/** What a closure captures, in the order of use. */
export function capturesOf(closure: ts.ArrowFunction, resolver: Resolver): readonly Capture[] {
  const captures = new Map<ts.Symbol, Capture>();
  const visit = (node: ts.Node): void => {
    const symbol = ts.isIdentifier(node) ? resolver.symbolOf(node) : undefined;
    const declaration = symbol?.valueDeclaration;
    const scope = declaration === undefined ? undefined : enclosingFunction(declaration);
    const isOutside =
      declaration !== undefined && (declaration.pos < closure.pos || declaration.end > closure.end);
    if (symbol !== undefined && scope !== undefined && isOutside && isVariable(declaration))
      captures.set(symbol, { name: symbol.name, by: howCaptured(symbol, declaration, scope, resolver) });
    ts.forEachChild(node, visit);
  };
  visit(closure);
  return [...captures.values()];
}

function isVariable(
  node: ts.Node | undefined,
): node is ts.VariableDeclaration | ts.BindingElement | ts.ParameterDeclaration {
  return (
    node !== undefined &&
    (ts.isVariableDeclaration(node) || ts.isBindingElement(node) || ts.isParameter(node))
  );
}

function howCaptured(
  symbol: ts.Symbol,
  declaration: ts.Node,
  scope: ts.Node,
  resolver: Resolver,
): Capture['by'] {
  const variable = ts.findAncestor(declaration, ts.isVariableDeclaration);
  const loop = variable?.parent.parent;
  if (loop !== undefined && (ts.isForOfStatement(loop) || ts.isForStatement(loop))) return 'copy';
  return findUses(symbol, scope, resolver).assigned ? 'variable' : 'value';
}

/** Whether the identifier is the target of `=`, `+=`, `++` and their like. */
function isAssignedAt(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isBinaryExpression(parent)) {
    return parent.left === node && isAssignmentOperator(parent.operatorToken.kind);
  }
  if (ts.isPrefixUnaryExpression(parent) || ts.isPostfixUnaryExpression(parent)) {
    return (
      parent.operator === ts.SyntaxKind.PlusPlusToken || parent.operator === ts.SyntaxKind.MinusMinusToken
    );
  }
  return false;
}

/** `=`, `+=` and their like. */
export function isAssignmentOperator(operator: ts.SyntaxKind): boolean {
  return operator >= ts.SyntaxKind.FirstAssignment && operator <= ts.SyntaxKind.LastAssignment;
}
