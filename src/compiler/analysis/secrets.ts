/**
 * Pass 6, its facts: which values are secrets and which variable holds them. A secret exists only as the parameter of
 * the arrow that a credential primitive calls; the value itself never enters the program.
 */
import ts from 'typescript';
import { jenkinsFile, type Project } from '../load';
import { nodesOf } from '../nodes';
import type { PreviousAnalysis } from './analyse';
import { withParentheses, withoutParentheses } from './functions';
import { environmentName } from './names';
import type { Resolver } from './resolve';

const bindingPrimitives: readonly string[] = ['withSecretText', 'withSecretLogin', 'withSecretFile'];

/** What is known about the secrets of a project. */
export interface Secrets {
  /** The environment variable of a secret that a credential primitive binds; none for any other symbol. */
  secretVariableOf(symbol: ts.Symbol): string | undefined;
  /** The parameters that a node binds secrets to: of the arrow that a credential primitive calls; none of any other node. */
  secretsBoundBy(node: ts.Node): readonly ts.Identifier[];
  /** The variables of the secrets that are bound around a node, the innermost first. */
  secretVariablesAround(node: ts.Node): readonly string[];
  /** Every variable in which some credential primitive of the project binds a secret. */
  readonly boundVariables: ReadonlySet<string>;
  /** The same, of each file. */
  readonly boundVariablesByFile: ReadonlyMap<ts.SourceFile, readonly string[]>;
  /** The variable of an expression that names the symbol of a secret. */
  secretVariableAt(expression: ts.Expression): string | undefined;
  /** Whether a value of this expression is or may hold a secret, whatever its form. */
  isSecret(expression: ts.Expression): boolean;
}

/** What `withAwsCredentials` binds. */
const awsVariables = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'];

/** Finds the secrets that credential primitives bind. */
export function findSecrets(
  { checker, modules }: Project,
  resolver: Resolver,
  typeOf: (node: ts.Node) => ts.Type,
  previous?: PreviousAnalysis,
): Secrets {
  function boundBy(arrow: ts.Node): readonly ts.Identifier[] {
    if (!ts.isArrowFunction(arrow)) return [];
    const call = withParentheses(arrow).parent;
    if (!ts.isCallExpression(call)) return [];
    const callee = resolver.calleeOf(call);
    if (callee.kind !== 'primitive' || !bindingPrimitives.includes(callee.name)) return [];
    return arrow.parameters.map(({ name }) => name).filter(ts.isIdentifier);
  }

  function secretVariableOf(symbol: ts.Symbol): string | undefined {
    const parameter = symbol.valueDeclaration;
    if (parameter === undefined || !ts.isParameter(parameter)) return undefined;
    const name = boundBy(parameter.parent).find((each) => each === parameter.name);
    return name === undefined ? undefined : environmentName(name.text);
  }

  function secretVariablesAround(node: ts.Node): readonly string[] {
    const found: string[] = [];
    for (let scope = node.parent; !ts.isSourceFile(scope); scope = scope.parent) {
      found.push(...boundBy(scope).map(({ text }) => environmentName(text)));
    }
    return found;
  }

  function boundVariablesIn(sourceFile: ts.SourceFile): readonly string[] {
    return nodesOf(sourceFile).flatMap((node) => boundBy(node).map(({ text }) => environmentName(text)));
  }

  const boundVariablesByFile = new Map(
    modules.map(({ sourceFile }) => {
      const known =
        previous?.unaffected.has(sourceFile) === true
          ? previous.analysis.boundVariablesByFile.get(sourceFile)
          : undefined;
      return [sourceFile, known ?? boundVariablesIn(sourceFile)] as const;
    }),
  );

  return {
    secretVariableOf,
    secretsBoundBy: boundBy,
    secretVariablesAround,
    boundVariables: new Set([...awsVariables, ...[...boundVariablesByFile.values()].flat()]),
    boundVariablesByFile,
    secretVariableAt(expression) {
      const node = withoutParentheses(expression);
      const symbol = ts.isIdentifier(node) ? checker.getSymbolAtLocation(node) : undefined;
      return symbol === undefined ? undefined : secretVariableOf(symbol);
    },
    isSecret: (expression) => holdsSecret(typeOf(expression)),
  };
}

function holdsSecret(type: ts.Type): boolean {
  return type.isUnionOrIntersection() ? type.types.some(holdsSecret) : isSecretType(type);
}

/** Whether a type is `Secret` itself. It is found by its declaration, so that an alias is no way out. */
export function isSecretType(type: ts.Type): boolean {
  const declaration = type.getSymbol()?.declarations?.[0];
  return (
    declaration !== undefined &&
    ts.isInterfaceDeclaration(declaration) &&
    declaration.name.text === 'Secret' &&
    declaration.getSourceFile().fileName === jenkinsFile
  );
}
