/**
 * What this machine keeps of a job, as the controller of Jenkins does: the number of its next build, and a folder for
 * each build with its log, its run record and what it published.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import { hasCode } from '../diagnostics/error-code';

/** GIG_CI_STATE, else the place that the system has for such files. */
export function stateFolder(environment: NodeJS.ProcessEnv): string {
  const own = environment['GIG_CI_STATE'];
  if (own !== undefined && own !== '') return own;
  const shared = environment['XDG_STATE_HOME'];
  if (shared !== undefined && shared !== '') return join(shared, 'gig-ci');
  return process.platform === 'darwin'
    ? join(homedir(), 'Library', 'Application Support', 'gig-ci')
    : join(homedir(), '.local', 'state', 'gig-ci');
}

/** How much of a job the name of its folders shows: the path of a workspace stands in the first line of scripts, which is short. */
const LONGEST_NAME = 80;

/**
 * The name of a job's folders: what is readable of the job, and a hash that tells it from all others, as the workspaces of Jenkins have
 * it (jenkins.branch.WorkspaceLocatorImpl). A repository of the same name elsewhere on the machine is another job.
 */
export function jobFolderName(job: string, repositoryFolder: string): string {
  const place = createHash('sha256').update(`${repositoryFolder}\0${job}`).digest('hex').slice(0, 8);
  const readable = job.replaceAll(/(?:%[0-9A-F]{2}|[^A-Za-z0-9_.-])+/g, '_');
  return `${readable.slice(0, LONGEST_NAME)}-${place}`;
}

/** A build that has its folder. */
export interface BuildFolder {
  readonly number: number;
  readonly path: string;
}

/**
 * Makes the folder of a build.
 * @param number of a build that is run again, whose folder is emptied; left out: the next one
 */
export function createBuildFolder(jobFolder: string, number?: number): BuildFolder {
  const builds = join(jobFolder, 'builds');
  mkdirSync(builds, { recursive: true });
  if (number !== undefined) {
    const path = join(builds, String(number));
    rmSync(path, { recursive: true, force: true });
    mkdirSync(path);
    return { number, path };
  }
  for (let next = Math.max(0, ...readdirSync(builds).map(Number).filter(Number.isInteger)) + 1; ; next += 1) {
    const path = join(builds, String(next));
    try {
      mkdirSync(path);
      return { number: next, path };
    } catch (error) {
      // Another run of the same job began meanwhile.
      if (!hasCode(error, 'EEXIST')) throw error;
    }
  }
}

/** The name of a job: of the repository, and of the branch as Jenkins encodes it in the name of a multibranch job. */
export function jobName(repositoryFolder: string, branchName: string | undefined): string {
  const repository = basename(repositoryFolder);
  return branchName === undefined ? repository : `${repository}/${encodeURIComponent(branchName)}`;
}
