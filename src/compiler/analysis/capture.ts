/** Pass 5: which variables a closure captures and which are assigned after their declaration. */
import ts from 'typescript';
import { isFunctionLike } from './functions';
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
