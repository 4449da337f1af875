/** Mistakes in the lowering of statements. */
import ts from 'typescript';
import * as capture from '../../../src/compiler/analysis/capture';
import * as destructuring from '../../../src/compiler/lower/destructuring';
import { groovy, type Statement } from '../../../src/groovy';
import { inModule, inStatement, type Fault } from './plant';
import { inStatements } from './rewrite';

const { SyntaxKind } = ts;

/** Changes the statements of one kind. */
function each<Kind extends Statement['kind']>(
  kind: Kind,
  change: (statement: Extract<Statement, { kind: Kind }>) => Statement,
): (statements: readonly Statement[]) => readonly Statement[] {
  const isKind = (statement: Statement): statement is Extract<Statement, { kind: Kind }> =>
    statement.kind === kind;
  return (statements) => statements.map((statement) => (isKind(statement) ? change(statement) : statement));
}

/** `x != null` becomes `x`. */
const asGroovyTruth = inStatements((expression) =>
  expression.kind === 'binary' && expression.operator === '!=' && expression.right.kind === 'null'
    ? expression.left
    : expression,
);

export const statementFaults: readonly Fault[] = [
  inStatement(
    'if: branches swapped',
    SyntaxKind.IfStatement,
    each('if', (statement) =>
      statement.whenFalse === undefined
        ? statement
        : { ...statement, whenTrue: statement.whenFalse, whenFalse: statement.whenTrue },
    ),
  ),
  inStatement(
    'if: else lost',
    SyntaxKind.IfStatement,
    each('if', (statement) => ({ ...statement, whenFalse: undefined })),
  ),
  inStatement(
    'if: wrong truthiness',
    SyntaxKind.IfStatement,
    each('if', (statement) => {
      const [changed] = asGroovyTruth([statement]);
      return changed ?? statement;
    }),
  ),
  inModule(
    'for: missing copy of a captured loop variable',
    capture,
    'findUses',
    (original) => (symbol, scope, resolver) =>
      ts.isVariableDeclaration(scope)
        ? original(symbol, scope, resolver)
        : { captured: false, assigned: false },
  ),
  inStatement(
    'for: begins one too late',
    SyntaxKind.ForStatement,
    each('forIndex', (statement) => ({
      ...statement,
      from: groovy.binary(statement.from, '+', groovy.number(1)),
    })),
  ),
  inStatement(
    'for: ends one too late',
    SyntaxKind.ForStatement,
    each('forIndex', (statement) => ({
      ...statement,
      to: groovy.binary(statement.to, '+', groovy.number(1)),
    })),
  ),
  inStatement(
    'for: from back to front',
    SyntaxKind.ForOfStatement,
    each('forIn', (statement) => ({
      ...statement,
      iterable: groovy.methodCall(statement.iterable, 'reverse'),
    })),
  ),
  inStatement(
    'while: condition tested once',
    SyntaxKind.WhileStatement,
    each('while', (statement) => ({
      kind: 'if',
      condition: statement.condition,
      whenTrue: statement.body.filter(({ kind }) => kind !== 'break' && kind !== 'continue'),
    })),
  ),
  inStatement('continue lost', SyntaxKind.ContinueStatement, () => []),
  inStatement('break becomes continue', SyntaxKind.BreakStatement, (lowered, node) =>
    ts.findAncestor(
      node,
      (parent) => ts.isForOfStatement(parent) || ts.isWhileStatement(parent) || ts.isSwitchStatement(parent),
    )?.kind === SyntaxKind.ForOfStatement
      ? [groovy.continueLoop()]
      : lowered,
  ),
  inStatement(
    'return: value lost',
    SyntaxKind.ReturnStatement,
    each('return', () => groovy.returnValue(groovy.nullLiteral())),
  ),
  inStatement(
    'switch: default lost',
    SyntaxKind.SwitchStatement,
    each('switch', (statement) => ({
      ...statement,
      cases: statement.cases.filter(({ values }) => values.length > 0),
    })),
  ),
  inStatement(
    'switch: only the last of shared labels',
    SyntaxKind.SwitchStatement,
    each('switch', (statement) => ({
      ...statement,
      cases: statement.cases.map((one) => ({ ...one, values: one.values.slice(-1) })),
    })),
  ),
  inStatement(
    'switch: the last body runs on to the default in front of it',
    SyntaxKind.SwitchStatement,
    each('switch', (statement) => ({
      ...statement,
      cases: statement.cases.map((one, index, all) =>
        index === all.length - 1 && one.values.length > 0 && one.body.at(-1)?.kind === 'break'
          ? { ...one, body: one.body.slice(0, -1) }
          : one,
      ),
    })),
  ),
  inStatement(
    'throw: message lost',
    SyntaxKind.ThrowStatement,
    inStatements((expression) =>
      expression.kind === 'call' && expression.name === 'error'
        ? { ...expression, positional: [groovy.string('')] }
        : expression,
    ),
  ),
  inStatement(
    'try: finally lost',
    SyntaxKind.TryStatement,
    each('try', (statement) => ({
      ...statement,
      catches:
        statement.catches.length === 0
          ? [groovy.catchClause('Exception', 'lost', [groovy.throwValue(groovy.identifier('lost'))])]
          : statement.catches,
      finalizer: undefined,
    })),
  ),
  inStatement(
    'try: catch does nothing',
    SyntaxKind.TryStatement,
    each('try', (statement) => ({
      ...statement,
      catches: statement.catches.map((one) => (one.type === 'Exception' ? { ...one, body: [] } : one)),
    })),
  ),
  inStatement(
    'try: an interruption is caught',
    SyntaxKind.TryStatement,
    each('try', (statement) => ({
      ...statement,
      catches: statement.catches.filter(({ type }) => type !== 'FlowInterruptedException'),
    })),
  ),
  inModule('parameters: default dropped', destructuring, 'withDefault', () => (_context, name, value) => [
    groovy.variable(name.text, value),
  ]),
  inStatement(
    'destructuring: default dropped',
    SyntaxKind.VariableStatement,
    each('variable', (statement) =>
      statement.value?.kind === 'ternary' && statement.value.whenTrue.kind === 'property'
        ? { ...statement, value: statement.value.whenTrue }
        : statement.value?.kind === 'elvis'
          ? { ...statement, value: statement.value.value }
          : statement,
    ),
  ),
  inStatement('destructuring: default also for what is false', SyntaxKind.VariableStatement, asGroovyTruth),
  inStatement('entry not put', SyntaxKind.ExpressionStatement, (lowered) =>
    lowered.filter(
      (one) =>
        !(one.kind === 'expression' && one.expression.kind === 'call' && one.expression.name === 'put'),
    ),
  ),
  inStatement('assignment to a field lost', SyntaxKind.ExpressionStatement, (lowered) =>
    lowered.filter((one) => !(one.kind === 'assignment' && one.target.kind === 'property')),
  ),
];
