/** Unary and binary operators. */
import ts from 'typescript';
import { problems } from '../../diagnostics/catalogue';
import { groovy, type BinaryOperator, type Expression } from '../../groovy';
import { isAssignmentOperator } from '../analysis/capture';
import { withoutParentheses } from '../analysis/functions';
import { kindOf, mayBeAbsent, typeText, type ValueKind } from '../analysis/types';
import { isLengthCall } from '../builtins/length';
import { lowerCondition, lowerLogical, lowerNullish, negate } from './conditions';
import type { Context } from './context';
import { lowerInOrder } from './order';
import { arithmetic } from './runtime';
import { isLength, lowerAsText } from './templates';

const kind = ts.SyntaxKind;

/** An operator between two values: plain where the types prove that Groovy computes the same, else a helper. */
export function lowerBinary(context: Context, node: ts.BinaryExpression): Expression {
  switch (node.operatorToken.kind) {
    case kind.EqualsEqualsEqualsToken:
      return lowerEquality(context, node, '==');
    case kind.ExclamationEqualsEqualsToken:
      return lowerEquality(context, node, '!=');
    case kind.EqualsEqualsToken:
      return context.refuse(node.operatorToken, problems.noLooseEquality('==='));
    case kind.ExclamationEqualsToken:
      return context.refuse(node.operatorToken, problems.noLooseEquality('!=='));
    case kind.LessThanToken:
      return lowerComparison(context, node, '<');
    case kind.LessThanEqualsToken:
      return lowerComparison(context, node, '<=');
    case kind.GreaterThanToken:
      return lowerComparison(context, node, '>');
    case kind.GreaterThanEqualsToken:
      return lowerComparison(context, node, '>=');
    case kind.PlusToken:
      return lowerAddition(context, node.left, node.right, node);
    case kind.MinusToken:
      return lowerArithmetic(context, 'subtract', node.left, node.right);
    case kind.AsteriskToken:
      return lowerArithmetic(context, 'multiply', node.left, node.right);
    case kind.SlashToken:
      return lowerArithmetic(context, 'divide', node.left, node.right);
    case kind.PercentToken:
      return lowerArithmetic(context, 'remainder', node.left, node.right);
    case kind.AmpersandAmpersandToken:
      return lowerLogicalValue(context, node, '&&');
    case kind.BarBarToken:
      return lowerLogicalValue(context, node, '||');
    case kind.QuestionQuestionToken:
      return lowerNullish(context, node);
    case kind.InstanceOfKeyword:
      return lowerInstanceOf(context, node);
    case kind.InKeyword:
      return context.refuse(node.operatorToken, problems.noIn());
    case kind.CommaToken:
      return context.refuse(node.operatorToken, problems.noComma());
    default:
      if (isAssignmentOperator(node.operatorToken.kind))
        return context.refuse(node, problems.noIncrementInExpression());
      return context.refuse(node.operatorToken, problems.noBitwise(node.operatorToken.getText()));
  }
}

/** `!` of a condition, `-` of a number. */
export function lowerPrefix(context: Context, node: ts.PrefixUnaryExpression): Expression {
  switch (node.operator) {
    case kind.ExclamationToken: {
      const condition = lowerCondition(context, node.operand);
      // `!!text` is a boolean, not the text.
      return condition.kind === 'unary' ? groovy.not(condition) : negate(condition);
    }
    case kind.MinusToken: {
      if (!isNumber(context, node.operand)) return context.refuse(node, problems.noConversion('-'));
      const operand = context.lower(node.operand);
      return operand.kind === 'number' ? groovy.number(-operand.value) : groovy.negative(operand);
    }
    case kind.PlusPlusToken:
    case kind.MinusMinusToken:
      return context.refuse(node, problems.noIncrementInExpression());
    case kind.PlusToken:
      return context.refuse(node, problems.noConversion('+'));
    case kind.TildeToken:
      return context.refuse(node, problems.noBitwise('~'));
  }
}

function isNumber(context: Context, node: ts.Expression): boolean {
  return context.kindOf(node) === 'number' && !mayBeAbsent(context.typeOf(node));
}

/** `++` and `--` inside an expression, which are refused: as statements they never come here. */
export function lowerPostfix(context: Context, node: ts.PostfixUnaryExpression): Expression {
  return context.refuse(node, problems.noIncrementInExpression());
}

/** Groovy's `==` compares contents, so both sides must be of one primitive kind, or one a literal that decides it. */
function lowerEquality(context: Context, node: ts.BinaryExpression, operator: '==' | '!='): Expression {
  const { checker } = context;
  const [left, right] = [node.left, node.right].map((side) => context.typeOf(side));
  if (left === undefined || right === undefined || !isComparable(left, right, checker)) {
    const object = left !== undefined && !isPrimitive(kindOf(left, checker)) ? left : right;
    const text = object === undefined ? 'these' : typeText(object, checker);
    return context.refuse(node, problems.equalityOfObjects(text));
  }
  const [first, second] = lowerInOrder(context, [node.left, node.right]);
  return compared(first ?? groovy.nullLiteral(), operator, second ?? groovy.nullLiteral());
}

