/** Evaluation order: when an operand needs statements before it, the operands to its left must have been evaluated. */
import ts from 'typescript';
import {
  groovy,
  descendantsOf,
  type Expression,
  type Identifier,
  type Statement,
  type StaticType,
} from '../../groovy';
import { isCapturedInItself } from '../analysis/capture';
import { withoutParentheses, withParentheses } from '../analysis/functions';
import type { Captured, Context } from './context';

/**
 * Lowers operands from left to right. An operand whose value could change until the last one with statements has run is
 * kept in a local first.
 * @param valueToKeep what is kept of an operand; nothing when it is the same later
 */
export function lowerInOrder(
  context: Context,
  nodes: readonly ts.Expression[],
  lower: (node: ts.Expression) => Expression = (node) => context.lower(node),
  valueToKeep: (node: ts.Expression, value: Expression) => Expression | undefined = (node, value) =>
    isStable(context, node) ? undefined : value,
): readonly Expression[] {
  const operands = nodes.map((node) => ({ node, ...context.capture(() => lower(node)) }));
  const last = operands.findLastIndex(({ statements }) => statements.length > 0);
  return operands.map(({ node, statements, result }, index) => {
    context.before(...statements);
    const kept = index < last ? valueToKeep(node, result) : undefined;
    return kept === undefined ? result : keep(context, node, kept);
  });
}

/** Puts a value in a local, named after what it comes from. */
export function keep(context: Context, node: ts.Expression, value: Expression): Identifier {
  const name = context.freshName(nameFor(withoutParentheses(node)));
  const type = context.staticTypeOf(node);
  context.before(groovy.variable(name, value, type));
  return groovy.identifier(name);
}

/** The value in a form that may be printed twice: a path stays, everything else is kept in a local. */
export function keptOnce(context: Context, node: ts.Expression, value: Expression): Expression {
  // An identifier is a variable, or a local that was made for the value.
  return isPath(withoutParentheses(node)) || value.kind === 'identifier' ? value : keep(context, node, value);
}

/** A local that a value is built up in by statements. */
export interface Result {
  readonly local: Identifier;
  readonly type: StaticType | undefined;
}

/** The variable that the value is for, when it initialises one; else a local of its own. */
export function resultOf(context: Context, node: ts.Expression, wanted: string): Result {
  const { parent } = withParentheses(node);
  if (
    ts.isVariableDeclaration(parent) &&
    ts.isIdentifier(parent.name) &&
    !isCapturedInItself(parent, context.analysis)
  ) {
    const local = groovy.identifier(parent.name.text);
    return { local, type: context.staticTypeOf(parent.name) };
  }
  return { local: groovy.identifier(context.freshName(wanted)), type: context.staticTypeOf(node) };
}

/** Assigns what was lowered; a local that was made only to hold it is left out. */
export function assignResult(
  { local, type }: Result,
  { statements, result }: Captured<Expression>,
): readonly Statement[] {
  const last = statements.at(-1);
  const isHeld =
    last?.kind === 'variable' &&
    result.kind === 'identifier' &&
    last.name === result.name &&
    (last.type === undefined || last.type === type);
  return isHeld && last.value !== undefined
    ? [...statements.slice(0, -1), groovy.assign(local, last.value)]
    : [...statements, groovy.assign(local, result)];
}

/** A block of steps stands in a statement of its own, never inside a condition, an argument or a text. */
export function standAlone(context: Context, node: ts.Expression, value: Expression): Expression {
  const isBlock = value.kind === 'call' && value.trailing !== undefined;
  return isBlock && !isWholeStatement(withParentheses(node)) ? keep(context, node, value) : value;
}

function isWholeStatement(node: ts.Node): boolean {
  const { parent } = node;
  return (
    ts.isExpressionStatement(parent) ||
    ts.isVariableDeclaration(parent) ||
    ts.isReturnStatement(parent) ||
    ts.isArrowFunction(parent) ||
    (ts.isBinaryExpression(parent) && parent.right === node && ts.isExpressionStatement(parent.parent))
  );
}

/**
 * The value without a closure inside: Groovy takes no line break in a hole of a text, and in the list of a loop the
 * sandbox does not know the parameters of a closure.
 */
export function withoutClosure(context: Context, node: ts.Expression, value: Expression): Expression {
  return descendantsOf(value).some(({ kind }) => kind === 'closure') ? keep(context, node, value) : value;
}

/** The value is the same whenever it is read: a literal, a closure, a variable that is never assigned. */
export function isStable(context: Context, expression: ts.Expression): boolean {
  const node = withoutParentheses(expression);
  if (ts.isLiteralExpression(node) || ts.isArrowFunction(node)) return true;
  if (node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword) return true;
  if (!ts.isIdentifier(node)) return false;
  const declaration = context.analysis.symbolOf(node)?.valueDeclaration;
  if (declaration === undefined) return node.text === 'undefined';
  return ts.isParameter(declaration) || (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0;
}

/** `name`, `a.b.c`, `a['b']` or `a[0]`: reading it twice in a row gives the same and costs nothing. */
export function isPath(node: ts.Expression): boolean {
  if (ts.isIdentifier(node)) return true;
  const isConstantKey =
    ts.isElementAccessExpression(node) &&
    (ts.isStringLiteralLike(node.argumentExpression) || ts.isNumericLiteral(node.argumentExpression));
  return (ts.isPropertyAccessExpression(node) || isConstantKey) && isPath(node.expression);
}

/** The expression is cheap, without effect and the same a moment later: it may be printed twice. */
export function isRepeatable(expression: Expression): boolean {
  switch (expression.kind) {
    case 'identifier':
    case 'string':
    case 'number':
    case 'boolean':
    case 'null':
      return true;
    case 'property':
      return isRepeatable(expression.object);
    default:
      return false;
  }
}

function nameFor(node: ts.Expression): string {
  if (ts.isPropertyAccessExpression(node)) return node.name.text;
  if (ts.isIdentifier(node)) return node.text;
  if (ts.isCallExpression(node)) return `${nameFor(node.expression)}Result`;
  if (ts.isTaggedTemplateExpression(node)) return node.tag.getText() === 'sh.status' ? 'exitCode' : 'output';
  return ts.isConditionalExpression(node) ? nameForChoice(node) : 'value';
}

/** `givenOwasp` for `owasp === false ? {} : owasp`. */
function nameForChoice({ whenTrue, whenFalse }: ts.ConditionalExpression): string {
  const chosen = [whenTrue, whenFalse].find(ts.isIdentifier)?.text;
  return chosen === undefined ? 'value' : `given${chosen.charAt(0).toUpperCase()}${chosen.slice(1)}`;
}
