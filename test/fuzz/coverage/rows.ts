/** Which rows of the language the programs use: kinds of nodes that are lowered, operators, members. */
import ts from 'typescript';
import { builtins, type Builtin } from '../../../src/compiler/builtins';
import { expressionTable } from '../../../src/compiler/syntax/expressions';
import { statementTable } from '../../../src/compiler/syntax/statements';
import type { Batch } from '../run/batch';

const kind = ts.SyntaxKind;

/** Operators that the lowerings take; the kinds alone do not tell them apart. */
const operators: readonly ts.SyntaxKind[] = [
  kind.EqualsEqualsEqualsToken,
  kind.ExclamationEqualsEqualsToken,
  kind.LessThanToken,
  kind.LessThanEqualsToken,
  kind.GreaterThanToken,
  kind.GreaterThanEqualsToken,
  kind.PlusToken,
  kind.MinusToken,
  kind.AsteriskToken,
  kind.SlashToken,
  kind.PercentToken,
  kind.AmpersandAmpersandToken,
  kind.BarBarToken,
  kind.QuestionQuestionToken,
  kind.InstanceOfKeyword,
  kind.EqualsToken,
  kind.PlusEqualsToken,
  kind.MinusEqualsToken,
  kind.AsteriskEqualsToken,
];
const unary: readonly (readonly [name: string, kind: ts.SyntaxKind, operator: ts.SyntaxKind])[] = [
  ['!x', kind.PrefixUnaryExpression, kind.ExclamationToken],
  ['-x', kind.PrefixUnaryExpression, kind.MinusToken],
  ['++x', kind.PrefixUnaryExpression, kind.PlusPlusToken],
  ['--x', kind.PrefixUnaryExpression, kind.MinusMinusToken],
  ['x++', kind.PostfixUnaryExpression, kind.PlusPlusToken],
  ['x--', kind.PostfixUnaryExpression, kind.MinusMinusToken],
];

/** All rows by name, and how often each was used so far. */
export class RowCoverage {
  private readonly uses = new Map<string, number>();

  constructor() {
    for (const [rowKind, row] of [...statementTable, ...expressionTable]) {
      if ('lower' in row) this.uses.set(nameOf(rowKind), 0);
    }
    for (const operator of operators) this.uses.set(operatorName(operator), 0);
    for (const [name] of unary) this.uses.set(name, 0);
    for (const entry of builtins) this.uses.set(memberName(entry), 0);
  }

  /** Counts what the programs of a batch use. */
  count({ compilation: { analysis }, programs }: Batch): void {
    const visit = (node: ts.Node): void => {
      this.use(nameOf(node.kind));
      if (ts.isBinaryExpression(node)) this.use(operatorName(node.operatorToken.kind));
      if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
        this.use(unary.find(([, own, operator]) => own === node.kind && operator === node.operator)?.[0]);
      }
      if (ts.isNewExpression(node)) this.use(`${node.expression.getText()}Constructor.new`);
      if (ts.isCallExpression(node)) {
        const callee = analysis.calleeOf(node);
        if (callee.kind === 'builtin') this.use(memberName(callee.entry));
      } else if (ts.isPropertyAccessExpression(node) && !ts.isCallExpression(node.parent)) {
        const reference = analysis.referenceOf(node);
        if (reference.kind === 'builtin') this.use(memberName(reference.entry));
      }
      ts.forEachChild(node, visit);
    };
    for (const { file, sourceFile } of analysis.project.modules) {
      if (programs.some(({ files }) => files.has(file))) visit(sourceFile);
    }
  }

  /** Rows that no program used. */
  get missing(): readonly string[] {
    return [...this.uses].filter(([, uses]) => uses === 0).map(([name]) => name);
  }

  get total(): number {
    return this.uses.size;
  }

  private use(name: string | undefined): void {
    const uses = name === undefined ? undefined : this.uses.get(name);
    if (name !== undefined && uses !== undefined) this.uses.set(name, uses + 1);
  }
}

function nameOf(nodeKind: ts.SyntaxKind): string {
  return ts.SyntaxKind[nodeKind];
}

function operatorName(operator: ts.SyntaxKind): string {
  return ts.tokenToString(operator) ?? nameOf(operator);
}

function memberName({ owner, member }: Builtin): string {
  return `${owner}.${member}`;
}
