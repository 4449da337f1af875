import { fileExists, script, withAwsCredentials, withSecretLogin, withSecretText } from 'gig-ci/jenkins';

/** What a build needs; parameters of {@link gigPreflight}. */
export interface PreflightParameters {
  /** Tools; alternatives are separated by a bar, e.g. `trivy|docker`. */
  tools?: string[];
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
  const problems = missing(needs);
  if (problems.length > 0) {
    throw new Error(`Not everything that this build needs is there:\n  ${problems.join('\n  ')}`);
  }
}

/** What is missing, one sentence each. */
export function missing({
  tools = [],
  files = [],
  secretTexts = [],
  logins = [],
  awsCredentials = [],
}: PreflightParameters): string[] {
  return [
    ...missingTools(tools),
    ...missingFiles(files),
    ...missingCredentials('secret text', secretTexts),
    ...missingCredentials('user name with password', logins),
    ...missingCredentials('AWS credentials', awsCredentials),
  ];
}

function missingTools(tools: readonly string[]): string[] {
  const wanted = unique(tools);
  const names = unique(wanted.join('|').split('|'));
  if (wanted.length === 0) {
    return [];
  }
  const { missing: absent } = script('preflight.sh', { TOOLS: names });
  return wanted
    .map((alternatives) => alternatives.split('|'))
    .filter((choices) => choices.every((name) => absent.includes(name)))
    .map(
      (choices) =>
        `tool ${choices.join(' or ')}: install it on the agent, or use an agent label whose machines have it`,
    );
}

function unique(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) === index);
}

function missingFiles(files: readonly string[]): string[] {
  const problems: string[] = [];
  for (const alternatives of files) {
    const choices = alternatives.split('|');
    let found = false;
    for (const file of choices) {
      if (!found) {
        found = fileExists(file);
      }
    }
    if (!found) {
      problems.push(`file ${choices.join(' or ')}: add it to the repository`);
    }
  }
  return problems;
}

/** Binding a credential to nothing is the only way to ask Jenkins for it. */
function missingCredentials(
  kind: 'secret text' | 'user name with password' | 'AWS credentials',
  ids: readonly string[],
): string[] {
  const problems: string[] = [];
  for (const id of ids) {
    try {
      bind(kind, id);
    } catch (error) {
      if (error instanceof Error) {
        problems.push(`credential ${id} (${kind}): ${error.message}`);
      }
    }
  }
  return problems;
}

function bind(kind: 'secret text' | 'user name with password' | 'AWS credentials', id: string): void {
  if (kind === 'secret text') {
    withSecretText(id, (_value) => {});
  } else if (kind === 'AWS credentials') {
    withAwsCredentials(id, () => {});
  } else {
    withSecretLogin(id, (_username, _password) => {});
  }
}
