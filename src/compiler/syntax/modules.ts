/** What may stand at module level: imports, functions, types, constants. */
import ts from 'typescript';
import { problems } from '../../diagnostics/catalogue';
import type { Problem } from '../../diagnostics/problem';
import { isConstant } from '../analysis/constants';
import type { Report } from '../analysis/report';

/** Reports an import in a form that has no counterpart. */
export function checkImport(node: ts.ImportDeclaration, report: Report): void {
  const clause = node.importClause;
  const bindings = clause?.namedBindings;
  const isNamespace = bindings !== undefined && ts.isNamespaceImport(bindings);
  const isRenamed =
    bindings !== undefined &&
    ts.isNamedImports(bindings) &&
    bindings.elements.some(({ propertyName }) => propertyName !== undefined);
  const defaultName = clause?.name?.text;
  const module = ts.isStringLiteral(node.moduleSpecifier) ? node.moduleSpecifier.text : '';
  const isRenamedDefault = defaultName !== undefined && module.split('/').at(-1) !== defaultName;
  if (clause === undefined || isNamespace || isRenamed || isRenamedDefault)
    report(node, problems.importForm());
}

/** Reports a statement at module level that has no counterpart. @returns whether to look inside */
export function checkTopLevel(statement: ts.Statement, report: Report): boolean {
  if (isDeclaredOnly(statement)) {
    report(statement, problems.noNamespace());
    return false;
  }
  if (ts.isFunctionDeclaration(statement)) return true;
  if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) return true;
  if (ts.isVariableStatement(statement)) return checkConstants(statement, report);
  report(statement, topLevelProblem(statement));
  return false;
}

/** `declare …`: what it names exists nowhere. */
function isDeclaredOnly(statement: ts.Statement): boolean {
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.DeclareKeyword) === true;
}

function topLevelProblem(statement: ts.Statement): Problem {
  if (ts.isClassDeclaration(statement)) return problems.noClass();
  if (ts.isEnumDeclaration(statement)) return problems.noEnum();
  if (ts.isModuleDeclaration(statement)) return problems.noNamespace();
  if (ts.isExportDeclaration(statement) || ts.isExportAssignment(statement)) return problems.exportForm();
  if (ts.isImportEqualsDeclaration(statement)) return problems.importForm();
  return problems.topLevelStatement();
}

function checkConstants({ declarationList }: ts.VariableStatement, report: Report): boolean {
  if ((declarationList.flags & (ts.NodeFlags.Const | ts.NodeFlags.Let)) === 0) return true;
  for (const declaration of declarationList.declarations) {
    if (!isConstant(declaration)) report(declaration, problems.moduleConstant());
  }
  return false;
}
