/**
 * Arithmetic and objects as the generated Groovy has them: a number is always finite and zero has no sign; an object has
 * the entries that the program gave it and no others.
 */
import ts from 'typescript';
import { withoutParentheses } from '../compiler/analysis/functions';
import { kindOf } from '../compiler/analysis/types';
import type { TransformState } from './transform-state';

const arithmetic: ReadonlyMap<ts.SyntaxKind, ts.BinaryOperator> = new Map([
  [ts.SyntaxKind.PlusToken, ts.SyntaxKind.PlusToken],
  [ts.SyntaxKind.MinusToken, ts.SyntaxKind.MinusToken],
  [ts.SyntaxKind.AsteriskToken, ts.SyntaxKind.AsteriskToken],
  [ts.SyntaxKind.SlashToken, ts.SyntaxKind.SlashToken],
  [ts.SyntaxKind.PercentToken, ts.SyntaxKind.PercentToken],
  [ts.SyntaxKind.PlusEqualsToken, ts.SyntaxKind.PlusToken],
  [ts.SyntaxKind.MinusEqualsToken, ts.SyntaxKind.MinusToken],
  [ts.SyntaxKind.AsteriskEqualsToken, ts.SyntaxKind.AsteriskToken],
]);

/**
 * What replaces arithmetic and an assignment under a computed key; nothing where JavaScript's own does.
 *
 *     a / b          $gig.finite(a / b)
 *     total *= n     total = $gig.finite(total * n)
 *     counts[x] = n  $gig.put(counts, x, n)
 */
export function lowerOperation(state: TransformState, node: ts.BinaryExpression): ts.Expression | undefined {
  const { factory } = state.syntax;
  const isPlainAssignment = node.operatorToken.kind === ts.SyntaxKind.EqualsToken;
  const operator = arithmetic.get(node.operatorToken.kind);
  if (isPlainAssignment) return lowerAssignment(state, node.left, () => state.visit(node.right));
  if (operator === undefined) return undefined;
  const isNumber = [node.left, node.right].every((operand) => hasKind(state, operand, 'number'));
  const compute = (): ts.Expression => {
    const plain = factory.createBinaryExpression(state.visit(node.left), operator, state.visit(node.right));
    return isNumber ? state.syntax.runtime('finite', [plain]) : plain;
  };
  if (operator !== node.operatorToken.kind) {
    const assigned = lowerAssignment(state, node.left, compute);
    if (assigned !== undefined || !isNumber) return assigned;
    return factory.createAssignment(state.visit(node.left), compute());
  }
  const isSmallSum =
    (operator === ts.SyntaxKind.PlusToken || operator === ts.SyntaxKind.MinusToken) &&
    [node.left, node.right].some(isSmall);
  return isNumber && !isSmallSum ? compute() : undefined;
}

/** `-x` -> `0 - x`: JavaScript's `-0` does not exist in Groovy's whole numbers. */
export function lowerNegation(
  state: TransformState,
  node: ts.PrefixUnaryExpression,
): ts.Expression | undefined {
  if (node.operator !== ts.SyntaxKind.MinusToken || isSmall(node.operand)) return undefined;
  const { factory } = state.syntax;
  const difference = factory.createSubtract(factory.createNumericLiteral(0), state.visit(node.operand));
  return factory.createParenthesizedExpression(difference);
}

/** `counts[x]++` -> `$gig.put(counts, x, $gig.entry(counts, x) + 1)` */
export function lowerIncrement(
  state: TransformState,
  node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression,
): ts.Expression | undefined {
  const { factory } = state.syntax;
  const isIncrement = node.operator === ts.SyntaxKind.PlusPlusToken;
  if (!isIncrement && node.operator !== ts.SyntaxKind.MinusMinusToken) return undefined;
  const operator = isIncrement ? ts.SyntaxKind.PlusToken : ts.SyntaxKind.MinusToken;
  return lowerAssignment(state, node.operand, () =>
    factory.createBinaryExpression(state.visit(node.operand), operator, factory.createNumericLiteral(1)),
  );
}

/** `counts[x]` -> `$gig.entry(counts, x)`, `counts?.[x]` -> `$gig.entriesOf(counts)?.(x)`; lists stay as they are. */
export function lowerElement(
  state: TransformState,
  node: ts.ElementAccessExpression,
): ts.Expression | undefined {
  if (!isEntry(state, node)) return undefined;
  const { factory, runtime } = state.syntax;
  const [object, key] = [state.visit(node.expression), state.visit(node.argumentExpression)];
  if (!ts.isOptionalChain(node)) return runtime('entry', [object, key]);
  const questionDot = factory.createToken(ts.SyntaxKind.QuestionDotToken);
  return factory.createCallChain(runtime('entriesOf', [object]), questionDot, undefined, [key]);
}

function lowerAssignment(
  state: TransformState,
  target: ts.Expression,
  value: () => ts.Expression,
): ts.Expression | undefined {
  const node = withoutParentheses(target);
  if (!ts.isElementAccessExpression(node) || !isEntry(state, node)) return undefined;
  const { expression, argumentExpression } = node;
  return state.syntax.runtime('put', [state.visit(expression), state.visit(argumentExpression), value()]);
}

function isEntry(state: TransformState, { expression }: ts.ElementAccessExpression): boolean {
  return hasKind(state, expression, 'object');
}

function hasKind({ analysis }: TransformState, node: ts.Expression, kind: 'number' | 'object'): boolean {
  return kindOf(analysis.typeOf(node), analysis.project.checker) === kind;
}

/** A literal that cannot take a sum beyond the largest number, and that is not zero. */
function isSmall(expression: ts.Expression): boolean {
  const node = withoutParentheses(expression);
  return ts.isNumericLiteral(node) && Number(node.text) !== 0 && Number(node.text) < 1e100;
}
