/** The Git repository that holds a Jenkinsfile: what `checkout scm` checks out. */
import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import type { InputProblem } from '../diagnostics/unusable-input';

/** The Git repository that holds a Jenkinsfile. */
export interface Repository {
  /** Absolute path of its working tree. */
  readonly folder: string;
  /** What is checked out there, 40 hexadecimal digits. */
  readonly commit: string;
  /** None when no branch is checked out. */
  readonly branch: string | undefined;
  /** Files that differ from the commit, and new ones that are not ignored. */
  readonly uncommitted: number;
}

/** Looks at the repository; nothing is changed there. */
export function repositoryOf(jenkinsfile: string): Repository | InputProblem {
  const git = (...words: readonly string[]) =>
    spawnSync('git', words, { cwd: dirname(jenkinsfile), encoding: 'utf8' });
  const folder = git('rev-parse', '--show-toplevel');
  if (folder.error !== undefined) {
    const remedy = 'Install Git, and see that it is on the PATH.';
    return { place: 'git', reason: `cannot be started: ${folder.error.message}`, remedy };
  }
  if (folder.status !== 0) {
    const said = folder.stderr.trim().split('\n')[0] ?? '';
    // Also a repository of somebody else, which Git refuses by `safe.directory`.
    const isNone = /not a git repository/i.test(said);
    return {
      place: jenkinsfile,
      reason: isNone ? 'is in no Git repository, so there is nothing to check out' : said,
      remedy: isNone
        ? 'git init && git add --all && git commit in the folder of the service.'
        : 'Git has to read the repository first.',
    };
  }
  const commit = git('rev-parse', '--verify', '--quiet', 'HEAD');
  if (commit.status !== 0) {
    return {
      place: jenkinsfile,
      reason: 'is in a Git repository without a commit, so there is nothing to check out',
      remedy: 'git add --all && git commit',
    };
  }
  const branch = git('symbolic-ref', '--quiet', '--short', 'HEAD').stdout.trim();
  const status = git('status', '--porcelain', '-z').stdout;
  return {
    folder: folder.stdout.replace(/\n$/, ''),
    commit: commit.stdout.trim(),
    branch: branch === '' ? undefined : branch,
    uncommitted: status.split('\0').filter((entry) => /^.. /.test(entry)).length,
  };
}
