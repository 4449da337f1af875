/** The run record: what happened in a run, the same data from both worlds. Schema: `record.schema.json`. */
import type { Failure, Outcome, ThreadId, Value } from './program';

/** One step, in the order in which steps began. */
export interface StepEvent {
  readonly thread: ThreadId;
  /** Place among the steps of its thread, from 0. */
  readonly sequence: number;
  readonly operation: string;
  /** Bound to parameter names; closures as `<body>`, the text of a resource script as `<resource path>`. */
  readonly arguments: { readonly [name: string]: Value };
  /** Names of the variables that `withEnv` and `withCredentials` had set, for steps that run a command. */
  readonly environment?: readonly string[];
  /** What a resource script declares in its header. */
  readonly effects?: Effects;
  /** Virtual milliseconds since the start of the run. */
  readonly began: number;
  readonly ended: number;
  /** How it ended; what a body returned is not repeated as the value of its step. */
  readonly outcome: Outcome;
}

/** What a resource script leaves behind, frees and sends away; only the parts that its header names. */
export interface Effects {
  readonly acquires?: readonly string[];
  readonly releases?: readonly string[];
  readonly publishes?: readonly string[];
}

/** A stage as the run report shows it. */
export interface StageRecord {
  readonly name: string;
  /** Thread of the stage's body: the steps of this thread and of those below it are the stage's steps. */
  readonly thread: ThreadId;
  readonly began: number;
  readonly ended: number;
  readonly result: BuildResult;
  /** Why the stage did nothing, when it said so. */
  readonly skipped?: string;
}

/** The result of a build, as Jenkins calls it (hudson.model.Result). */
export type BuildResult = 'SUCCESS' | 'UNSTABLE' | 'FAILURE' | 'NOT_BUILT' | 'ABORTED';

/** All that happened in a run; the records of both worlds must be equal. */
export interface RunRecord {
  readonly format: 1;
  readonly result: BuildResult;
  /** Why the run did not succeed. */
  readonly failure?: Failure;
  readonly events: readonly StepEvent[];
  readonly stages: readonly StageRecord[];
  /** What the build printed, line by line. */
  readonly log: readonly string[];
  /** Virtual milliseconds from start to end. */
  readonly duration: number;
  /** What the commands sent outside, e.g. the notification: taken from scripts that say so in their header. */
  readonly sent: readonly { readonly script: string; readonly value: Value }[];
}
