/** What is wrong with a call although each parameter is well-formed for itself. */
import { isValidTag } from './tags';

/** What is looked at. */
export interface Call {
  readonly ecrRepo: string;
  readonly tags: readonly string[];
  /** `image.cache`; `''` when the image is off. */
  readonly cache: string;
  readonly cacheRepo: string | undefined;
  /** Names in `django.env`. */
  readonly variables: readonly string[];
  /** Names in `image.buildArgs`. */
  readonly buildArguments: readonly string[];
}

/** One line for each contradiction; path and reason in two columns, as the check of a call shows them. */
export function contradictions(call: Call): string[] {
  const problems: string[] = [];
  if (call.ecrRepo.includes('.amazonaws.com')) {
    const name = call.ecrRepo.split('/').slice(1).join('/').split(':')[0] ?? '';
    problems.push(
      problem(
        'ecrRepo',
        `is the address of a registry, too: give the name alone, '${name}'; the rest comes from the group aws`,
      ),
    );
  }
  const invalidTags = call.tags.filter((word) => !isValidTag(word));
  for (const tag of invalidTags) {
    problems.push(problem('tags', `'${tag}' is no tag: letters, digits, '_', '.' and '-', at most 128`));
  }
  if (call.tags.every((word) => word === 'latest' || word === 'branch')) {
    problems.push(
      problem('tags', "all of them move: add one that names the image for ever, e.g. 'build-commit'"),
    );
  }
  if (call.cache === 'registry' && call.cacheRepo === undefined) {
    problems.push(
      problem(
        'image.cacheRepo',
        "is required with image.cache: 'registry': registry and name of a repository for layers",
      ),
    );
  }
  if (call.cacheRepo !== undefined && !call.cacheRepo.includes('/')) {
    problems.push(problem('image.cacheRepo', 'lacks the host name of its registry: <registry>/<repository>'));
  }
  const reservedVariables = call.variables.filter((variable) => !isAllowedVariable(variable));
  for (const name of reservedVariables) {
    problems.push(
      problem(`django.env.${name}`, 'may not be set: the tools of the agent or of gig-ci depend on it'),
    );
  }
  const invalidArguments = call.buildArguments.filter(
    (argument) => !/^[A-Za-z_][A-Za-z0-9_]*$/.test(argument),
  );
  for (const name of invalidArguments) {
    problems.push(problem(`image.buildArgs.${name}`, 'is no name of a build argument'));
  }
  return problems;
}

/** Path and reason in two columns. */
function problem(path: string, reason: string): string {
  return `${path.padEnd(23)} ${reason}`;
}

/** Whether a service may define a variable: none that leads a tool of the agent astray. */
function isAllowedVariable(name: string): boolean {
  const reserved = ['PATH', 'HOME', 'SHELL', 'IFS', 'ENV', 'BASH_ENV', 'WORKSPACE', 'WORKSPACE_TMP'];
  const prefixes = ['LD_', 'GIT_', 'DOCKER_', 'AWS_', 'GIG_', 'JENKINS_'];
  const upper = name.toUpperCase();
  return (
    /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) &&
    !reserved.includes(upper) &&
    !prefixes.some((prefix) => upper.startsWith(prefix))
  );
}
