/** The state of the simulated build: what steps share beyond their own arguments. */
import { Environment } from './environment';
import { Lock } from './locks';
import type { Context } from './program';
import type { BuildResult } from './record';
import type { Recorder } from './recorder';
import type { Resources } from './resources';
import { worse } from './results';
import { CommandRules } from './shell/rules';
import type { Settings } from './settings';
import { Workspaces } from './workspace';

/** The state of one build that all its threads share. */
export class Build {
  readonly environment: Environment;
  readonly workspaces: Workspaces;
  readonly commands: CommandRules;
  /** Ordinal of the last milestone that was passed. */
  milestone: number | undefined;
  /** Whether `withSonarQubeEnv` has seen an analysis. */
  analysed = false;
  private readonly locks = new Map<string, Lock>();
  private view: Context['build'];

  constructor(
    readonly settings: Settings,
    readonly resources: Resources,
    readonly recorder: Recorder,
  ) {
    this.environment = Environment.of(settings.environment);
    const folder = settings.job.replaceAll(/\/|%2F/gi, '_');
    this.workspaces = new Workspaces(`/home/jenkins/workspace/${folder}`, settings.files);
    this.commands = new CommandRules(settings.commands);
    this.view = { number: settings.buildNumber, currentResult: 'SUCCESS', result: null };
  }

  /** What a program sees as `currentBuild`. */
  get currentBuild(): Context['build'] {
    return this.view;
  }

  /** The result so far. */
  get result(): BuildResult {
    return this.resultSoFar;
  }

  private resultSoFar: BuildResult = 'SUCCESS';

  /** Makes the result of the build at least as bad as this. */
  worsen(result: BuildResult): void {
    const combined = worse(this.resultSoFar, result);
    if (combined === this.resultSoFar) return;
    this.resultSoFar = combined;
    this.view = { ...this.view, currentResult: combined, result: combined };
  }

  lock(resource: string): Lock {
    const known = this.locks.get(resource);
    if (known !== undefined) return known;
    const lock = new Lock();
    this.locks.set(resource, lock);
    return lock;
  }

  /** Whether the agents have a tool on their PATH. */
  hasTool(name: string): boolean {
    return this.settings.tools === undefined || this.settings.tools.has(name);
  }
}