/** `list.isEmpty()` for `list.size() == 0`, `!list.isEmpty()` for `list.size() != 0` and `list.size() > 0`. */
function compared(left: Expression, operator: BinaryOperator, right: Expression): Expression {
  const isAgainstNothing = right.kind === 'number' && right.value === 0;
  if (isAgainstNothing && left.kind === 'call' && left.receiver !== undefined && isLengthCall(left)) {
    const isEmpty = groovy.methodCall(left.receiver, 'isEmpty');
    if (operator === '==') return isEmpty;
    if (operator === '!=' || operator === '>') return groovy.not(isEmpty);
  }
  return groovy.binary(left, operator, right);
}

function isComparable(left: ts.Type, right: ts.Type, checker: ts.TypeChecker): boolean {
  const kinds = [kindOf(left, checker), kindOf(right, checker)] as const;
  if (kinds.includes('absent')) return true;
  if (kinds[0] === kinds[1] && isPrimitive(kinds[0])) return true;
  // `trivy === false` on `false | Group`: no other value equals a boolean in Groovy.
  return (kinds[0] === 'boolean' && kinds[1] === 'mixed') || (kinds[0] === 'mixed' && kinds[1] === 'boolean');
}

function isPrimitive(kind: ValueKind): boolean {
  return kind === 'string' || kind === 'number' || kind === 'boolean';
}

function lowerComparison(
  context: Context,
  node: ts.BinaryExpression,
  operator: '<' | '<=' | '>' | '>=',
): Expression {
  const kinds = [node.left, node.right].map((side) => context.kindOf(side));
  const [first, second] = kinds;
  if (first !== second || !(first === 'number' || first === 'string')) {
    return context.refuse(node, problems.noBitwise(operator));
  }
  const [left, right] = lowerInOrder(context, [node.left, node.right]);
  return compared(left ?? groovy.nullLiteral(), operator, right ?? groovy.nullLiteral());
}

/** Two strings are joined, two numbers added; a number or boolean beside a string becomes text. */
export function lowerAddition(
  context: Context,
  left: ts.Expression,
  right: ts.Expression,
  node: ts.Node,
): Expression {
  const { checker } = context;
  const types = [left, right].map((side) => context.typeOf(side));
  const kinds = types.map((type) => kindOf(type, checker));
  if (kinds.every((each) => each === 'number')) return lowerArithmetic(context, 'add', left, right);
  const fits = kinds.every(isPrimitive) && kinds.includes('string') && !types.some(mayBeAbsent);
  if (!fits) {
    const [leftText = '', rightText = ''] = types.map((type) => typeText(type, checker));
    return context.refuse(node, problems.additionOperands(leftText, rightText));
  }
  const operands = lowerInOrder(context, [left, right], (side) => lowerAsText(context, side));
  const [first = groovy.nullLiteral(), second = groovy.nullLiteral()] = operands;
  return groovy.binary(asStringOperand(first), '+', second);
}

/** A GString on the left would make the sum a GString. */
function asStringOperand(value: Expression): Expression {
  return value.kind === 'interpolation' ? groovy.methodCall(value, 'toString') : value;
}

/** Numbers through a helper, which goes on as a double where Groovy would wrap; `.length - 1` cannot get there. */
export function lowerArithmetic(
  context: Context,
  operation: Parameters<typeof arithmetic>[0],
  left: ts.Expression,
  right: ts.Expression,
): Expression {
  const [first = groovy.nullLiteral(), second = groovy.nullLiteral()] = lowerInOrder(context, [left, right]);
  if (isSmall(context, left) && isSmall(context, right)) {
    if (operation === 'add') return groovy.binary(first, '+', second);
    if (operation === 'subtract') return groovy.binary(first, '-', second);
  }
  return arithmetic(operation, first, second);
}

/** A small whole literal, or the length of something. */
function isSmall(context: Context, expression: ts.Expression): boolean {
  const node = withoutParentheses(expression);
  if (ts.isNumericLiteral(node)) return Number.isInteger(Number(node.text)) && Number(node.text) < 1_000_000;
  return isLength(context, node);
}

/** As a value, `&&` and `||` give an operand in JavaScript: the same only for booleans. */
function lowerLogicalValue(context: Context, node: ts.BinaryExpression, operator: '&&' | '||'): Expression {
  const { checker } = context;
  const areBooleans = [node.left, node.right].every((side) => {
    const type = context.typeOf(side);
    return kindOf(type, checker) === 'boolean' && !mayBeAbsent(type);
  });
  if (!areBooleans) return context.refuse(node, problems.logicalOnValues(operator));
  return lowerLogical(context, node, operator);
}

/** `failure instanceof Error` in a `catch`: what Groovy's clause caught is always an Exception. */
function lowerInstanceOf(context: Context, node: ts.BinaryExpression): Expression {
  const declaration = context.analysis.symbolOf(withoutParentheses(node.left))?.valueDeclaration;
  const isCaught = declaration !== undefined && ts.isCatchClause(declaration.parent);
  if (!isCaught || node.right.getText() !== 'Error')
    return context.refuse(node.operatorToken, problems.noIn());
  return groovy.boolean(true);
}
