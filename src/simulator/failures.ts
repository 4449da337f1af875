/** How steps fail: what a program may see, and what makes a run worthless. */
import type { Failure } from './program';

/** Thrown by an implementation of a step; the program sees its failure. */
export class StepFailure extends Error {
  constructor(readonly failure: Failure) {
    super(failure.message);
    this.name = 'StepFailure';
  }
}

/** Thrown when a rule of the engine is broken: the run ends at once, because nothing after it would be true. */
export class Fault extends Error {
  constructor(
    message: string,
    readonly location?: string,
  ) {
    super(message);
    this.name = 'Fault';
  }

  /** The same as data, for the run record. */
  get failure(): Failure {
    return this.location === undefined
      ? { kind: 'fault', message: this.message }
      : { kind: 'fault', message: this.message, location: this.location };
  }
}

/** An ordinary error, as AbortException is in Jenkins. */
export function stepError(message: string): StepFailure {
  return new StepFailure({ kind: 'error', message });
}

/** NoSuchMethodError of a step whose plugin is not installed. */
export function missingStep(name: string): Failure {
  return { kind: 'missingStep', message: `No such DSL method '${name}' found among steps` };
}

/** MissingContextVariableException of a step that needs a workspace. */
export const workspaceMissing: Failure = {
  kind: 'error',
  message:
    'Required context class hudson.FilePath is missing\n' +
    'Perhaps you forgot to surround the step with a step that provides this, such as: node',
};

/** An abort by hand (UserInterruption). */
export function abortedBy(whom: string): Failure {
  return { kind: 'interruption', result: 'ABORTED', message: `Aborted by ${whom}` };
}

/** ExceededTimeout, the cause that `timeout` gives. */
export const timeoutExceeded: Failure = {
  kind: 'interruption',
  result: 'ABORTED',
  message: 'Timeout has been exceeded',
};

/** RemovedNodeCause: the only interruption that Jenkins itself calls worth another try. */
export const agentRemoved: Failure = {
  kind: 'interruption',
  result: 'ABORTED',
  message: 'Agent was removed',
};

/** FailFastCause, for the other branches of a `parallel` with `failFast`. */
export function failedInBranch(name: string): Failure {
  return { kind: 'interruption', result: 'ABORTED', message: `Failed in branch ${name}` };
}

/** CancelledCause of a milestone that a newer build has passed. */
export function superseded(job: string, newerBuild: number): Failure {
  return { kind: 'interruption', result: 'NOT_BUILT', message: `Superseded by ${job}#${newerBuild}` };
}
