/** Expressions that only wrap another one. */
import ts from 'typescript';
import { problems } from '../../diagnostics/catalogue';
import type { Expression } from '../../groovy';
import type { Context } from './context';

/** Parentheses, which the Groovy tree does not have. */
export function lowerParenthesized(context: Context, node: ts.ParenthesizedExpression): Expression {
  // The printer sets the parentheses that Groovy needs.
  return context.lower(node.expression);
}

/** `as const` tells the checker more; any other assertion would tell it something unproved. */
export function lowerAs(context: Context, node: ts.AsExpression): Expression {
  if (!ts.isConstTypeReference(node.type)) return context.refuse(node, problems.noTypeAssertion());
  return context.lower(node.expression);
}

/** `satisfies` is checked and changes nothing. */
export function lowerSatisfies(context: Context, node: ts.SatisfiesExpression): Expression {
  return context.lower(node.expression);
}
