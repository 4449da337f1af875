/** What compiled pipeline code finds as `$gig`, and what `gig-ci/jenkins` is in the direct world. */
import type { GlobalVariableModel, ScriptModel } from '../model/model';
import { normalise, type ArgumentMap } from '../outputs/arguments';
import { effectiveParameters } from '../outputs/effective-parameters';
import { Fault } from './failures';
import { ifInstalled, inFinally, withDeadline, withOutcome } from './primitives';
import { iterate } from './iterate';
import type { Session } from './program';
import { pureRuntime } from './pure-runtime';
import { step, type Argument, type Body, type Pipeline } from './requests';
import { runScript, shell, withCredential, withDryRun, withEnvironment, type SecretReference } from './shell';
import { entry } from './values';

type SecretBody = (...secrets: SecretReference[]) => Pipeline<unknown>;
type Inputs = Parameters<typeof runScript>[1];

/** The runtime of one library. Its names are those that the transform emits. */
export interface Runtime {
  readonly [name: string]: (...parameters: never[]) => unknown;
}

/** The runtime of a library with these scripts, by name. */
export function createRuntime(
  session: Session,
  scripts: ReadonlyMap<string, ScriptModel>,
  models: readonly GlobalVariableModel[],
): Runtime {
  return {
    ...pureRuntime,
    step,
    shell,
    describable,
    iterate,
    inFinally,
    ifInstalled,
    withEnv: withEnvironment,
    withDryRun,
    withOutcome: (body: Body, done: Parameters<typeof withOutcome>[2], location: string) =>
      withOutcome(session, body, done, location),
    withDeadline: (minutes: number, what: string, ...rest: [Body, string] | [string, Body, string]) => {
      const [remedy, body, location] = rest.length === 2 ? (['', ...rest] as const) : rest;
      return withDeadline(session, minutes, what, remedy, body, location);
    },
    script(name: string, inputs: Inputs, location: string) {
      const model = scripts.get(name);
      if (model === undefined) throw new Fault(`no script '${name}'`);
      return runScript(model, inputs, location);
    },
    effectiveParameters(name: string, given: ArgumentMap) {
      const model = models.find((each) => each.name === name);
      if (model === undefined) throw new Fault(`no global variable '${name}'`);
      const environment = session.context?.environment ?? {};
      return effectiveParameters(model, normalise(given), (variable) => entry(environment, variable));
    },
    withSecretText: (credentialsId: string, body: SecretBody, [variable = '']: string[], location: string) =>
      withCredential({ $symbol: 'string', credentialsId, variable }, [variable], body, location),
    withSecretFile: (credentialsId: string, body: SecretBody, [variable = '']: string[], location: string) =>
      withCredential({ $symbol: 'file', credentialsId, variable }, [variable], body, location),
    withSecretLogin(credentialsId: string, body: SecretBody, variables: string[], location: string) {
      const [usernameVariable = '', passwordVariable = ''] = variables;
      const binding = { $symbol: 'usernamePassword', credentialsId, usernameVariable, passwordVariable };
      return withCredential(binding, variables, body, location);
    },
    withAwsCredentials: (credentialsId: string, body: SecretBody, location: string) =>
      withCredential({ $symbol: 'aws', credentialsId }, [], body, location),
    parallel(
      branches: { [name: string]: Body },
      ...rest: readonly [{ failFast?: boolean }, string] | readonly [string]
    ) {
      const [options, location] = rest.length === 1 ? [{}, rest[0]] : rest;
      return step('parallel', [{ ...branches, ...options }], location);
    },
  };
}

/** What `import … from 'gig-ci/jenkins'` gives at run time: the globals; calls were replaced by the transform. */
export function createJenkinsModule(session: Session): object {
  const context = (): NonNullable<Session['context']> => {
    if (session.context === undefined) throw new Fault('called outside a run: use simulate(…)');
    return session.context;
  };
  const variable = (name: string | symbol): string | undefined => entry(context().environment, String(name));
  return {
    env: new Proxy(
      {},
      {
        get: (_target, name) => variable(name),
        getOwnPropertyDescriptor(_target, name) {
          const value = variable(name);
          return value === undefined ? undefined : { value, enumerable: true, configurable: true };
        },
      },
    ),
    currentBuild: {
      get number(): number {
        return context().build.number;
      },
      get currentResult(): string {
        return context().build.currentResult;
      },
    },
    scm: { $symbol: 'scm' },
  };
}

function describable(symbol: string, parameters: { [name: string]: Argument } = {}): Argument {
  return { $symbol: symbol, ...parameters };
}
