/** withCredentials, with credentials that are real. */
import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suggestion } from '../../diagnostics/nearest-name';
import { StepFailure, stepError, workspaceMissing } from '../../simulator/failures';
import type { SymbolMarker } from '../../simulator/program';
import type { Execution, StepContext, Suspension } from '../../simulator/threads';
import { isSymbol, textOf } from '../../simulator/values';
import type { Credential } from '../credentials';
import { type RealBuild, runCommand } from '../real-build';
import { maskedForms } from '../secrets';

interface Variable {
  readonly name: string;
  readonly value: string;
  /** What the log must not show; none: the value is no secret. */
  readonly secrets: readonly string[];
}

type Bound = Generator<Suspension, readonly Variable[], void>;

/** Binds credentials to variables for the body; an unknown or unfit credential fails before the body begins. */
export function* withCredentials(step: StepContext, build: RealBuild): Execution {
  const folder = join(build.temporaryFolder(step), 'secretFiles', randomUUID());
  try {
    const variables: Variable[] = [];
    for (const marker of step.given.list('bindings').filter(isSymbol)) {
      variables.push(...(yield* bind(step, build, marker, folder)));
    }
    const secret = variables.filter(({ secrets }) => secrets.length > 0);
    if (secret.length > 0) {
      step.print(`Masking supported pattern matches of ${secret.map(({ name }) => `$${name}`).join(' or ')}`);
    }
    const environment = step.environment.overridden(
      variables.map(({ name, value }) => [name, value]),
      maskedForms(secret.flatMap(({ secrets }) => secrets)),
    );
    return yield* step.run({ environment });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function* bind(step: StepContext, build: RealBuild, marker: SymbolMarker, folder: string): Bound {
  const id = textOf(marker['credentialsId']);
  const credential = credentialOf(build, id);
  switch (marker.$symbol) {
    case 'string': {
      const { text } = expected(credential, 'text', id);
      return [{ name: textOf(marker['variable']), value: text, secrets: [text] }];
    }
    case 'usernamePassword': {
      const { username, password } = expected(credential, 'usernamePassword', id);
      return [
        { name: textOf(marker['usernameVariable']), value: username, secrets: [] },
        { name: textOf(marker['passwordVariable']), value: password, secrets: [password] },
      ];
    }
    case 'file': {
      const { name, content } = expected(credential, 'file', id);
      // MultiBinding of a file unpacks it beside the workspace.
      if (step.scope.workspace === undefined) throw new StepFailure(workspaceMissing);
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const path = join(folder, name);
      writeFileSync(path, content, { mode: 0o600 });
      return [{ name: textOf(marker['variable']), value: path, secrets: [path, content] }];
    }
    case 'aws': {
      const { roleArn } = marker;
      return yield* awsVariables(
        step,
        build,
        expected(credential, 'aws', id),
        roleArn === undefined ? undefined : textOf(roleArn),
      );
    }
    default:
      throw new TypeError(`the catalogue knows a binding that no machine does: ${marker.$symbol}`);
  }
}

function credentialOf(build: RealBuild, id: string): Credential {
  const credential = build.credential(id);
  if (credential !== undefined) return credential;
  const { credentials, credentialsPlace } = build.input;
  const meant = suggestion(id, Object.keys(credentials.credentials ?? {}));
  throw stepError(`Could not find credentials entry with ID '${id}' in ${credentialsPlace}${meant}`);
}

/** How Jenkins calls the types of credentials. */
const displayNames: { readonly [Type in Credential['type']]: string } = {
  text: 'Secret text',
  usernamePassword: 'Username with password',
  file: 'Secret file',
  aws: 'AWS Credentials',
};

function expected<Type extends Credential['type']>(
  credential: Credential,
  type: Type,
  id: string,
): Extract<Credential, { type: Type }> {
  if (credential.type === type) return credential as Extract<Credential, { type: Type }>;
  throw stepError(
    `Credentials '${id}' is of type '${displayNames[credential.type]}' where '${displayNames[type]}' was expected`,
  );
}

/** The keys themselves, or those of a role that they assume (AmazonWebServicesCredentialsBinding asks STS, too). */
function* awsVariables(
  step: StepContext,
  build: RealBuild,
  { accessKeyId, secretAccessKey }: Extract<Credential, { type: 'aws' }>,
  roleArn: string | undefined,
): Bound {
  const own = { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey };
  if (roleArn === undefined) return awsBinding(own);
  const words = ['--role-arn', roleArn, '--role-session-name', 'Jenkins', '--output', 'json'];
  const { exit, output } = yield* runCommand(step, build, ['aws', 'sts', 'assume-role', ...words], {
    environment: own,
    capture: true,
    folder: build.temporaryFolder(step),
  });
  if (exit !== 0) throw stepError(`aws sts assume-role could not assume ${roleArn}: the lines above say why`);
  const { Credentials } = JSON.parse(output) as {
    readonly Credentials: {
      readonly AccessKeyId: string;
      readonly SecretAccessKey: string;
      readonly SessionToken: string;
    };
  };
  return awsBinding({
    AWS_ACCESS_KEY_ID: Credentials.AccessKeyId,
    AWS_SECRET_ACCESS_KEY: Credentials.SecretAccessKey,
    AWS_SESSION_TOKEN: Credentials.SessionToken,
  });
}

function awsBinding(variables: { readonly [name: string]: string }): readonly Variable[] {
  return Object.entries(variables).map(([name, value]) => ({
    name,
    value,
    secrets: name === 'AWS_ACCESS_KEY_ID' ? [] : [value],
  }));
}
