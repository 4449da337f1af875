/** Literals: text, numbers, lists, objects, regular expressions. */
import ts from 'typescript';
import { problems } from '../../diagnostics/catalogue';
import { groovy, type Expression, type MapEntry } from '../../groovy';
import { mayAssign } from '../analysis/effects';
import { kindOf, mayBeAbsent, typeText, type ValueKind } from '../analysis/types';
import { javaPattern } from '../builtins';
import type { Context } from './context';
import { isStable, keep, lowerInOrder } from './order';
import { elementsOf } from './runtime';

/** A constant text; the printer chooses the quotes. */
export function lowerString(
  _context: Context,
  node: ts.StringLiteral | ts.NoSubstitutionTemplateLiteral,
): Expression {
  return groovy.string(node.text);
}

/** A number, which is finite in both worlds. */
export function lowerNumber(context: Context, node: ts.NumericLiteral): Expression {
  const value = Number(node.text);
  if (!Number.isFinite(value)) return context.refuse(node, problems.unsupported('An infinite number'));
  return groovy.number(value);
}

/** `true`. */
export function lowerTrue(): Expression {
  return groovy.boolean(true);
}

/** `false`. */
export function lowerFalse(): Expression {
  return groovy.boolean(false);
}

/** A regular expression as the text of its Java pattern: what members of the language take in its place. */
export function lowerRegularExpression(context: Context, node: ts.RegularExpressionLiteral): Expression {
  const { parent } = node;
  const isReceiver = ts.isPropertyAccessExpression(parent) && ts.isCallExpression(parent.parent);
  const isArgument = ts.isCallExpression(parent) && context.analysis.calleeOf(parent).kind === 'builtin';
  if (!isReceiver && !isArgument) return context.refuse(node, problems.noRegexpHere());
  const end = node.text.lastIndexOf('/');
  const pattern = javaPattern(node.text.slice(1, end), node.text.slice(end + 1));
  if (pattern.kind === 'refusal') return context.refuse(node, problems.regexpFeature(pattern.reason));
  if (isReceiver && pattern.global) {
    return context.refuse(node, problems.regexpFeature('`test` with the flag g remembers where it stopped'));
  }
  return groovy.string(pattern.pattern);
}

/** `[a, ...b, c]` -> `[a] + b + [c]`: spread in a literal is not portable between engines. */
export function lowerArray(context: Context, node: ts.ArrayLiteralExpression): Expression {
  const operands = node.elements.map(withoutSpread);
  const elements = lowerParts(context, operands, groovy.list(), (element) => {
    if (ts.isOmittedExpression(element)) return context.refuse(element, problems.noHole());
    return ts.isSpreadElement(element.parent) ? lowerSpread(context, element, node) : context.lower(element);
  });
  const segments: Expression[] = [];
  let open: Expression[] = [];
  node.elements.forEach((element, index) => {
    const value = elements[index] ?? groovy.nullLiteral();
    if (!ts.isSpreadElement(element)) {
      open.push(value);
      return;
    }
    if (!isSet(context, element.expression)) checkSpread(context, element.expression, 'list');
    if (open.length > 0 || segments.length === 0) segments.push(groovy.list(...open));
    open = [];
    segments.push(value);
  });
  if (open.length > 0 || segments.length === 0) segments.push(groovy.list(...open));
  return sum(segments, isChangedLater(context, operands[0], operands));
}

/** The elements of a set are taken when their turn comes: what stands behind them may change the set. */
function lowerSpread(context: Context, node: ts.Expression, list: ts.ArrayLiteralExpression): Expression {
  const value = context.lower(node);
  if (!isSet(context, node)) return value;
  const elements = elementsOf(value);
  return list.elements.length === 1 ? elements : keep(context, list, elements);
}

function isSet(context: Context, node: ts.Expression): boolean {
  return context.kindOf(node) === 'set' && !mayBeAbsent(context.typeOf(node));
}

