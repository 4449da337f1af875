/** Expressions that stand as statements: calls and assignments. */
import ts from 'typescript';
import { problems } from '../../diagnostics/catalogue';
import { groovy, type Assignment, type Expression, type IndexAccess, type Statement } from '../../groovy';
import { isAssignmentOperator } from '../analysis/capture';
import { mayAssign } from '../analysis/effects';
import { withoutParentheses } from '../analysis/functions';
import type { Context } from './context';
import { lowerAddition, lowerArithmetic } from './operators';
import { isPath, isStable, keep } from './order';
import { arithmetic } from './runtime';
import { lowerText } from './templates';

/** A call or an assignment that stands as a statement: its value is dropped. */
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
  const { left, right, operatorToken } = node;
  if (operatorToken.kind !== ts.SyntaxKind.EqualsToken) checkRepeatable(context, left);
  const target = lowerTarget(context, left);
  if (target === undefined) return [];
  const value = context.capture(() => lowerNewValue(context, node));
  if (value.result === undefined) {
    context.report(operatorToken, statementProblem(operatorToken));
    return [];
  }
  const kept = targetBefore(context, left, target, right, value.statements.length > 0);
  context.before(...value.statements);
  return [assign(kept, value.result)];
}

/** What the target gets; nothing when the operator assigns nothing. */
function lowerNewValue(context: Context, node: ts.BinaryExpression): Expression | undefined {
  const { left, right, operatorToken } = node;
  switch (operatorToken.kind) {
    case ts.SyntaxKind.EqualsToken:
      return lowerAssigned(context, left, right);
    case ts.SyntaxKind.PlusEqualsToken:
      return lowerAddition(context, left, right, node);
    case ts.SyntaxKind.MinusEqualsToken:
      return lowerArithmetic(context, 'subtract', left, right);
    case ts.SyntaxKind.AsteriskEqualsToken:
      return lowerArithmetic(context, 'multiply', left, right);
    default:
      return undefined;
  }
}

/**
 * The object and the key that are assigned to, as they are before the value is evaluated: Groovy looks at the object of
 * `object.name = value` last, and statements of the value stand in front of both.
 */
function targetBefore(
  context: Context,
  expression: ts.Expression,
  target: Target,
  value: ts.Expression,
  needsStatements: boolean,
): Target {
  const node = withoutParentheses(expression);
  const isAccess = ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node);
  if (!isAccess || target.kind === 'identifier') return target;
  const isLate = needsStatements || target.kind === 'property';
  if (!isLate || ![value, node].some((each) => mayAssign(context.analysis, each))) return target;
  const keptOf = (part: ts.Expression, lowered: Expression): Expression =>
    isStable(context, part) ? lowered : keep(context, part, lowered);
  const object = keptOf(node.expression, target.object);
  if (target.kind === 'property' || !ts.isElementAccessExpression(node)) return { ...target, object };
  return { ...target, object, index: keptOf(node.argumentExpression, target.index) };
}

/** What can be assigned: a local, a property of an object, an entry of a record. */
type Target = Assignment['target'] | IndexAccess;

/** An entry under a computed key is put: `record[key] = …` would set the class of the map under some keys. */
function assign(target: Target, value: Expression): Statement {
  return target.kind === 'index'
    ? groovy.statement(groovy.methodCall(target.object, 'put', [target.index, value]))
    : groovy.assign(target, value);
}

/** The target of `+=` is printed twice, so it must have no effect of its own. */
function checkRepeatable(context: Context, expression: ts.Expression): void {
  const node = withoutParentheses(expression);
  const canBeRepeated =
    isPath(node) ||
    (ts.isElementAccessExpression(node) && isPath(node.expression) && isKeyPath(node.argumentExpression));
  if (!canBeRepeated) context.report(node, problems.targetEvaluatedTwice());
}

/** A name, a field or a text of them. */
function isKeyPath(expression: ts.Expression): boolean {
  const node = withoutParentheses(expression);
  return ts.isTemplateExpression(node)
    ? node.templateSpans.every((span) => isPath(span.expression))
    : isPath(node);
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
  checkRepeatable(context, node.operand);
  const target = lowerTarget(context, node.operand);
  if (target === undefined) return [];
  const operation = isIncrement ? 'add' : 'subtract';
  return [assign(target, arithmetic(operation, context.lower(node.operand), groovy.number(1)))];
}

function lowerTarget(context: Context, expression: ts.Expression): Target | undefined {
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
