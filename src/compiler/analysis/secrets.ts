/**
 * Pass 6, its facts: which values are secrets and which variable holds them. A secret exists only as the parameter of
 * the arrow that a credential primitive calls; the value itself never enters the program.
 */
import { ts } from 'ts-morph';
import { jenkinsFile, type Project } from '../load';
import { withParentheses } from './functions';
import { environmentName } from './names';
import type { Resolver } from './resolve';

const bindingPrimitives: readonly string[] = ['withSecretText', 'withSecretLogin', 'withSecretFile'];

export interface Secrets {
  /** The environment variable of a secret that a credential primitive binds; none for any other symbol. */
  secretVariableOf(symbol: ts.Symbol): string | undefined;
  /** The same for an expression that names such a symbol. */
  secretVariableAt(expression: ts.Expression): string | undefined;
  /** Whether a value of this expression is or may hold a secret, whatever its form. */
  isSecret(expression: ts.Expression): boolean;
}

export function findSecrets(
  { checker }: Project,
  resolver: Resolver,
  typeOf: (node: ts.Node) => ts.Type,
): Secrets {
  function secretVariableOf(symbol: ts.Symbol): string | undefined {
    const parameter = symbol.valueDeclaration;
    if (parameter === undefined || !ts.isParameter(parameter) || !ts.isIdentifier(parameter.name))
      return undefined;
    const arrow = parameter.parent;
    if (!ts.isArrowFunction(arrow)) return undefined;
    const call = withParentheses(arrow).parent;
    if (!ts.isCallExpression(call)) return undefined;
    const callee = resolver.calleeOf(call);
    if (callee.kind !== 'primitive' || !bindingPrimitives.includes(callee.name)) return undefined;
    return environmentName(parameter.name.text);
  }

  return {
    secretVariableOf,
    secretVariableAt(expression) {
      const symbol = ts.isIdentifier(expression) ? checker.getSymbolAtLocation(expression) : undefined;
      return symbol === undefined ? undefined : secretVariableOf(symbol);
    },
    isSecret: (expression) => holdsSecret(typeOf(expression)),
  };
}

/** `Secret`, or a union with it. The brand is found by its declaration, so that an alias of the type is no way out. */
function holdsSecret(type: ts.Type): boolean {
  if (type.isUnionOrIntersection()) return type.types.some(holdsSecret);
  const declaration = type.getSymbol()?.declarations?.[0];
  return (
    declaration !== undefined &&
    ts.isInterfaceDeclaration(declaration) &&
    declaration.name.text === 'Secret' &&
    declaration.getSourceFile().fileName === jenkinsFile
  );
}
