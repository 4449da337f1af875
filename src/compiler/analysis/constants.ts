/** Constants at module level: each use makes the literal anew, so a change would be lost. Their types must not allow one. */
import ts from 'typescript';
import { problems } from '../../diagnostics/catalogue';
import type { Module } from '../load';
import type { Analysis } from './analyse';
import { withoutParentheses } from './functions';
import type { Report } from './report';
import { typeText } from './types';

/** Reports constants of a module whose type lets a list, an object or something inside them be changed. */
export function checkConstants(analysis: Analysis, { sourceFile }: Module, report: Report): void {
  const { checker } = analysis.project;
  for (const statement of sourceFile.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const declaration of statement.declarationList.declarations.filter(isConstant)) {
      const { name } = declaration;
      const type = analysis.typeOf(name);
      if (!isReadOnly(type, checker))
        report(name, problems.mutableConstant(name.getText(), typeText(type, checker)));
    }
  }
}

/** `const` with a value that is a literal all through. */
export function isConstant(declaration: ts.VariableDeclaration): boolean {
  const { initializer, name } = declaration;
  const isConst = (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0;
  return isConst && ts.isIdentifier(name) && initializer !== undefined && isLiteral(initializer);
}

function isLiteral(expression: ts.Expression): boolean {
  const node = withoutAssertions(expression);
  if (ts.isStringLiteralLike(node) || ts.isNumericLiteral(node) || ts.isIdentifier(node)) return true;
  if (node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword) return true;
  if (ts.isPrefixUnaryExpression(node)) {
    return node.operator === ts.SyntaxKind.MinusToken && ts.isNumericLiteral(node.operand);
  }
  if (ts.isPropertyAccessExpression(node)) return isLiteral(node.expression);
  if (ts.isArrayLiteralExpression(node)) return node.elements.every(isLiteral);
  if (!ts.isObjectLiteralExpression(node)) return false;
  return node.properties.every(
    (property) =>
      ts.isPropertyAssignment(property) &&
      !ts.isComputedPropertyName(property.name) &&
      isLiteral(property.initializer),
  );
}

function withoutAssertions(expression: ts.Expression): ts.Expression {
  const node = withoutParentheses(expression);
  if (ts.isSatisfiesExpression(node)) return withoutAssertions(node.expression);
  return ts.isAsExpression(node) && ts.isConstTypeReference(node.type)
    ? withoutAssertions(node.expression)
    : node;
}

/**
 * Whether nothing that a value of the type consists of can be changed.
 * @param around the types that this one is a part of: a type may contain itself
 */
function isReadOnly(type: ts.Type, checker: ts.TypeChecker, around: readonly ts.Type[] = []): boolean {
  const isPartReadOnly = (part: ts.Type): boolean => isReadOnly(part, checker, [...around, type]);
  if (around.includes(type)) return true;
  if (type.isUnionOrIntersection()) return type.types.every(isPartReadOnly);
  if ((type.flags & ts.TypeFlags.Object) === 0) return true;
  const entries = checker.getIndexInfosOfType(type);
  if (!entries.every((entry) => entry.isReadonly && isPartReadOnly(entry.type))) return false;
  if (checker.isArrayType(type) || checker.isTupleType(type)) return true;
  const written = readOnlyNames(type, checker);
  return checker
    .getPropertiesOfType(type)
    .every(
      (property) =>
        (written.has(property.name) || isDeclaredReadOnly(property)) &&
        isPartReadOnly(checker.getTypeOfSymbol(property)),
    );
}

/** Whether a property is `readonly` where it is declared. */
export function isDeclaredReadOnly({ declarations = [] }: ts.Symbol): boolean {
  return (
    declarations.length > 0 &&
    declarations.every((each) => (ts.getCombinedModifierFlags(each) & ts.ModifierFlags.Readonly) !== 0)
  );
}

/** Names that `as const` and mapped types made read-only: they have no declaration that says so, only the written type does. */
export function readOnlyNames(type: ts.Type, checker: ts.TypeChecker): ReadonlySet<string> {
  const flags: ts.NodeBuilderFlags = ts.NodeBuilderFlags.NoTruncation | ts.NodeBuilderFlags.InTypeAlias;
  const node = checker.typeToTypeNode(type, undefined, flags);
  const members = node !== undefined && ts.isTypeLiteralNode(node) ? [...node.members] : [];
  const readOnly = members
    .filter(ts.isPropertySignature)
    .filter(({ modifiers = [] }) =>
      [...modifiers].some(({ kind }) => kind === ts.SyntaxKind.ReadonlyKeyword),
    );
  return new Set(readOnly.map(({ name }) => ('text' in name ? name.text : '')));
}
