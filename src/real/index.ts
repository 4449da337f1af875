/**
 * Runs on this machine: what steps do when nothing is simulated. `input` checks what a run is given, `workspaces`,
 * `job-folder` and `claims` are what Jenkins' controller and agent keep, `child` and `process-tree` run commands, and
 * `steps/` has the steps.
 */
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Machine } from '../simulator/machine';
import type { RunRecord } from '../simulator/record';
import type { Scenario } from '../simulator/scenario';
import { settingsOf } from '../simulator/settings';
import { buildEnvironment } from './build-environment';
import { readRealRunInput, type RealRunRequest } from './input';
import { createBuildFolder, jobFolderName, jobName, stateFolder } from './job-folder';
import { RealBuild } from './real-build';
import type { Repository } from './repository';
import { realSteps } from './steps';
import { RealTime } from './time';
import { RealWorkspaces } from './workspaces';

export type { RealRunRequest } from './input';

/** A run that has its folders and can begin. */
export interface RealRun {
  readonly machine: Machine;
  /** The scenario with what is known of the repository and of this machine. */
  readonly scenario: Scenario;
  readonly repository: Repository;
  /** What the run calls itself, e.g. `gig-route/main #7`. */
  readonly name: string;
  /** Absolute path of the folder where the log, the record and all that is published stay. */
  readonly folder: string;
  /** Absolute path of the first workspace. */
  readonly workspace: string;
  /**
   * Cleans up and writes the record.
   * @param record none when there is no result
   * @returns folders that could not be removed
   */
  close(record: RunRecord | undefined): Promise<readonly string[]>;
  /**
   * Ends by force what still runs, at once.
   * @returns the folders that stay behind
   */
  abandon(): readonly string[];
}

/**
 * Makes everything ready for a run.
 * @throws UnusableInput with all that is wrong; then nothing was started and nothing is left
 */
export function prepareRealRun(request: RealRunRequest): RealRun {
  const { repository, credentials, credentialsPlace, workspace } = readRealRunInput(request);
  const time = new RealTime();
  const place: Scenario = {
    ...request.scenario,
    commit: repository.commit,
    // No branch is no reason to publish, which a job without BRANCH_NAME would do.
    branch: request.scenario.branch ?? repository.branch ?? 'detached',
  };
  const job = request.scenario.job ?? jobName(repository.folder, settingsOf(place).branchName);
  const state = stateFolder(request.environment);
  const folderName = jobFolderName(job, repository.folder);
  const jobFolder = join(state, 'jobs', folderName);
  const build = createBuildFolder(jobFolder, request.scenario.buildNumber);
  const name = `${job} #${build.number}`;
  const workspaces = new RealWorkspaces({
    root: workspace ?? join(state, 'workspace', folderName),
    isShared: workspace === undefined,
    stateFolder: state,
    run: name,
    keep: request.keepWorkspace,
  });
  try {
    const first = workspaces.claimFirst();
    const { number, path: buildFolder } = build;
    const realBuild = new RealBuild({
      repository,
      credentials,
      credentialsPlace,
      workspaces,
      stateFolder: state,
      jobFolder,
      buildFolder,
      number,
      startTime: time.start,
      run: name,
    });
    const environment = {
      ...buildEnvironment(request.environment, jobFolder, buildFolder),
      ...request.scenario.environment,
    };
    return {
      machine: { time, steps: realSteps(realBuild) },
      scenario: { ...place, job, buildNumber: number, environment },
      repository,
      name,
      folder: buildFolder,
      workspace: first,
      close: (record) => {
        if (record !== undefined && existsSync(buildFolder)) {
          writeFileSync(join(buildFolder, 'record.json'), `${JSON.stringify(record, undefined, 2)}\n`);
        }
        return workspaces.close();
      },
      abandon: () => workspaces.abandon(),
    };
  } catch (error) {
    rmSync(build.path, { recursive: true, force: true });
    throw error;
  }
}
