/** A build on this machine: what its steps share. */
import { StepFailure } from '../simulator/failures';
import type { StepContext, Suspension } from '../simulator/threads';
import { Child, type ChildResult } from './child';
import type { Credential, Credentials } from './credentials';
import type { Repository } from './repository';
import { awaited, awaitedToTheEnd } from './waiting';
import type { RealWorkspaces } from './workspaces';

/** What is known before the first step. */
export interface RealBuildInput {
  readonly repository: Repository;
  readonly credentials: Credentials;
  /** Where the credentials come from, for messages. */
  readonly credentialsPlace: string;
  readonly workspaces: RealWorkspaces;
  readonly stateFolder: string;
  /** What this machine keeps of the job; absolute. */
  readonly jobFolder: string;
  /** Where this build leaves what it publishes; absolute. */
  readonly buildFolder: string;
  readonly number: number;
  /** Milliseconds since 1970. */
  readonly startTime: number;
  /** What the run calls itself, e.g. `gig-route/main #7`. */
  readonly run: string;
}

/** An analysis that SonarQube works on. */
export interface SonarAnalysis {
  readonly taskUrl: string;
  readonly serverUrl: string;
  readonly token: string;
}

/** A build on this machine: what the steps of all its threads share. */
export class RealBuild {
  /** The analysis that the last `withSonarQubeEnv` has seen. */
  analysis: SonarAnalysis | undefined;

  constructor(readonly input: RealBuildInput) {}

  /** The credential of an id, where there is one. */
  credential(id: string): Credential | undefined {
    const { credentials = {} } = this.input.credentials;
    return Object.hasOwn(credentials, id) ? credentials[id] : undefined;
  }

  /** Absolute path of the current folder's temporary folder, as `WorkspaceList.tempDir` names it. */
  temporaryFolder({ scope }: StepContext): string {
    return `${scope.workspace?.path ?? scope.folder}@tmp`;
  }
}

/** How a command of a step runs. */
export interface CommandOptions {
  /** Variables beside those of the step. */
  readonly environment?: { readonly [name: string]: string };
  /** Whether standard output is kept instead of being printed. */
  readonly capture?: boolean;
  /** The folder in which it runs (the current one of the step); absolute. */
  readonly folder?: string;
}

/**
 * Runs a program for a step and waits for it. An interruption ends it with all that it has started, and goes on then.
 * @param command the program and its arguments
 */
export function* runCommand(
  step: StepContext,
  build: RealBuild,
  command: readonly string[],
  { environment = {}, capture = false, folder = step.scope.folder }: CommandOptions = {},
): Generator<Suspension, ChildResult, void> {
  const child = new Child(command, {
    folder,
    environment: { ...step.environment.variables, ...environment },
    temporaryFolder: build.temporaryFolder(step),
    print: (text) => step.print(text),
    capture,
  });
  try {
    return yield* awaited(step, child.ended);
  } catch (interruption) {
    // Anything else is an end of its own: it was not started.
    if (!(interruption instanceof StepFailure)) throw interruption;
    step.print('Sending interrupt signal to process');
    yield* awaitedToTheEnd(step, Promise.all([child.stop(), child.ended]));
    throw interruption;
  }
}
