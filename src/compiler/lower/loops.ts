/** Loops. Groovy shares a loop variable between the rounds, so a captured one is copied in each. */
import ts from 'typescript';
import { problems } from '../../diagnostics/catalogue';
import { groovy, type Statement } from '../../groovy';
import { findUses } from '../analysis/capture';
import { withoutParentheses } from '../analysis/functions';
import { kindOf, typeText } from '../analysis/types';
import { lowerCondition, negate } from './conditions';
import type { Context } from './context';
import { lowerPattern, nameOfWhole } from './destructuring';
import { withoutClosure } from './order';
import { elementsOf } from './runtime';

/** `for (const app of apps)` -> `for (String app in apps)`. */
export function lowerForOf(context: Context, node: ts.ForOfStatement): readonly Statement[] {
  const name = loopName(node.initializer);
  if (name === undefined || node.awaitModifier !== undefined) {
    context.report(node.initializer, problems.arrayPattern());
    return [];
  }
  checkIterable(context, node);
  const visited = context.lower(node.expression);
  const isSet = context.kindOf(node.expression) === 'set';
  const list = withoutClosure(context, node.expression, isSet ? elementsOf(visited) : visited);
  if (!ts.isIdentifier(name)) {
    const element = context.freshName(nameOfWhole(context, name, 'closure'));
    const type = context.staticTypeOf(name);
    const taken = lowerPattern(context, name, groovy.identifier(element));
    return [groovy.forIn(element, list, [...taken, ...context.lowerBody(node.statement)], type)];
  }
  const type = context.staticTypeOf(name);
  const copy = copyForClosures(context, name, node.statement);
  const body = [...copy.statements, ...context.lowerBody(node.statement)];
  return [groovy.forIn(copy.loopVariable, list, body, type)];
}

/** `for (let i = 0; i < end; i++)`; other counting loops have no exact counterpart. */
export function lowerFor(context: Context, node: ts.ForStatement): readonly Statement[] {
  const counter = readCounter(node);
  if (counter === undefined) {
    context.report(node, problems.forForm());
    return [];
  }
  const end = context.capture(() => withoutClosure(context, counter.end, context.lower(counter.end)));
  if (end.statements.length > 0) context.report(counter.end, problems.forForm());
  const copy = copyForClosures(context, counter.name, node.statement);
  const body = [...copy.statements, ...context.lowerBody(node.statement)];
  return [groovy.forIndex(copy.loopVariable, groovy.number(counter.start), end.result, body)];
}

/** A condition that needs statements of its own moves to the start of the body; so does one with a closure inside. */
export function lowerWhile(context: Context, node: ts.WhileStatement): readonly Statement[] {
  const { statements, result: condition } = context.capture(() =>
    withoutClosure(context, node.expression, lowerCondition(context, node.expression)),
  );
  const body = context.lowerBody(node.statement);
  if (statements.length === 0) return [groovy.whileLoop(condition, body)];
  const leave = groovy.ifElse(negate(condition), [groovy.breakLoop()]);
  return [groovy.whileLoop(groovy.boolean(true), [...statements, leave, ...body])];
}

function loopName(initializer: ts.ForInitializer): ts.BindingName | undefined {
  return ts.isVariableDeclarationList(initializer) ? initializer.declarations[0]?.name : undefined;
}

function checkIterable(context: Context, node: ts.ForOfStatement): void {
  const { checker } = context;
  const type = context.typeOf(node.expression);
  const isList =
    ['list', 'set'].includes(kindOf(type, checker)) ||
    checker.getIndexTypeOfType(type, ts.IndexKind.Number) !== undefined;
  const isMadeInPlace = ts.isCallExpression(withoutParentheses(node.expression));
  if (!(isList || isMadeInPlace) || kindOf(type, checker) === 'string') {
    context.report(node.expression, problems.unsupported(`A loop over ${typeText(type, checker)}`));
  }
  const change = context.analysis.changeOf(node.expression, node.statement);
  if (change !== undefined) context.report(change, problems.loopChangesList());
}

/**
 * The variable of the loop; where a closure captures it, each round gets a variable of its own:
 *
 *     for (String nextApp in apps) {
 *         String app = nextApp
 */
function copyForClosures(
  context: Context,
  name: ts.Identifier,
  body: ts.Statement,
): { readonly loopVariable: string; readonly statements: readonly Statement[] } {
  const symbol = context.checker.getSymbolAtLocation(name);
  const { captured, assigned } =
    symbol === undefined ? { captured: false, assigned: false } : findUses(symbol, body, context.analysis);
  if (assigned) {
    const problem = captured ? problems.capturedLoopVariable(name.text) : problems.loopVariableAssigned();
    context.report(name, problem);
  }
  if (!captured) return { loopVariable: name.text, statements: [] };
  const loopVariable = context.freshName(`next${name.text.charAt(0).toUpperCase()}${name.text.slice(1)}`);
  const type = context.staticTypeOf(name);
  return { loopVariable, statements: [groovy.variable(name.text, groovy.identifier(loopVariable), type)] };
}

interface Counter {
  readonly name: ts.Identifier;
  readonly start: number;
  readonly end: ts.Expression;
}

function readCounter({ initializer, condition, incrementor }: ts.ForStatement): Counter | undefined {
  if (initializer === undefined || !ts.isVariableDeclarationList(initializer)) return undefined;
  const [declaration, another] = initializer.declarations;
  if (declaration?.initializer === undefined || another !== undefined || !ts.isIdentifier(declaration.name)) {
    return undefined;
  }
  const name = declaration.name;
  if (!ts.isNumericLiteral(declaration.initializer)) return undefined;
  const start = Number(declaration.initializer.text);
  const isName = (node: ts.Node): boolean => ts.isIdentifier(node) && node.text === name.text;
  const counts =
    incrementor !== undefined &&
    (ts.isPostfixUnaryExpression(incrementor) || ts.isPrefixUnaryExpression(incrementor)) &&
    incrementor.operator === ts.SyntaxKind.PlusPlusToken &&
    isName(incrementor.operand);
  const compares =
    condition !== undefined &&
    ts.isBinaryExpression(condition) &&
    condition.operatorToken.kind === ts.SyntaxKind.LessThanToken &&
    isName(condition.left);
  return counts && compares && Number.isInteger(start) ? { name, start, end: condition.right } : undefined;
}
