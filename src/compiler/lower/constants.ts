/**
 * Constants at module level. A primitive one is printed where it is used; an object or list that is used as a whole
 * becomes a method that returns the literal, because a field of a script lives once per caller and is saved with it.
 */
import ts from 'typescript';
import { groovy, type Expression, type Method } from '../../groovy';
import { withoutParentheses } from '../analysis/functions';
import { isTakenMethodName } from '../analysis/definitions';
import { staticTypeOf } from '../analysis/types';
import { commentsBetween } from './comment-places';
import type { Context, FileState } from './context';
import { keyText } from './literals';
import { commentsAround, linesOf, linesOn, methodComments } from './module-comments';
import { callOwnMethod } from './own-methods';

/** A use of a constant. */
export function lowerConstant(
  context: Context,
  node: ts.Identifier,
  declaration: ts.VariableDeclaration,
): Expression {
  const value = initializerOf(declaration);
  // `declare const` and a `let` without a value are refused where they stand.
  if (value === undefined) return groovy.nullLiteral();
  if (!isScalar(value)) return callOwnMethod(context, node, methodFor(context.file, declaration));
  explain(context, node);
  return context.lower(value);
}

/** `DEFAULTS.images.postgres`, whose value stands in the literal; nothing when the path leaves it. */
export function lowerConstantPath(
  context: Context,
  node: ts.PropertyAccessExpression,
): Expression | undefined {
  const value = constantAt(context, node);
  if (value === undefined || !isScalar(value)) return undefined;
  explain(context, node);
  return context.lower(value);
}

/** What the author says of a constant stands above the statement that its value is printed in, with its name. */
function explain(context: Context, expression: ts.Expression): void {
  const node = withoutParentheses(expression);
  if (ts.isPropertyAccessExpression(node)) {
    explain(context, node.expression);
    const property = propertyAt(context, node);
    if (property === undefined) return;
    context.explain(property, node.getText(), linesOnProperty(property));
  } else if (ts.isIdentifier(node)) {
    const reference = context.analysis.referenceOf(node);
    if (reference.kind === 'constant')
      context.explain(reference.declaration, node.text, linesOnConstant(reference.declaration));
  }
}

function linesOnProperty(property: ts.PropertyAssignment): readonly string[] {
  const sourceFile = property.getSourceFile();
  const inside = isScalar(property.initializer) ? commentsInside(sourceFile, property) : [];
  return [...linesOf(commentsAround(sourceFile, property)), ...inside];
}

/** The lines on a constant, and those in a value of one line. */
function linesOnConstant(declaration: ts.VariableDeclaration): readonly string[] {
  const sourceFile = declaration.getSourceFile();
  const statement = statementOf(declaration);
  const value = initializerOf(declaration);
  return [
    ...(statement === undefined ? [] : linesOn(sourceFile, statement)),
    ...(value !== undefined && isScalar(value) ? commentsInside(sourceFile, declaration) : []),
  ];
}

function statementOf(declaration: ts.VariableDeclaration): ts.VariableStatement | undefined {
  const statement = declaration.parent.parent;
  return ts.isVariableStatement(statement) ? statement : undefined;
}

function commentsInside(sourceFile: ts.SourceFile, node: ts.Node): readonly string[] {
  return linesOf(commentsBetween(sourceFile, node.getStart(sourceFile), node.end));
}

/** The methods that return the constants of a file. Lowering one may need another. */
export function constantMethods(file: FileState, makeContext: () => Context): readonly Method[] {
  const methods: Method[] = [];
  for (const [declaration, name] of file.constants) {
    const context = makeContext();
    const value = initializerOf(declaration);
    if (value === undefined) continue;
    const type = context.typeOf(declaration);
    const { remarks, result } = context.withRemarks(() => context.capture(() => context.lower(value)).result);
    const sourceFile = declaration.getSourceFile();
    const statement = statementOf(declaration);
    const comments = [...remarks, ...commentsInside(sourceFile, declaration)].map(groovy.comment);
    const method = groovy.method(name, [...comments, groovy.returnValue(result)], {
      annotations: ['NonCPS'],
      modifiers: file.module.kind === 'shared' ? ['private', 'static'] : ['private'],
      returnType: staticTypeOf(type, context.checker),
      origin: context.origin(declaration),
    });
    methods.push({ ...method, ...(statement && methodComments(sourceFile, statement)) });
  }
  return methods;
}

function constantAt(context: Context, expression: ts.Expression): ts.Expression | undefined {
  const node = withoutParentheses(expression);
  if (ts.isIdentifier(node)) {
    const reference = context.analysis.referenceOf(node);
    return reference.kind === 'constant' ? initializerOf(reference.declaration) : undefined;
  }
  if (!ts.isPropertyAccessExpression(node)) return undefined;
  const property = propertyAt(context, node);
  return property === undefined ? undefined : withoutAssertion(property.initializer);
}

function propertyAt(
  context: Context,
  { expression, name }: ts.PropertyAccessExpression,
): ts.PropertyAssignment | undefined {
  const object = constantAt(context, expression);
  if (object === undefined || !ts.isObjectLiteralExpression(object)) return undefined;
  return object.properties.find(
    (each): each is ts.PropertyAssignment =>
      ts.isPropertyAssignment(each) && keyText(each.name) === name.text,
  );
}

function methodFor({ constants, methodNames }: FileState, declaration: ts.VariableDeclaration): string {
  const known = constants.get(declaration);
  if (known !== undefined) return known;
  const wanted = methodNameOf(declaration.name.getText());
  let name = wanted;
  for (let attempt = 2; methodNames.has(name); attempt++) name = `${wanted}${attempt}`;
  methodNames.add(name);
  constants.set(declaration, name);
  return name;
}

function initializerOf({ initializer }: ts.VariableDeclaration): ts.Expression | undefined {
  return initializer === undefined ? undefined : withoutAssertion(initializer);
}

function withoutAssertion(expression: ts.Expression): ts.Expression {
  const node = withoutParentheses(expression);
  return ts.isAsExpression(node) || ts.isSatisfiesExpression(node) ? withoutAssertion(node.expression) : node;
}

function isScalar(node: ts.Expression): boolean {
  return !ts.isObjectLiteralExpression(node) && !ts.isArrayLiteralExpression(node);
}

/**
 * `DEFAULT_IMAGES` -> `defaultImages`, `CALL` -> `callValue`: a method `call` or `echo` would be called in place of the
 * script's own or of a step, `getEnv` would be property `env`.
 */
function methodNameOf(constant: string): string {
  const words = constant.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  const isUpperCase = !/[a-z]/.test(constant);
  const [first = '', ...rest] = isUpperCase ? words.map((word) => word.toLowerCase()) : words;
  const name =
    first.charAt(0).toLowerCase() +
    first.slice(1) +
    rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  if (!/^[a-z]/.test(name)) return `constant${name}`;
  return isTakenMethodName(name) || /^(get|set|is)(?![a-z])/.test(name) ? `${name}Value` : name;
}
