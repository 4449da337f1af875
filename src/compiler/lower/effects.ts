/** Expressions that stand as statements: calls and assignments. */
import { ts } from 'ts-morph';
import { problems } from '../../diagnostics/catalogue';
import { groovy, type Assignment, type Expression, type Statement } from '../../groovy';
import { isAssignmentOperator } from '../analysis/capture';
import { withoutParentheses } from '../analysis/functions';
import type { Context } from './context';
import { lowerAddition, lowerArithmetic } from './operators';
import { arithmetic } from './runtime';
import { lowerText } from './templates';

export function lowerExpressionStatement(
  context: Context,
  node: ts.ExpressionStatement,
): readonly Statement[] {
  return lowerEffect(context, node.expression);
}

/** An expression whose value nobody wants. */
export function lowerEffect(context: Context, expression: ts.Expression): readonly Statement[] {
  const node = withoutParentheses(expression);
  if (ts.isCallExpression(node) || ts.isTaggedTemplateExpression(node)) return lowerCallEffect(context, node);
  if (ts.isBinaryExpression(node)) return lowerAssignment(context, node);
  if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node))
    return lowerIncrement(context, node);
  // What the subset table has refused is reported already.
  if (context.lower(node).kind !== 'null') context.report(node, problems.noStatementExpression());
  return [];
}

function lowerCallEffect(context: Context, node: ts.Expression): readonly Statement[] {
  const value = context.lower(node);
  switch (value.kind) {
    case 'call':
      return [groovy.statement(value)];
    // A call behind `?.` was lowered to a choice, of which only the call has an effect.
    case 'ternary':
      return [groovy.ifElse(value.condition, [groovy.statement(value.whenTrue)])];
    default:
      // What a member of the language became has no effect of its own.
      return [];
  }
}

function lowerAssignment(context: Context, node: ts.BinaryExpression): readonly Statement[] {
  const target = lowerTarget(context, node.left);
  if (target === undefined) return [];
  switch (node.operatorToken.kind) {
    case ts.SyntaxKind.EqualsToken:
      return [groovy.assign(target, lowerAssigned(context, node.left, node.right))];
    case ts.SyntaxKind.PlusEqualsToken:
      return [groovy.assign(target, lowerAddition(context, node.left, node.right, node))];
    case ts.SyntaxKind.MinusEqualsToken:
      return [groovy.assign(target, lowerArithmetic(context, 'subtract', node.left, node.right))];
    case ts.SyntaxKind.AsteriskEqualsToken:
      return [groovy.assign(target, lowerArithmetic(context, 'multiply', node.left, node.right))];
    default:
      context.report(node.operatorToken, statementProblem(node.operatorToken));
      return [];
  }
}

function statementProblem({ kind }: ts.Node): ReturnType<typeof problems.noBitwise> {
  return isAssignmentOperator(kind)
    ? problems.noBitwise(ts.tokenToString(kind) ?? '')
    : problems.noStatementExpression();
}

/** A local of type String makes a String of a GString; a map or an untyped local would keep it. */
function lowerAssigned(context: Context, target: ts.Expression, value: ts.Expression): Expression {
  const isTyped = ts.isIdentifier(target) && context.kindOf(target) === 'string';
  return isTyped ? lowerText(context, value) : context.lower(value);
}

/** `count++` -> `count = Numbers.add(count, 1)` */
function lowerIncrement(
  context: Context,
  node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression,
): readonly Statement[] {
  const isIncrement = node.operator === ts.SyntaxKind.PlusPlusToken;
  if (!isIncrement && node.operator !== ts.SyntaxKind.MinusMinusToken) {
    context.report(node, problems.noStatementExpression());
    return [];
  }
  const target = lowerTarget(context, node.operand);
  if (target === undefined) return [];
  const operation = isIncrement ? 'add' : 'subtract';
  return [groovy.assign(target, arithmetic(operation, context.lower(node.operand), groovy.number(1)))];
}

/** What can be assigned: a local, a property of an object, an entry of a record. */
function lowerTarget(context: Context, expression: ts.Expression): Assignment['target'] | undefined {
  const node = withoutParentheses(expression);
  if (ts.isIdentifier(node)) {
    const declaration = context.analysis.symbolOf(node)?.valueDeclaration;
    if (declaration !== undefined && ts.isParameter(declaration)) {
      context.report(node, problems.noParameterAssignment());
      return undefined;
    }
  }
  if (ts.isElementAccessExpression(node) && !isRecord(context, node.expression)) {
    context.report(node, problems.unsupported('Assignment to an element of a list'));
    return undefined;
  }
  const target = context.lower(node);
  if (target.kind === 'identifier' || target.kind === 'property' || target.kind === 'index') return target;
  context.report(node, problems.arrayPattern());
  return undefined;
}

function isRecord(context: Context, node: ts.Expression): boolean {
  return context.kindOf(node) === 'object';
}
