/** Conditions: what JavaScript takes for true is not what Groovy takes for true, so the type decides. */
import ts from 'typescript';
import { problems } from '../../diagnostics/catalogue';
import { groovy, type Expression, type Statement } from '../../groovy';
import { withoutParentheses } from '../analysis/functions';
import { kindOf, mayBeAbsent } from '../analysis/types';
import { isElvis, orElse } from './absence';
import type { Context } from './context';
import { assignResult, keptOnce, resultOf } from './order';

/** `if (…) … else …`; a condition that is known leaves only its branch. */
export function lowerIf(context: Context, node: ts.IfStatement): readonly Statement[] {
  const condition = lowerCondition(context, node.expression);
  const whenTrue = context.lowerBody(node.thenStatement);
  const whenFalse = node.elseStatement === undefined ? undefined : context.lowerBody(node.elseStatement);
  if (condition.kind === 'boolean') return condition.value ? whenTrue : (whenFalse ?? []);
  return [groovy.ifElse(condition, whenTrue, whenFalse)];
}

/** A choice whose branches are values of any type. */
export function lowerConditional(context: Context, node: ts.ConditionalExpression): Expression {
  return lowerChoice(context, node, (branch) => context.lower(branch));
}

/** `condition ? a : b`; a branch that needs statements of its own makes it an `if`. */
export function lowerChoice(
  context: Context,
  node: ts.ConditionalExpression,
  lowerBranch: (branch: ts.Expression) => Expression,
): Expression {
  const condition = lowerCondition(context, node.condition);
  const whenTrue = context.capture(() => lowerBranch(node.whenTrue));
  const whenFalse = context.capture(() => lowerBranch(node.whenFalse));
  if (condition.kind === 'boolean') return context.release(condition.value ? whenTrue : whenFalse);
  if (whenTrue.statements.length + whenFalse.statements.length === 0) {
    return groovy.ternary(condition, whenTrue.result, whenFalse.result);
  }
  const choice = resultOf(context, node, 'choice');
  context.before(
    groovy.variable(choice.local.name, undefined, choice.type),
    groovy.ifElse(condition, assignResult(choice, whenTrue), assignResult(choice, whenFalse)),
  );
  return choice.local;
}

/** An expression where only true or false matters. */
export function lowerCondition(context: Context, expression: ts.Expression): Expression {
  const node = withoutParentheses(expression);
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
    return negate(lowerCondition(context, node.operand));
  }
  if (ts.isBinaryExpression(node)) {
    const operator = logicalOperator(node);
    if (operator !== undefined) return lowerLogical(context, node, operator);
  }
  return groovy.at(context.origin(node), lowerTest(context, node));
}

/** A value as a condition, by its type. */
function lowerTest(context: Context, node: ts.Expression): Expression {
  const { checker } = context;
  const type = context.typeOf(node);
  switch (kindOf(type, checker)) {
    case 'boolean':
    case 'string':
      // Absent, false and '' are false in both languages.
      return context.lower(node);
    case 'list':
    case 'set':
    case 'object':
    case 'closure':
      // Groovy takes an empty list and an empty map for false.
      return groovy.binary(context.lower(node), '!=', groovy.nullLiteral());
    case 'mixed':
      return lowerMixedTest(context, node, type);
    case 'number':
    case 'absent':
      return context.refuse(node, problems.conditionOnNumber());
  }
}

/** `false | Group`: true when it is neither absent nor `false`. */
function lowerMixedTest(context: Context, node: ts.Expression, type: ts.Type): Expression {
  const { checker } = context;
  const kinds = type.isUnion()
    ? new Set(type.types.map((member) => kindOf(member, checker)))
    : new Set(['mixed']);
  if (['string', 'number', 'mixed'].some((kind) => kinds.has(kind)))
    return context.refuse(node, problems.mixedCondition());
  const value = keptOnce(context, node, context.lower(node));
  const isNotFalse = groovy.binary(value, '!=', groovy.boolean(false));
  if (!mayBeAbsent(type)) return isNotFalse;
  return groovy.binary(groovy.binary(value, '!=', groovy.nullLiteral()), '&&', isNotFalse);
}

function logicalOperator(node: ts.BinaryExpression): '&&' | '||' | undefined {
  switch (node.operatorToken.kind) {
    case ts.SyntaxKind.AmpersandAmpersandToken:
      return '&&';
    case ts.SyntaxKind.BarBarToken:
      return '||';
    default:
      return undefined;
  }
}

/** `a && b` as a condition. A right side that needs statements is evaluated only when the left one asks for it. */
export function lowerLogical(context: Context, node: ts.BinaryExpression, operator: '&&' | '||'): Expression {
  const left = lowerCondition(context, node.left);
  const right = context.capture(() => lowerCondition(context, node.right));
  if (right.statements.length === 0) return fold(left, operator, right.result);
  const holds = resultOf(context, node, 'holds');
  const { local } = holds;
  context.before(
    groovy.variable(local.name, left),
    groovy.ifElse(operator === '&&' ? local : negate(local), assignResult(holds, right)),
  );
  return local;
}

function fold(left: Expression, operator: '&&' | '||', right: Expression): Expression {
  if (left.kind !== 'boolean') return groovy.binary(left, operator, right);
  return left.value === (operator === '&&') ? right : left;
}

/** The opposite, without a `!` where an operator says it. */
export function negate(condition: Expression): Expression {
  if (condition.kind === 'boolean') return { ...condition, value: !condition.value };
  if (condition.kind === 'binary' && (condition.operator === '==' || condition.operator === '!=')) {
    return { ...condition, operator: condition.operator === '==' ? '!=' : '==' };
  }
  if (condition.kind === 'unary' && condition.operator === '!') return condition.operand;
  return groovy.not(condition);
}

/** `a ?? b`: absence decides; `?:` only where that is the same. */
export function lowerNullish(
  context: Context,
  node: ts.BinaryExpression,
  lowerOther: (node: ts.Expression) => Expression = (other) => context.lower(other),
): Expression {
  const lowered = context.lower(node.left);
  const otherwise = context.capture(() => lowerOther(node.right));
  const leftType = context.typeOf(node.left);
  const isSimple = otherwise.statements.length === 0;
  if (isSimple && isElvis(context, leftType, otherwise.result))
    return groovy.elvis(lowered, otherwise.result);
  const value = keptOnce(context, node.left, lowered);
  if (isSimple) return orElse(context, leftType, value, otherwise.result);
  const choice = resultOf(context, node, 'choice');
  context.before(
    groovy.variable(choice.local.name, value, choice.type),
    groovy.ifElse(groovy.binary(choice.local, '==', groovy.nullLiteral()), assignResult(choice, otherwise)),
  );
  return choice.local;
}
