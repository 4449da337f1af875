/** What a run on this machine is given, checked before anything is started. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { UnusableInput, type InputProblem } from '../diagnostics/unusable-input';
import type { Scenario } from '../simulator/scenario';
import { credentialsVariable, readCredentials, type Credentials } from './credentials';
import { repositoryOf, type Repository } from './repository';
import { workspaceMark } from './workspaces';

/** What a user asks for with `gig-ci run --real`. */
export interface RealRunRequest {
  /** Path of the Jenkinsfile. */
  readonly jenkinsfile: string;
  /** Branch, number, parameters and the like; nothing that is real here. */
  readonly scenario: Scenario;
  /** Path of the workspace (one in the state folder). */
  readonly workspace?: string;
  /** Path of the file with credentials (the variable GIG_CREDENTIALS). */
  readonly credentials?: string;
  /** Whether the files of the workspace stay when the run is over. */
  readonly keepWorkspace: boolean;
  /** The environment of the user. */
  readonly environment: NodeJS.ProcessEnv;
}

/** What was found to be in order. */
export interface RealRunInput {
  readonly repository: Repository;
  readonly credentials: Credentials;
  readonly credentialsPlace: string;
  /** Absolute; `undefined`: one in the state folder. */
  readonly workspace: string | undefined;
}

/**
 * Checks the input; nothing is written.
 * @throws UnusableInput with all that is wrong
 */
export function readRealRunInput(request: RealRunRequest): RealRunInput {
  const problems: InputProblem[] = [];
  if (process.platform === 'win32') {
    const remedy = 'Use Linux or macOS, or the Windows Subsystem for Linux.';
    problems.push({ place: '--real', reason: 'needs the shell of Unix, which this system lacks', remedy });
  }
  const repository = repositoryOf(request.jenkinsfile);
  if ('reason' in repository) problems.push(repository);
  problems.push(...simulatedParts(request.scenario));
  const workspace = request.workspace === undefined ? undefined : resolve(request.workspace);
  if (workspace !== undefined) problems.push(...workspaceProblems(workspace, request.workspace ?? ''));
  let credentials: Credentials = {};
  try {
    credentials = readCredentials(request.credentials, request.environment);
  } catch (error) {
    if (!(error instanceof UnusableInput)) throw error;
    problems.push(...error.problems);
  }
  if (problems.length > 0 || 'reason' in repository) throw new UnusableInput(problems);
  const credentialsPlace = request.credentials ?? credentialsVariable;
  return { repository, credentials, credentialsPlace, workspace };
}

/** Parts of a scenario that say what commands and servers answer, who really answer here. */
const onlySimulated = [
  'commands',
  'commit',
  'credentials',
  'files',
  'qualityGate',
  'seed',
  'superseded',
  'testResults',
  'tools',
] as const satisfies readonly (keyof Scenario)[];

function simulatedParts(scenario: Scenario): readonly InputProblem[] {
  return onlySimulated
    .filter((part) => scenario[part] !== undefined && !isEmptyList(scenario[part]))
    .map((part) => ({
      place: `--scenario: ${part}`,
      reason: 'is simulated, and with --real everything happens',
      remedy: 'Leave it out, or leave --real out.',
    }));
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

/** A folder with files of somebody else is no workspace: it would be emptied. */
function workspaceProblems(path: string, named: string): readonly InputProblem[] {
  if (!existsSync(path)) return [];
  const isFolder = statSync(path).isDirectory();
  if (isFolder && (readdirSync(path).length === 0 || existsSync(workspaceMark(path)))) return [];
  return [
    {
      place: `--workspace ${named}`,
      reason: isFolder ? 'holds files that no run of gig-ci has put there' : 'is not a folder',
      remedy: 'Name a folder that is empty or not there yet; a run empties its workspace.',
    },
  ];
}
