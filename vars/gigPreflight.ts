import {
  fileExists,
  ifInstalled,
  script,
  withAwsCredentials,
  withSecretLogin,
  withSecretText,
} from 'gig-ci/jenkins';
import { missingMessage } from './shared/messages';

/** What a build needs; parameters of {@link gigPreflight}. */
export interface PreflightParameters {
  /** Tools; alternatives are separated by a bar, e.g. `trivy|docker`. */
  tools?: string[];
  /** One of the tools that must be Python 3.10 or newer: packages are built and uploaded with that. */
  packagingPython?: string;
  /** Files of the repository; alternatives are separated by a bar. */
  files?: string[];
  /** Ids of secret texts. */
  secretTexts?: string[];
  /** Ids of user names with passwords. */
  logins?: string[];
  /** Ids of AWS credentials. */
  awsCredentials?: string[];
}

/**
 * Looks for everything that a build needs before it begins, and names all that is missing at once.
 * @example gigPreflight(tools: ['python3', 'trivy|docker'], files: ['backend/Dockerfile'], logins: ['nexus-cred'])
 */
export default function gigPreflight(needs: PreflightParameters): void {
  const problems = missing(needs).map(({ sentence }) => sentence);
  if (problems.length > 0) {
    throw new Error(missingMessage(problems));
  }
}

/** Something that a build needs and that is not there. */
export interface MissingThing {
  /** As the call named it: a tool with its alternatives, a file, the id of a credential. */
  readonly name: string;
  /** What is wrong, and what to do. */
  readonly sentence: string;
}

/** What is missing. */
export function missing({
  tools = [],
  packagingPython,
  files = [],
  secretTexts = [],
  logins = [],
  awsCredentials = [],
}: PreflightParameters): MissingThing[] {
  return [
    ...missingTools(tools, packagingPython),
    ...missingFiles(files),
    ...missingCredentials('secret text', secretTexts),
    ...missingCredentials('user name with password', logins),
    ...missingCredentials('AWS credentials', awsCredentials),
  ];
}

function missingTools(tools: readonly string[], packagingPython: string | undefined): MissingThing[] {
  const wanted = unique(tools);
  const names = unique(wanted.join('|').split('|'));
  if (wanted.length === 0) {
    return [];
  }
  const { missing: absent, broken } = script('preflight.sh', { TOOLS: names, PYTHON: packagingPython });
  return wanted
    .filter((alternatives) => alternatives.split('|').every((name) => absent.includes(name)))
    .map((alternatives) => ({ name: alternatives, sentence: toolProblem(alternatives.split('|'), broken) }));
}

/** One that is there and does not serve is the better remedy than one that would have to be installed. */
function toolProblem(choices: readonly string[], broken: readonly string[]): string {
  const reasons = broken.filter((reason) => choices.some((name) => reason.startsWith(`${name}: `)));
  const remedy = 'install it on the agent, or use an agent label whose machines have it';
  const reason = reasons[0] ?? remedy;
  // A reason begins with its tool: that is enough where it is the only one.
  return reasons.length > 0 && choices.length === 1
    ? `tool ${reason}`
    : `tool ${choices.join(' or ')}: ${reason}`;
}

function unique(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) === index);
}

function missingFiles(files: readonly string[]): MissingThing[] {
  const problems: MissingThing[] = [];
  for (const alternatives of files) {
    const choices = alternatives.split('|');
    let found = false;
    for (const file of choices) {
      if (!found) {
        found = fileExists(file);
      }
    }
    if (!found) {
      problems.push({
        name: alternatives,
        sentence: `file ${choices.join(' or ')}: add it to the repository`,
      });
    }
  }
  return problems;
}

type CredentialKind = 'secret text' | 'user name with password' | 'AWS credentials';

/** Binding a credential to nothing is the only way to ask Jenkins for it. */
function missingCredentials(kind: CredentialKind, ids: readonly string[]): MissingThing[] {
  const problems: MissingThing[] = [];
  for (const id of unique(ids)) {
    try {
      if (!bind(kind, id)) {
        problems.push({
          name: id,
          sentence: `credential ${id} (${kind}): Jenkins lacks the plugin aws-credentials, which binds it`,
        });
      }
    } catch (error) {
      if (error instanceof Error) {
        problems.push({ name: id, sentence: `credential ${id} (${kind}): ${error.message}` });
      }
    }
  }
  return problems;
}

/** Whether Jenkins has the plugin that binds such a credential. */
function bind(kind: CredentialKind, id: string): boolean {
  if (kind === 'AWS credentials') {
    return ifInstalled('aws', () => withAwsCredentials(id, () => {}));
  }
  if (kind === 'secret text') {
    withSecretText(id, (_value) => {});
  } else {
    withSecretLogin(id, (_username, _password) => {});
  }
  return true;
}
