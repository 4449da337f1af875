/**
 * What an administrator configures in Jenkins and nobody may read in a repository: credentials and SonarQube servers.
 * They come from a file, or as the same JSON from the environment variable GIG_CREDENTIALS.
 */
import { readFileSync, statSync } from 'node:fs';
import Ajv2020, { type ErrorObject } from 'ajv/dist/2020';
import { parseJson } from '../diagnostics/json-text';
import { schemaInputProblem, schemaProblem } from '../diagnostics/schema-problem';
import { UnusableInput } from '../diagnostics/unusable-input';
import schema from './credentials.schema.json';

/** One entry of the credentials of Jenkins; its secret in plain text. */
export type Credential =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'usernamePassword'; readonly username: string; readonly password: string }
  | { readonly type: 'file'; readonly name: string; readonly content: string }
  | { readonly type: 'aws'; readonly accessKeyId: string; readonly secretAccessKey: string };

interface SonarServer {
  readonly url: string;
  readonly token: string;
}

/** What an administrator configures in Jenkins: credentials by id, SonarQube servers by name. */
export interface Credentials {
  readonly credentials?: { readonly [id: string]: Credential };
  readonly sonarServers?: { readonly [name: string]: SonarServer };
}

/** The variable of the environment that may hold the credentials. */
export const credentialsVariable = 'GIG_CREDENTIALS';

/** Bits of a file's mode that let others than its owner read, write or execute it. */
const OTHERS = 0o077;

/**
 * Reads the credentials.
 * @param file path; left out: from the environment, where there may be none
 * @throws UnusableInput with all that is wrong; no value of the file is ever part of a message
 */
export function readCredentials(file: string | undefined, environment: NodeJS.ProcessEnv): Credentials {
  if (file === undefined) {
    const text = environment[credentialsVariable];
    return text === undefined || text === '' ? {} : parsed(text, credentialsVariable);
  }
  const found = statSync(file, { throwIfNoEntry: false });
  if (found?.isFile() !== true) {
    const reason = found === undefined ? 'does not exist' : 'is not a file';
    throw new UnusableInput([{ place: file, reason, remedy: 'Give the path of a JSON file.' }]);
  }
  if (process.platform !== 'win32' && (found.mode & OTHERS) !== 0) {
    const mode = (found.mode & 0o777).toString(8);
    const reason = `may be read or changed by other users (mode ${mode}), and it holds secrets`;
    throw new UnusableInput([{ place: file, reason, remedy: `chmod 600 ${file}` }]);
  }
  return parsed(readFileSync(file, 'utf8'), file);
}

const REMEDY = 'src/real/credentials.schema.json describes every part.';

function parsed(text: string, place: string): Credentials {
  const read = parseJson(text);
  if ('problem' in read) {
    // What is wrong is a character of the text, which may belong to a secret.
    const { line, column } = read.problem;
    const remedy = `Correct it there; ${REMEDY}`;
    throw new UnusableInput([{ place: `${place}:${line}:${column}`, reason: 'is not JSON', remedy }]);
  }
  const { data } = read;
  const validate = new Ajv2020({
    allErrors: true,
    verbose: true,
    strictRequired: false,
  }).compile<Credentials>(schema);
  if (validate(data)) return data;
  throw new UnusableInput(
    (validate.errors ?? [])
      .filter(isCause)
      .map((error) => schemaInputProblem(schemaProblem(error, false), place, REMEDY)),
  );
}

/** A condition fails beside what it demands, which says it all. */
function isCause({ keyword }: ErrorObject): boolean {
  return keyword !== 'if';
}
