/** Callbacks that take an object apart and only read it: `({ name }) => name` -> `{ app -> app.name }`. */
import ts from 'typescript';
import { groovy, type Expression, type Statement } from '../../groovy';
import { kindOf } from '../analysis/types';
import type { Context } from './context';
import { checkReadKey, keyText } from './literals';

/**
 * Whether the properties may be read where they are used, and not at the start: the body is one expression that calls
 * members of the language only, none of which changes a property.
 */
export function isReadInPlace(context: Context, { name, parent }: ts.ParameterDeclaration): boolean {
  return (
    ts.isArrowFunction(parent) &&
    !ts.isBlock(parent.body) &&
    ts.isObjectBindingPattern(name) &&
    kindOf(context.typeOf(name), context.checker) === 'object' &&
    name.elements.every(isPlain) &&
    changesNothing(context, parent.body)
  );
}

/** Makes the properties of `source` stand for the names of the pattern; takes no statement. */
export function readInPlace(
  context: Context,
  pattern: ts.BindingPattern,
  source: Expression,
): readonly Statement[] {
  for (const element of pattern.elements) {
    if (!ts.isBindingElement(element) || !isPlain(element)) continue;
    const key = element.propertyName ?? element.name;
    checkReadKey(context, key, keyText(key));
    const symbol = context.checker.getSymbolAtLocation(element.name);
    if (symbol !== undefined) context.replace(symbol, groovy.property(source, keyText(key)));
  }
  return [];
}

/** `name` or `key: name`. */
function isPlain(
  element: ts.BindingElement,
): element is ts.BindingElement & { name: ts.Identifier; propertyName?: ts.Identifier | ts.StringLiteral } {
  const { name, propertyName, initializer, dotDotDotToken } = element;
  const isKey =
    propertyName === undefined || ts.isIdentifier(propertyName) || ts.isStringLiteral(propertyName);
  return ts.isIdentifier(name) && isKey && initializer === undefined && dotDotDotToken === undefined;
}

function changesNothing(context: Context, node: ts.Node): boolean {
  if (ts.isTaggedTemplateExpression(node) || ts.isBlock(node)) return false;
  if (ts.isCallExpression(node) && context.analysis.calleeOf(node).kind !== 'builtin') return false;
  return ts.forEachChild(node, (child) => !changesNothing(context, child)) !== true;
}
