/** The service of the example in a repository of its own, and runs of its pipeline on this machine. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Saving } from '../../src/engine';
import type { Progress } from '../../src/simulator/progress';
import type { RunRecord } from '../../src/simulator/record';
import type { Scenario } from '../../src/simulator/scenario';
import { openLibrary, type Library } from '../../src/testing/library';
import { runReal, runRealOn, type RealPipelineRequest } from '../../src/testing/run-real';
import type { World as WorldOfProgram } from '../../src/testing/run';
import { gitIn } from '../support/git';
import { oneLine } from '../vars/router-pipeline';
import { copyExampleService } from './example-service';
import type { InWorld } from './in-world';
import type { World } from './world';

const root = join(__dirname, '..', '..');

/** Compiled once for all runs of a suite in Node. */
let opened: Library | undefined;

/** How a run of the pipeline ended. */
export interface ServiceRun {
  readonly record: RunRecord;
  /** Folder of the build. */
  readonly folder: string;
  /** Folders that could not be removed. */
  readonly left: readonly string[];
}

export interface ServiceRunOptions {
  readonly call?: string;
  readonly scenario?: Scenario;
  readonly world?: WorldOfProgram;
  /** What the engine does with the program at its steps. */
  readonly saving?: Saving;
  readonly environment?: { readonly [name: string]: string };
  /** Absolute path of the workspace; one in the state folder otherwise. */
  readonly workspace?: string;
  /** Working tree of the repository whose commit is built; that of the service otherwise. */
  readonly tree?: string;
  readonly abort?: AbortSignal;
  readonly listener?: (progress: Progress) => void;
}

/** A repository with the service, and the machine's memory of its builds. */
export class Service {
  readonly repository: string;
  readonly state: string;

  /**
   * @param writeSmall writes the folder of a service that is smaller than the example. Its builds take packages from a folder, as
   * an index would cost most of their time; those of the example ask the index.
   */
  constructor(
    private readonly suite: InWorld,
    private readonly writeSmall?: (folder: string) => void,
  ) {
    this.repository = join(suite.folder(), 'gig-route');
    this.state = suite.folder();
    mkdirSync(this.repository);
    (writeSmall ?? copyExampleService)(join(this.repository, 'backend'));
    this.git('init', '--quiet', '--initial-branch', 'main');
    this.commit();
  }

  git(...words: readonly string[]): string {
    return gitIn(this.repository, ...words);
  }

  /** Commits whatever has changed. @returns the commit */
  commit(): string {
    writeFileSync(join(this.repository, 'Jenkinsfile'), `${oneLine}\n`);
    this.git('add', '--all');
    this.git('commit', '--quiet', '--allow-empty', '--message', 'change');
    return this.git('rev-parse', 'HEAD');
  }

  /** Runs the pipeline to its end, as `gig-ci run --real` does. */
  async run({
    call = oneLine,
    scenario = {},
    world = 'direct',
    saving,
    environment = {},
    workspace,
    tree = this.repository,
    abort,
    listener,
  }: ServiceRunOptions = {}): Promise<ServiceRun> {
    const jenkinsfile = join(tree, 'Jenkinsfile');
    writeFileSync(jenkinsfile, `@Library('gig-ci@v1') _\n${call}\n`);
    const request: RealPipelineRequest = {
      projectFolder: root,
      jenkinsfile,
      scenario,
      world,
      keepWorkspace: false,
      environment: {
        ...process.env,
        ...environmentOf(this.suite.world()),
        ...(this.writeSmall && this.suite.world().withoutIndex),
        GIG_CI_STATE: this.state,
        ...environment,
      },
      ...(saving && { saving }),
      ...(workspace !== undefined && { workspace }),
      ...(abort && { abort }),
      ...(listener && { listener }),
    };
    if (world === 'engine') {
      const { record, run, left } = await runReal(request);
      return { record, folder: run.folder, left };
    }
    opened ??= openLibrary(root);
    const { record, run, left } = await runRealOn(opened, request);
    return { record, folder: run.folder, left };
  }
}

/** The environment of a person who runs the pipeline against the world: its services, the stand-ins as programs, the credentials. */
export function environmentOf({ environment, tools, credentials }: World): {
  readonly [name: string]: string;
} {
  return {
    ...environment,
    PATH: `${environment['PATH'] ?? ''}:${tools}`,
    GIG_CREDENTIALS: JSON.stringify(credentials),
  };
}
