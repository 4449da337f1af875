/** checkout, as the git plugin does it: fetch into the workspace, then check out a commit with no branch. */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stepError } from '../../simulator/failures';
import type { Value } from '../../simulator/program';
import type { Execution, StepContext, Suspension } from '../../simulator/threads';
import { firstMap, isSymbol, listOf, textOf, type ValueMap } from '../../simulator/values';
import type { Credential } from '../credentials';
import { type RealBuild, runCommand } from '../real-build';

/** What is fetched, from where, and what of it is checked out. */
interface Source {
  readonly url: string;
  readonly login?: Extract<Credential, { type: 'usernamePassword' }>;
  /** What `git fetch` shall bring. */
  readonly references: readonly string[];
  /** The commit, or the names that it may have, of which the first that exists is taken. */
  readonly revisions: readonly string[];
  /** The branch as `GIT_BRANCH` names it. */
  readonly branch: string;
  readonly fetchOptions: readonly string[];
  readonly hasLargeFiles: boolean;
  readonly submodules: 'none' | 'own' | 'recursive';
}

/** Checks out the repository that holds the Jenkinsfile at its commit, or what `scmGit` names. */
export function* checkout(step: StepContext, build: RealBuild): Execution {
  const source = sourceOf(step.given.values['scm'], step, build);
  const login = join(build.temporaryFolder(step), 'git-login');
  const environment = loginEnvironment(source, login);
  const git = (...words: readonly string[]): Generator<Suspension, string, void> =>
    runGit(step, build, words, environment);
  try {
    if (!existsSync(join(step.scope.folder, '.git'))) yield* git('init', '--quiet', '.');
    yield* git('fetch', '--quiet', '--force', ...source.fetchOptions, '--', source.url, ...source.references);
    const commit = yield* commitOf(step, build, source);
    step.print(`Checking out Revision ${commit} (${source.branch})`);
    yield* git('checkout', '--quiet', '--force', '--detach', commit);
    if (source.hasLargeFiles) yield* git('lfs', 'pull', source.url);
    if (source.submodules !== 'none') {
      const recursive = source.submodules === 'recursive' ? ['--recursive'] : [];
      yield* git('submodule', 'update', '--init', '--force', ...recursive);
    }
    return { GIT_BRANCH: source.branch, GIT_COMMIT: commit, GIT_URL: source.url };
  } finally {
    rmSync(login, { recursive: true, force: true });
  }
}

function sourceOf(scm: Value | undefined, step: StepContext, build: RealBuild): Source {
  const { repository } = build.input;
  if (scm === undefined || !isSymbol(scm) || scm.$symbol !== 'scmGit') {
    const { branchName } = step.build.settings;
    return {
      url: repository.folder,
      // The commit itself: a branch may have moved since the run began, and none may be checked out.
      references: [repository.commit, '+refs/heads/*:refs/remotes/origin/*'],
      revisions: [repository.commit],
      branch: branchName ?? 'detached',
      fetchOptions: ['--tags'],
      hasLargeFiles: false,
      submodules: 'none',
    };
  }
  const { url, credentialsId } = firstMap(scm['userRemoteConfigs']);
  const branch = textOf(firstMap(scm['branches'])['name']);
  const extensions = listOf(scm['extensions']).filter(isSymbol);
  const clone: ValueMap = extensions.find(({ $symbol }) => $symbol === 'cloneOption') ?? {};
  const submodule = extensions.find(({ $symbol }) => $symbol === 'submodule');
  const depth = typeof clone['depth'] === 'number' && clone['depth'] > 0 ? clone['depth'] : 1;
  return {
    url: textOf(url),
    ...(typeof credentialsId === 'string' && { login: loginOf(step, build, credentialsId) }),
    references: ['+refs/heads/*:refs/remotes/origin/*'],
    revisions: [`refs/remotes/origin/${branch}`, `refs/tags/${branch}`, branch],
    branch: `origin/${branch}`,
    fetchOptions: [
      clone['noTags'] === true ? '--no-tags' : '--tags',
      ...(clone['shallow'] === true ? [`--depth=${depth}`] : []),
    ],
    hasLargeFiles: extensions.some(({ $symbol }) => $symbol === 'lfs'),
    submodules:
      submodule === undefined ? 'none' : submodule['recursiveSubmodules'] === true ? 'recursive' : 'own',
  };
}

function loginOf(
  step: StepContext,
  build: RealBuild,
  id: string,
): Extract<Credential, { type: 'usernamePassword' }> {
  const credential = build.credential(id);
  if (credential?.type === 'usernamePassword') return credential;
  // The git plugin goes on without a login, and only warns.
  if (credential === undefined) step.print(`Warning: CredentialId "${id}" could not be found.`);
  throw stepError(
    `'${id}' has to be a user name with a password in ${build.input.credentialsPlace}: a run on this machine checks out by HTTP with nothing else`,
  );
}

/** Git asks a program for user name and password, which has them from the environment: they are in no argument and no file. */
function loginEnvironment({ login }: Source, folder: string): { readonly [name: string]: string } {
  const quiet = { GIT_TERMINAL_PROMPT: '0' };
  if (login === undefined) return quiet;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const program = join(folder, 'ask.sh');
  const answer = `#!/bin/sh\ncase $1 in Username*) printf '%s\\n' "$GIG_GIT_USERNAME" ;; *) printf '%s\\n' "$GIG_GIT_PASSWORD" ;; esac\n`;
  writeFileSync(program, answer, { mode: 0o700 });
  return {
    ...quiet,
    GIT_ASKPASS: program,
    GIG_GIT_USERNAME: login.username,
    GIG_GIT_PASSWORD: login.password,
  };
}

function* commitOf(
  step: StepContext,
  build: RealBuild,
  { revisions, url }: Source,
): Generator<Suspension, string, void> {
  for (const revision of revisions) {
    const command = ['git', 'rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`];
    const { exit, output } = yield* runCommand(step, build, command, { capture: true });
    if (exit === 0) return output.trim();
  }
  throw stepError(`Couldn't find any revision to build: ${url} has no ${revisions.at(-1) ?? ''}`);
}

function* runGit(
  step: StepContext,
  build: RealBuild,
  words: readonly string[],
  environment: { readonly [name: string]: string },
): Generator<Suspension, string, void> {
  step.print(` > git ${words.join(' ')}`);
  const { exit, output } = yield* runCommand(step, build, ['git', ...words], { environment });
  if (exit !== 0)
    throw stepError(`git ${words[0] ?? ''} ended with exit code ${exit}; the lines above say why`);
  return output;
}
