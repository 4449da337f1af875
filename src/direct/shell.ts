/**
 * Commands and credentials in the direct world: the requests that the compiler emits for `sh`, `script`, `withEnv` and
 * the credential primitives. Values travel in `withEnv`; the Groovy twin is `src/runtime/Shell.groovy`.
 */
import type { ScriptModel } from '../model/model';
import { dryRunBegins, isSettable } from '../compiler/analysis/names';
import { problems } from '../diagnostics/catalogue';
import { Fault, OrdinaryError } from './failures';
import type { SymbolMarker } from '../simulator/program';
import { step, type Body, type Pipeline } from './requests';

/** A value of a command that is not a secret. */
type Scalar = string | number | boolean;

/** Stands for a bound credential; it carries no value. */
export class SecretReference {
  constructor(readonly variable: string) {}
}

/** What a command gives: nothing, what it printed, or its exit code. */
export type ShellMode = 'run' | 'output' | 'status';

/** A variable of a constant command: its name and its value, a list where the command takes `"$@"`. */
export type ShellVariable = readonly [name: string, value: Scalar | readonly string[]];

/** `sh`, `sh.output` and `sh.status`. */
export function* shell(
  mode: ShellMode,
  command: string,
  variables: readonly ShellVariable[],
  location: string,
): Pipeline<unknown> {
  const overrides = variables.flatMap(([name, value]) => toOverrides(name, value));
  const request = mode === 'run' ? command : { script: command, [returning[mode]]: true };
  const body = function* (): Pipeline<unknown> {
    const result = yield* step('sh', [request], location);
    return mode === 'output' ? withoutTrailingNewlines(textFrom('sh', result)) : result;
  };
  return overrides.length === 0 ? yield* body() : yield* step('withEnv', [overrides, body], location);
}

const returning = { output: 'returnStdout', status: 'returnStatus' } as const;

/** `script(name, inputs)`: runs a resource script and reads its outputs. */
export function* runScript(
  model: ScriptModel,
  inputs: { readonly [name: string]: Scalar | readonly string[] | SecretReference | undefined },
  location: string,
): Pipeline<unknown> {
  const variables = Object.entries(inputs).filter(([, value]) => !(value instanceof SecretReference));
  const overrides = variables.flatMap(([name, value]) =>
    value === undefined || value instanceof SecretReference ? [] : toOverrides(`GIG_${name}`, value),
  );
  const hasOutputs = model.outputs.length > 0;
  const body = function* (): Pipeline<unknown> {
    const resource = { resource: `gig-ci/${model.name}`, encoding: 'UTF-8' };
    const text = textFrom('libraryResource', yield* step('libraryResource', [resource], location));
    const request = { script: text, label: model.name, ...(hasOutputs ? { returnStdout: true } : {}) };
    const printed = yield* step('sh', [request], location);
    return hasOutputs ? readOutputs(model, textFrom('sh', printed)) : undefined;
  };
  // As in Groovy, where what is written decides, not what turns out to be absent.
  return variables.length === 0 ? yield* body() : yield* step('withEnv', [overrides, body], location);
}

/**
 * `withEnv({ NAME: value }, body)`.
 * @throws OrdinaryError when authors may not set one of the names
 */
export function withEnvironment(
  variables: { readonly [name: string]: string },
  body: Body,
  location: string,
): Pipeline<unknown> {
  for (const name of Object.keys(variables)) {
    if (!isSettable(name)) throw new OrdinaryError(problems.environmentName(name).message);
  }
  const overrides = Object.entries(variables).map(([name, value]) => `${name}=${value}`);
  return step('withEnv', [overrides, body], location);
}

/** `withDryRun(body)`: see `dry-run`. */
export function withDryRun(body: Body, location: string): Pipeline<unknown> {
  return step('withEnv', [[dryRunBegins], body], location);
}

/** Binds a credential; the body receives references to the variables, in order. */
export function withCredential(
  binding: SymbolMarker & { readonly [argument: string]: string },
  variables: readonly string[],
  body: (...secrets: SecretReference[]) => Pipeline<unknown>,
  location: string,
): Pipeline<unknown> {
  const secrets = variables.map((variable) => new SecretReference(variable));
  return step('withCredentials', [[binding], () => body(...secrets)], location);
}

function toOverrides(name: string, value: Scalar | readonly string[]): string[] {
  if (typeof value !== 'object') return [`${name}=${String(value)}`];
  return [
    `${name}_COUNT=${value.length}`,
    ...value.map((element, index) => `${name}_${index + 1}=${element}`),
  ];
}

/** The value of a step that returns a text. */
function textFrom(operation: string, value: unknown): string {
  if (typeof value !== 'string') throw new Fault(`${operation} returned no text`);
  return value;
}

function withoutTrailingNewlines(printed: string): string {
  return printed.replace(/[\r\n]+$/, '');
}

/** Reads `name=value` lines; a list has one line an element, and an output without a line stays absent. */
function readOutputs(model: ScriptModel, printed: string): { [name: string]: unknown } {
  const lines = printed.split('\n').filter((line) => line.includes('='));
  const values = (name: string): string[] =>
    lines.filter((line) => line.startsWith(`${name}=`)).map((line) => line.slice(name.length + 1));
  const outputs: { [name: string]: unknown } = {};
  for (const { name, type } of model.outputs) {
    const found = values(name);
    const last = found.at(-1);
    if (type === 'list') outputs[name] = found;
    else if (last !== undefined) outputs[name] = convert(type, last);
  }
  return outputs;
}

function convert(type: 'string' | 'integer' | 'boolean', text: string): Scalar {
  if (type === 'integer') return Number(text);
  return type === 'boolean' ? text === 'true' : text;
}
