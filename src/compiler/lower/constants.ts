/**
 * Constants at module level. A primitive one is printed where it is used; an object or list that is used as a whole
 * becomes a method that returns the literal, because a field of a script lives once per caller and is saved with it.
 */
import ts from 'typescript';
import { groovy, type Expression, type Method } from '../../groovy';
import { withoutParentheses } from '../analysis/functions';
import { isTakenMethodName } from '../analysis/definitions';
import { staticTypeOf } from '../analysis/types';
import type { Context, FileState } from './context';
import { keyText } from './literals';
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
  return isScalar(value)
    ? context.lower(value)
    : callOwnMethod(context, node, methodFor(context.file, declaration));
}

/** `DEFAULTS.images.postgres`, whose value stands in the literal; nothing when the path leaves it. */
export function lowerConstantPath(
  context: Context,
  node: ts.PropertyAccessExpression,
): Expression | undefined {
  const value = constantAt(context, node);
  return value !== undefined && isScalar(value) ? context.lower(value) : undefined;
}

/** The methods that return the constants of a file. Lowering one may need another. */
export function constantMethods(file: FileState, makeContext: () => Context): readonly Method[] {
  const methods: Method[] = [];
  for (const [declaration, name] of file.constants) {
    const context = makeContext();
    const value = initializerOf(declaration);
    if (value === undefined) continue;
    const type = context.typeOf(declaration);
    const { result } = context.capture(() => context.lower(value));
    methods.push(
      groovy.method(name, [groovy.returnValue(result)], {
        annotations: ['NonCPS'],
        modifiers: file.module.kind === 'shared' ? ['private', 'static'] : ['private'],
        returnType: staticTypeOf(type, context.checker),
        origin: context.origin(declaration),
      }),
    );
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
  const object = constantAt(context, node.expression);
  if (object === undefined || !ts.isObjectLiteralExpression(object)) return undefined;
  const property = object.properties.find(
    (each): each is ts.PropertyAssignment =>
      ts.isPropertyAssignment(each) && keyText(each.name) === node.name.text,
  );
  return property === undefined ? undefined : withoutAssertion(property.initializer);
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
