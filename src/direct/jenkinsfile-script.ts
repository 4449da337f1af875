/** What the direct world reads of a Jenkinsfile: calls one after the other, blocks, and variables with values that are written down. */
import type { Value } from '../simulator/program';

/** A Jenkinsfile that Node can run. */
export interface JenkinsfileScript {
  /** Missing where Jenkins loads the library implicitly. `version` is missing in `@Library('gig-ci') _`. */
  readonly library?: { readonly name: string; readonly version?: string };
  readonly statements: readonly Statement[];
}

/** What a scripted Jenkinsfile does, in its order. */
export type Statement =
  /** `def name = value` */
  { readonly kind: 'variable'; readonly name: string; readonly value: Expression } | CallStatement;

/** A call of a global variable or a Pipeline step. */
export interface CallStatement {
  readonly kind: 'call';
  readonly name: string;
  /** As Groovy passes them: named ones are a map in front of the others. */
  readonly arguments: readonly Expression[];
  /** The closure behind them. */
  readonly body?: readonly Statement[];
  /** `file:line` of the call. */
  readonly location: string;
}

/** What an argument or a variable may be: known before the run, or read from `env` and `params` in it. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: Value }
  | { readonly kind: 'list'; readonly elements: readonly Expression[] }
  | { readonly kind: 'map'; readonly entries: readonly (readonly [key: string, value: Expression])[] }
  /** `"a-${b}"` */
  | { readonly kind: 'template'; readonly parts: readonly (string | Expression)[] }
  | { readonly kind: 'variable'; readonly name: string }
  /** `env.BRANCH_NAME`, `params.REGION` */
  | { readonly kind: 'property'; readonly object: 'env' | 'params'; readonly name: string };

/** Where the values of a running Jenkinsfile come from. */
export interface Values {
  readonly variables: ReadonlyMap<string, Value>;
  /** `env` at this moment. */
  readonly environment: (name: string) => string | undefined;
  /** The global `params`. */
  readonly parameters: { readonly [name: string]: Value };
}

/** The value of an expression. */
export function evaluate(expression: Expression, values: Values): Value {
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'list':
      return expression.elements.map((element) => evaluate(element, values));
    case 'map':
      return Object.fromEntries(expression.entries.map(([key, value]) => [key, evaluate(value, values)]));
    case 'template':
      return expression.parts
        .map((part) => (typeof part === 'string' ? part : textOf(evaluate(part, values))))
        .join('');
    case 'variable':
      return values.variables.get(expression.name) ?? null;
    case 'property': {
      const { object, name } = expression;
      if (object === 'env') return values.environment(name) ?? null;
      return Object.hasOwn(values.parameters, name) ? (values.parameters[name] ?? null) : null;
    }
  }
}

/** What Groovy prints of a text, a whole number or nothing; others are refused in a hole. */
function textOf(value: Value): string {
  return typeof value === 'object' ? 'null' : String(value);
}