/** `{ ...a, b }` -> `a + [b: b]`. */
export function lowerObject(context: Context, node: ts.ObjectLiteralExpression): Expression {
  const operands = node.properties.flatMap(valuesOf);
  const values = lowerParts(context, operands, groovy.map());
  const segments: Expression[] = [];
  let open: MapEntry[] = [];
  let next = 0;
  const take = (): Expression => values[next++] ?? groovy.nullLiteral();
  for (const property of node.properties) {
    if (ts.isSpreadAssignment(property)) {
      checkSpread(context, property.expression, 'object');
      if (open.length > 0 || segments.length === 0) segments.push(groovy.map(...open));
      open = [];
      segments.push(take());
    } else if (ts.isPropertyAssignment(property) || ts.isShorthandPropertyAssignment(property)) {
      const key = ts.isComputedPropertyName(property.name)
        ? computedKey(context, property.name, take())
        : keyText(property.name);
      if (typeof key === 'string') checkKey(context, property.name, key);
      open.push(groovy.entry(key, take()));
    }
  }
  if (open.length > 0 || segments.length === 0) segments.push(groovy.map(...open));
  return sum(segments, isChangedLater(context, operands[0], operands));
}

/** Reports a key that is more than a key in one of the languages. */
export function checkKey(context: Context, node: ts.Node, key: string): void {
  if (key === 'metaClass' || key === '__proto__') context.report(node, problems.reservedKey(key));
}

/** Reports a property that JavaScript reads on every object, whoever put it there. */
export function checkReadKey(context: Context, node: ts.Node, key: string): void {
  checkKey(context, node, key);
  if (inherited.has(key) && key !== '__proto__') context.report(node, problems.reservedKey(key));
}

const inherited: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

/** The constant key that a property name is. */
export function keyText(name: ts.PropertyName): string {
  if (ts.isStringLiteral(name) || ts.isIdentifier(name) || ts.isNoSubstitutionTemplateLiteral(name))
    return name.text;
  return ts.isNumericLiteral(name) ? String(Number(name.text)) : name.getText();
}

function computedKey(context: Context, name: ts.ComputedPropertyName, key: Expression): string | Expression {
  const type = context.typeOf(name.expression);
  if (kindOf(type, context.checker) !== 'string' || mayBeAbsent(type))
    context.report(name, problems.recordKey());
  return key.kind === 'string' ? key.value : key;
}

/** What a property evaluates, in order: a computed key, then the value. */
function valuesOf(property: ts.ObjectLiteralElementLike): readonly ts.Expression[] {
  if (ts.isSpreadAssignment(property)) return [property.expression];
  if (ts.isShorthandPropertyAssignment(property)) return [property.name];
  if (!ts.isPropertyAssignment(property)) return [];
  return ts.isComputedPropertyName(property.name)
    ? [property.name.expression, property.initializer]
    : [property.initializer];
}

function withoutSpread(element: ts.Expression): ts.Expression {
  return ts.isSpreadElement(element) ? element.expression : element;
}

function checkSpread(context: Context, node: ts.Expression, expected: ValueKind): void {
  const type = context.typeOf(node);
  if (kindOf(type, context.checker) !== expected || mayBeAbsent(type)) {
    context.report(node, problems.spreadForm(typeText(type, context.checker)));
  }
}

/** Lowers the parts of a literal in order. What is spread is copied in its turn where a later part may change it. */
function lowerParts(
  context: Context,
  nodes: readonly ts.Expression[],
  empty: Expression,
  lower?: (node: ts.Expression) => Expression,
): readonly Expression[] {
  return lowerInOrder(context, nodes, lower, (node, value) => {
    if (isChangedLater(context, node, nodes)) return groovy.binary(empty, '+', value);
    return isStable(context, node) ? undefined : value;
  });
}

/** Whether a list or an object is spread that a later part of the literal may change. */
function isChangedLater(
  context: Context,
  node: ts.Expression | undefined,
  nodes: readonly ts.Expression[],
): boolean {
  if (node === undefined) return false;
  const later = nodes.slice(nodes.indexOf(node) + 1);
  if (ts.isSpreadAssignment(node.parent)) return later.some((each) => mayAssign(context.analysis, each));
  const isList = ts.isSpreadElement(node.parent) && !isSet(context, node);
  return isList && later.some((each) => context.analysis.changeOf(node, each) !== undefined);
}

/** The segments added up; an empty literal in front stays only when it makes the copy that is needed. */
function sum(segments: readonly Expression[], isCopied: boolean): Expression {
  const kept =
    segments.length > 2 && !isCopied
      ? segments.filter((segment, index) => index > 0 || !isEmpty(segment))
      : segments;
  const [first = groovy.nullLiteral(), ...rest] = kept;
  return rest.reduce((left, right) => groovy.binary(left, '+', right), first);
}

function isEmpty(segment: Expression): boolean {
  return (
    (segment.kind === 'list' && segment.elements.length === 0) ||
    (segment.kind === 'map' && segment.entries.length === 0)
  );
}
