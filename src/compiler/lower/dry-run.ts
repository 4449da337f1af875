/** What lets a script run dry: methods that stand before the steps which touch something. */
import { groovy, nodesOf, type Call, type Expression, type Method } from '../../groovy';
import { describables, steps } from '../../jenkins';
import type { DryRunBehaviour } from '../../jenkins/steps/step';
import { dryRunVariable } from '../analysis/names';

/**
 * One method for each step that the methods call, and each number of arguments:
 *
 *     private sh(given) {
 *         given = Values.plain(given)
 *         return env.GIG_DRY_RUN == null ? steps.sh(given) : DryRun.sh(this, given)
 *     }
 *
 * A method of the script goes before a step of that name, so that the calls read as always.
 */
export function dryRunMethods(methods: readonly Method[]): readonly Method[] {
  const found = new Map<string, Method>();
  const add = (name: string, count: number, hasClosure: boolean): void => {
    const key = `${name} ${count}`;
    const method = found.has(key) ? undefined : methodFor(name, count, hasClosure);
    if (method !== undefined) found.set(key, method);
  };
  for (const node of methods.flatMap((method) => [...nodesOf(method)])) {
    // What the helpers say goes through the script, too.
    if (node.kind === 'identifier' && node.global === true && node.name === 'Flow') add('echo', 1, false);
    if (node.kind !== 'call' || node.receiver !== undefined) continue;
    add(node.name, argumentCount(node), node.trailing !== undefined);
  }
  const [first, ...others] = [...found]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, method]) => method);
  return first === undefined
    ? []
    : [{ ...first, documentation: ['From here on: steps that a dry run prints instead.'] }, ...others];
}

function argumentCount({ named, positional, trailing }: Call): number {
  return (named.length > 0 ? 1 : 0) + positional.length + (trailing === undefined ? 0 : 1);
}

function methodFor(name: string, count: number, hasClosure: boolean): Method | undefined {
  const behaviour = steps.get(name)?.dryRun;
  const isBinding = describables.has(name) && bindings.has(name);
  if (behaviour === undefined && !isBinding) return undefined;
  const takesBody = steps.get(name)?.body === true;
  const names = parameterNames(count, takesBody || hasClosure);
  const given = names.map((each) => groovy.identifier(each));
  const dry = behaviour === undefined ? bindingCall(name, given) : dryCall(name, behaviour, takesBody, given);
  const isOff = groovy.binary(
    groovy.property(groovy.global('env'), dryRunVariable),
    '==',
    groovy.nullLiteral(),
  );
  const real = groovy.methodCall(groovy.global('steps'), name, given);
  // A step makes texts of templates; here they would be saved with the program.
  const plain = names.includes('given')
    ? [
        groovy.assign(
          groovy.identifier('given'),
          groovy.staticCall('Values', 'plain', groovy.identifier('given')),
        ),
      ]
    : [];
  return groovy.method(name, [...plain, groovy.returnValue(groovy.ternary(isOff, real, dry))], {
    modifiers: ['private'],
    parameters: names.map((each) => groovy.parameter(each)),
  });
}

/** What the compiler binds credentials with. */
const bindings: ReadonlySet<string> = new Set(['string', 'usernamePassword', 'file', 'aws']);

function parameterNames(count: number, takesBody: boolean): readonly string[] {
  if (!takesBody) return count === 0 ? [] : ['given'];
  return count === 1 ? ['body'] : ['given', 'body'];
}

function bindingCall(name: string, given: readonly Expression[]): Expression {
  return groovy.staticCall('DryRun', 'binding', groovy.string(name), ...given);
}

function dryCall(
  name: string,
  { answer, variables = [], quiet }: DryRunBehaviour,
  takesBody: boolean,
  given: readonly Expression[],
): Expression {
  const script = groovy.global('this');
  if (['echo', 'sh', 'withEnv', 'withCredentials'].includes(name)) {
    return groovy.staticCall('DryRun', name, script, ...given);
  }
  const said = [script, groovy.string(name)];
  if (!takesBody) {
    const [value = groovy.nullLiteral()] = given;
    return groovy.staticCall(
      'DryRun',
      'answer',
      ...said,
      value,
      groovy.boolean(quiet === true),
      literal(answer),
    );
  }
  const [value, body] = given.length === 1 ? [groovy.nullLiteral(), ...given] : given;
  const names = groovy.list(...variables.map((each) => groovy.string(each)));
  const all = [value, groovy.boolean(quiet === true), names, body].filter((each) => each !== undefined);
  return groovy.staticCall('DryRun', 'around', ...said, ...all);
}

function literal(value: DryRunBehaviour['answer']): Expression {
  if (value === undefined) return groovy.nullLiteral();
  if (typeof value === 'string') return groovy.string(value);
  if (typeof value === 'number') return groovy.number(value);
  if (typeof value === 'boolean') return groovy.boolean(value);
  return groovy.map(...Object.entries(value).map(([key, entry]) => groovy.entry(key, literal(entry))));
}
