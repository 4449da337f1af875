/**
 * withCredentials. Secret values are canaries, `secret-of-<id>`: nothing but a program that leaks a secret can bring one
 * into the record, where a test finds it; the log masks them as Jenkins does.
 */
import { StepFailure, stepError, workspaceMissing } from '../failures';
import type { SymbolMarker, Value } from '../program';
import type { CredentialType } from '../scenario';
import type { Execution, StepContext } from '../threads';
import { isSymbol, textOf } from '../values';

interface Binding {
  readonly type: CredentialType;
  /** Java type that the binding looks for, which Jenkins names when the credential is of another. */
  readonly expected: string;
  /** Variables for the body, the secret ones marked. */
  readonly variables: (id: string, binding: SymbolMarker) => readonly Variable[];
}

interface Variable {
  readonly name: string;
  readonly value: string;
  readonly secret: boolean;
}

/** What the environment shows of a secret. */
export function canary(id: string): string {
  return `secret-of-${id}`;
}

const bindings: { readonly [symbol: string]: Binding } = {
  string: {
    type: 'text',
    expected: 'org.jenkinsci.plugins.plaincredentials.StringCredentials',
    variables: (id, { variable }) => [secret(variable, canary(id))],
  },
  usernamePassword: {
    type: 'usernamePassword',
    expected: 'com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials',
    variables: (id, { usernameVariable, passwordVariable }) => [
      { name: textOf(usernameVariable), value: `user-of-${id}`, secret: false },
      secret(passwordVariable, canary(id)),
    ],
  },
  file: {
    type: 'file',
    expected: 'org.jenkinsci.plugins.plaincredentials.FileCredentials',
    variables: (id, { variable }) => [secret(variable, `/home/jenkins/secretFiles/${canary(id)}`)],
  },
  aws: {
    type: 'aws',
    expected: 'com.cloudbees.jenkins.plugins.awscredentials.AmazonWebServicesCredentials',
    variables: (id, { roleArn }) => [
      { name: 'AWS_ACCESS_KEY_ID', value: `access-key-of-${id}`, secret: false },
      secret('AWS_SECRET_ACCESS_KEY', canary(id)),
      ...(roleArn === undefined ? [] : [secret('AWS_SESSION_TOKEN', `session-${canary(id)}`)]),
    ],
  },
};

/** Display names of the credential types, as Jenkins' error text gives them. */
const displayNames: { readonly [Type in CredentialType]: string } = {
  text: 'Secret text',
  usernamePassword: 'Username with password',
  file: 'Secret file',
  aws: 'AWS Credentials',
};

/** Binds credentials to variables for the body; an unknown or unfit credential fails before the body begins. */
export function* withCredentials(step: StepContext): Execution {
  const variables = step.given
    .list('bindings')
    .filter(isSymbol)
    .flatMap((binding) => bound(step, binding));
  const secrets = variables.filter((variable) => variable.secret);
  if (secrets.length > 0) {
    step.print(`Masking supported pattern matches of ${secrets.map(({ name }) => `$${name}`).join(' or ')}`);
  }
  const environment = step.environment.overridden(
    variables.map(({ name, value }) => [name, value]),
    secrets.map(({ value }) => value),
  );
  return yield* step.run({ environment });
}

function bound(step: StepContext, marker: SymbolMarker): readonly Variable[] {
  const binding = bindings[marker.$symbol];
  if (binding === undefined) {
    throw new TypeError(`the catalogue knows a binding that the simulator does not: ${marker.$symbol}`);
  }
  // MultiBinding of a file unpacks it beside the workspace.
  if (binding.type === 'file' && step.scope.workspace === undefined) throw new StepFailure(workspaceMissing);
  const id = textOf(marker['credentialsId']);
  const { credentials } = step.build.settings;
  if (credentials !== undefined) {
    const type = credentials.get(id);
    if (type === undefined) throw stepError(`Could not find credentials entry with ID '${id}'`);
    if (type !== binding.type) {
      const actual = displayNames[type];
      throw stepError(`Credentials '${id}' is of type '${actual}' where '${binding.expected}' was expected`);
    }
  }
  return binding.variables(id, marker);
}

function secret(name: Value | undefined, value: string): Variable {
  return { name: textOf(name), value, secret: true };
}
