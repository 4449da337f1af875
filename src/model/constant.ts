/** Values that TypeScript expressions have without being run. */
import ts from 'typescript';
import type { DefaultValue } from './model';

/** The value of a literal, a list or object of constants, or the name of a `const` with such a value; else `undefined`. */
export function constantValue(checker: ts.TypeChecker, expression: ts.Expression): DefaultValue | undefined {
  if (ts.isStringLiteralLike(expression)) return expression.text;
  if (ts.isNumericLiteral(expression)) return Number(expression.text);
  if (expression.kind === ts.SyntaxKind.TrueKeyword) return true;
  if (expression.kind === ts.SyntaxKind.FalseKeyword) return false;
  if (ts.isParenthesizedExpression(expression) || ts.isAsExpression(expression)) {
    return constantValue(checker, expression.expression);
  }
  if (ts.isPrefixUnaryExpression(expression)) return negated(checker, expression);
  if (ts.isArrayLiteralExpression(expression)) return constantList(checker, expression);
  if (ts.isObjectLiteralExpression(expression)) return constantObject(checker, expression);
  if (ts.isIdentifier(expression)) return constantVariable(checker, expression);
  return undefined;
}

function negated(
  checker: ts.TypeChecker,
  { operator, operand }: ts.PrefixUnaryExpression,
): DefaultValue | undefined {
  const value = constantValue(checker, operand);
  return operator === ts.SyntaxKind.MinusToken && typeof value === 'number' ? -value : undefined;
}

function constantList(
  checker: ts.TypeChecker,
  { elements }: ts.ArrayLiteralExpression,
): DefaultValue | undefined {
  const values: DefaultValue[] = [];
  for (const element of elements) {
    const value = constantValue(checker, element);
    if (value === undefined) return undefined;
    values.push(value);
  }
  return values;
}

function constantObject(
  checker: ts.TypeChecker,
  { properties }: ts.ObjectLiteralExpression,
): DefaultValue | undefined {
  const entries: [string, DefaultValue][] = [];
  for (const property of properties) {
    if (!ts.isPropertyAssignment(property) || ts.isComputedPropertyName(property.name)) return undefined;
    const value = constantValue(checker, property.initializer);
    if (value === undefined) return undefined;
    entries.push([property.name.getText().replace(/^['"]|['"]$/g, ''), value]);
  }
  return Object.fromEntries(entries);
}

/** `const KEY = 'value'`, also imported from another module. */
function constantVariable(checker: ts.TypeChecker, name: ts.Identifier): DefaultValue | undefined {
  const symbol = checker.getSymbolAtLocation(name);
  if (symbol === undefined) return undefined;
  const isAlias = (symbol.flags & ts.SymbolFlags.Alias) !== 0;
  const declaration = (isAlias ? checker.getAliasedSymbol(symbol) : symbol).valueDeclaration;
  if (declaration === undefined || !ts.isVariableDeclaration(declaration)) return undefined;
  const isConst = (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0;
  return isConst && declaration.initializer !== undefined
    ? constantValue(checker, declaration.initializer)
    : undefined;
}
