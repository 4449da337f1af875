/** Pass 2: everything in a module that is not part of the subset, found by its syntax alone. */
import ts from 'typescript';
import { problems } from '../../diagnostics/catalogue';
import type { Problem } from '../../diagnostics/problem';
import type { Report } from '../analysis/report';
import type { Module } from '../load';
import { checkImport, checkTopLevel } from './modules';
import { expressionTable } from './expressions';
import { statementTable } from './statements';
import { checkComments } from './suppressions';

/** Reports what the tables refuse, and the modifiers, declarations and comments that have no counterpart. */
export function checkSubset({ sourceFile }: Module, report: Report): void {
  checkComments(sourceFile, report);
  for (const statement of sourceFile.statements) {
    if (ts.isImportDeclaration(statement)) checkImport(statement, report);
    else if (checkTopLevel(statement, report)) visit(statement, report);
  }
}

function visit(node: ts.Node, report: Report): void {
  const problem = problemOf(node);
  if (problem !== undefined) {
    report(node, problem);
    // What stands inside is refused with it.
    if (!ts.isBlock(node)) return;
  }
  ts.forEachChild(node, (child) => {
    visit(child, report);
  });
}

function problemOf(node: ts.Node): Problem | undefined {
  if (ts.isBlock(node)) return isOwnBlock(node) ? problems.noBlock() : undefined;
  return refusalOf(node) ?? declarationProblem(node) ?? typeProblem(node);
}

/** What a table refuses. A function at module level is no statement of a function. */
function refusalOf(node: ts.Node): Problem | undefined {
  if (node.parent.kind === ts.SyntaxKind.SourceFile) return undefined;
  const row = statementTable.get(node.kind) ?? expressionTable.get(node.kind);
  return row !== undefined && 'refusal' in row ? row.refusal : undefined;
}

/** A block that is not the body of anything. */
function isOwnBlock({ parent }: ts.Block): boolean {
  if (ts.isCaseOrDefaultClause(parent)) return parent.statements.length > 1;
  return ts.isBlock(parent) || ts.isSourceFile(parent);
}

function declarationProblem(node: ts.Node): Problem | undefined {
  if (ts.isVariableDeclarationList(node)) return variableProblem(node);
  if (ts.isMethodDeclaration(node) || ts.isAccessor(node)) return problems.noAccessor();
  if (node.kind === ts.SyntaxKind.AsyncKeyword) return problems.noAsync();
  if (node.kind === ts.SyntaxKind.DeclareKeyword) return problems.noNamespace();
  if (ts.isFunctionDeclaration(node)) {
    if (node.asteriskToken !== undefined) return problems.noGenerator();
    if (node.body === undefined) return problems.noOverload();
  }
  if (ts.isParameter(node) && node.dotDotDotToken !== undefined) return problems.noRestParameter();
  return undefined;
}

function variableProblem({ flags }: ts.VariableDeclarationList): Problem | undefined {
  // The flag of `await using` is that of `using` with that of `const`.
  if (flags & ts.NodeFlags.Using) return problems.noUsing();
  return flags & (ts.NodeFlags.Const | ts.NodeFlags.Let) ? undefined : problems.noVar();
}

function typeProblem(node: ts.Node): Problem | undefined {
  if (node.kind === ts.SyntaxKind.AnyKeyword) return problems.noAny();
  return ts.isTypePredicateNode(node) ? problems.noTypePredicate() : undefined;
}
