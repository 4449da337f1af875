/** Whether a build may publish. */

/** What may publish; the group `publish` of a pipeline. */
export interface PublishParameters {
  /** Branches that publish; `*` stands for any text. */
  branches?: string[];
  /** Git tags that publish; `*` stands for any text. */
  tags?: string[];
  /** Lets pull requests publish, except those from forks. */
  pullRequests?: boolean;
  /** Lets an unstable build publish. */
  unstable?: boolean;
}

/** What Jenkins says about the source of a build. */
export interface BuildSource {
  readonly branch: string | undefined;
  readonly gitTag: string | undefined;
  /** Number of the pull request. */
  readonly pullRequest: string | undefined;
  /** Owner of the fork that the pull request comes from. */
  readonly fork: string | undefined;
}

/** Why a build publishes nothing; `''` when it publishes. A job without branches publishes. */
export function publishRefusal(
  publish: false | PublishParameters,
  { branch, gitTag, pullRequest, fork }: BuildSource,
): string {
  if (publish === false) {
    return 'publish is off';
  }
  const { branches = ['main', 'master'], tags = ['v*'], pullRequests = false } = publish;
  if (fork !== undefined) {
    return 'pull request from a fork';
  }
  if (pullRequest !== undefined) {
    return pullRequests ? '' : 'pull request';
  }
  if (gitTag !== undefined) {
    return tags.some((pattern) => matches(pattern, gitTag))
      ? ''
      : `tag is ${gitTag}, publish.tags wants ${listed(tags)}`;
  }
  if (branch === undefined || branches.some((pattern) => matches(pattern, branch))) {
    return '';
  }
  return `branch is ${branch}, publish.branches wants ${listed(branches)}`;
}

function listed(patterns: readonly string[]): string {
  return patterns.length === 0 ? 'none' : patterns.join(' or ');
}

/** Why no image is built: the registry has one of this commit. */
export function presentReason(image: string, tags: readonly string[]): string {
  return `${image} has ${tags.join(', ')} already, built from this commit`;
}

/** Why a build with this result publishes nothing; `''` when it publishes. */
export function resultRefusal(publish: false | PublishParameters, result: string): string {
  if (publish === false) {
    return 'publish is off';
  }
  const { unstable = false } = publish;
  return result === 'SUCCESS' || (unstable && result === 'UNSTABLE') ? '' : `the build is ${result}`;
}

/** Whether a text matches a pattern in which `*` stands for any text. */
export function matches(pattern: string, text: string): boolean {
  const parts = pattern.split('*');
  const first = parts[0] ?? '';
  const last = parts[parts.length - 1] ?? '';
  if (parts.length === 1) {
    return pattern === text;
  }
  if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length) {
    return false;
  }
  let rest = text.slice(first.length, text.length - last.length);
  for (const part of parts.slice(1, -1)) {
    const position = rest.indexOf(part);
    if (position === -1) {
      return false;
    }
    rest = rest.slice(position + part.length);
  }
  return true;
}
