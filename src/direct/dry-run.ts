/**
 * `withDryRun` in the direct world: what stands in the place of the steps that touch something. The twin is
 * `src/runtime/DryRun.groovy`: both must ask for the same steps in the same order.
 */
import { dryRunVariable } from '../compiler/analysis/names';
import { steps } from '../jenkins';
import type { DryRunBehaviour } from '../jenkins/steps/step';
import { listExample } from '../simulator/shell/resource-script';
import { step, type Argument, type Body, type Pipeline, type Request } from './requests';
import type { Session } from './program';
import { entry } from './values';

/** Whether the bodies of this step run dry: it begins a dry run. */
export function beginsDryRun({ name, arguments: [overrides] }: Request): boolean {
  return (
    name === 'withEnv' && textsIn(overrides).some((override) => override.startsWith(`${dryRunVariable}=`))
  );
}

/** The same code, with what touches something printed instead. */
export function* inDryRun(code: Pipeline<unknown>, session: Session): Pipeline<unknown> {
  let next = code.next({ kind: 'value', value: undefined });
  while (next.done !== true) {
    const { name, ofJenkinsfile } = next.value;
    const behaviour = ofJenkinsfile === true ? undefined : steps.get(name)?.dryRun;
    if (behaviour === undefined) {
      next = code.next(yield next.value);
      continue;
    }
    let value: unknown;
    try {
      value = yield* instead(next.value, behaviour, session);
    } catch (thrown) {
      next = code.throw(thrown);
      continue;
    }
    next = code.next({ kind: 'value', value });
  }
  return next.value;
}

function* instead(request: Request, behaviour: DryRunBehaviour, session: Session): Pipeline<unknown> {
  const { name, arguments: given, location } = request;
  const body = given.find((argument) => typeof argument === 'function');
  const variable = (wanted: string): string | undefined => entry(session.context?.environment ?? {}, wanted);
  const names = (variable(dryRunVariable) ?? '').split(',').slice(1);
  const say = (what: string): Pipeline<unknown> =>
    step('echo', [`[${variable('STAGE_NAME') ?? '-'}] would run ${what}`], location);
  switch (name) {
    case 'echo':
      return yield* step('echo', [printed(textOf(given[0]), variable('STAGE_NAME'))], location);
    case 'sh':
      return yield* command(mapOf(given[0], 'script'), names, say);
    case 'withEnv': {
      const overrides = textsIn(given[0]);
      return yield* runWith(overrides, withOverrides(names, overrides), body, location);
    }
    case 'withCredentials': {
      const bindings = Array.isArray(given[0]) ? given[0].map((each: Argument) => mapOf(each, '')) : [];
      yield* say(`withCredentials ${bindings.map(({ credentialsId }) => shown(credentialsId)).join(', ')}`);
      return yield* runWith([], withNames(names, bindings.flatMap(boundVariables)), body, location);
    }
  }
  if (behaviour.quiet !== true)
    yield* say(typeof given[0] === 'string' ? `${name} ${shown(given[0])}` : name);
  if (body === undefined) return behaviour.answer;
  const { variables = [] } = behaviour;
  return variables.length === 0
    ? yield* inDryRun(body(), session)
    : yield* runWith([], withNames(names, variables), body, location);
}

/** What a program says follows from made-up answers, unless it says that there is nothing to do. */
function printed(message: string, stage = '-'): string {
  return message.startsWith('Skipped: ') ? message : `[${stage}] would print: ${message}`;
}

/** A command that is printed; a resource script answers with the examples of its header. */
function* command(
  { script, label, returnStatus, returnStdout }: { readonly [name: string]: Argument },
  names: readonly string[],
  say: (what: string) => Pipeline<unknown>,
): Pipeline<unknown> {
  const text = typeof script === 'string' ? script : '';
  yield* say(
    `${typeof label === 'string' ? label : text}${names.length === 0 ? '' : ` with ${names.join(', ')}`}`,
  );
  if (returnStatus === true) return 0;
  return returnStdout === true ? exampleOutputs(text) : undefined;
}

function runWith(
  overrides: readonly string[],
  names: readonly string[],
  body: Body | undefined,
  location: string,
): Pipeline<unknown> {
  return step('withEnv', [[...overrides, `${dryRunVariable}=${['-', ...names].join(',')}`], body], location);
}

/** `NAME=` removes a variable, `PATH+X=` adds to one. Case does not matter, and the first spelling stays. */
function withOverrides(names: readonly string[], overrides: readonly string[]): readonly string[] {
  return overrides.reduce((before, override) => {
    const split = override.indexOf('=');
    const [name = ''] = override.slice(0, split).split('+');
    return split < override.length - 1
      ? withNames(before, [name])
      : before.filter((each) => each.toUpperCase() !== name.toUpperCase());
  }, names);
}

function withNames(names: readonly string[], more: readonly string[]): readonly string[] {
  const added = more.filter((name) => !names.some((each) => each.toUpperCase() === name.toUpperCase()));
  return [...names, ...added].sort();
}

/** The variables that a binding sets. */
function boundVariables(binding: { readonly [name: string]: Argument }): readonly string[] {
  if (binding['$symbol'] === 'aws') return ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'];
  const { variable, usernameVariable, passwordVariable } = binding;
  return [variable, usernameVariable, passwordVariable].filter((name) => typeof name === 'string');
}

/** `name=example` for each `# @out name type example` in the header of a script. */
function exampleOutputs(script: string): string {
  const lines = script.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('#'));
  const header = end < 0 ? lines : lines.slice(0, end);
  return header
    .map((line) => line.split(/ +/))
    .filter(([, tag]) => tag === '@out')
    .flatMap(([, , name = '', type, example = '']) =>
      (type === 'list' ? listExample(example) : [example]).map((value) => `${name}=${value}\n`),
    )
    .join('');
}

/** The named arguments of a step or describable. @param sole what a single value without a name means */
function mapOf(argument: Argument, sole: string): { readonly [name: string]: Argument } {
  if (typeof argument === 'object' && argument !== null && !isList(argument)) return argument;
  return { [sole]: argument };
}

function textsIn(argument: Argument): readonly string[] {
  return isList(argument) ? argument.flatMap((each) => (typeof each === 'string' ? [each] : [])) : [];
}

function isList(argument: Argument): argument is readonly Argument[] {
  return Array.isArray(argument);
}

function shown(value: Argument): string {
  return `'${textOf(value)}'`;
}

/** A text; of nothing else it is asked. */
function textOf(value: Argument): string {
  return typeof value === 'string' ? value : '';
}
