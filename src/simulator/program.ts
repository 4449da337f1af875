/**
 * What the simulator needs from a program, whichever world runs it. The simulator owns the threads and the schedule: it
 * tells the program to run one thread until it asks for a step, and decides what happens next.
 */

/** Data that crosses between program and simulator. A closure argument is a {@link BodyMarker}. */
export type Value = null | boolean | number | string | readonly Value[] | { readonly [key: string]: Value };

/** Stands for a closure inside step arguments: the n-th closure of this request, counted from 0. */
export interface BodyMarker {
  readonly $body: number;
}

/**
 * Stands for a value made by a describable or a global of Jenkins, e.g. `{ $symbol: 'agent' }` or `{ $symbol: 'scm' }`.
 * The arguments of a describable stand beside the symbol: `{ $symbol: 'file', credentialsId: 'kube', variable: 'GIG_PATH' }`.
 */
export interface SymbolMarker {
  readonly $symbol: string;
  readonly [argument: string]: Value;
}

/**
 * Stands for what a body returned. That stays in the program, which keeps it under the id of the body's thread until the
 * step is over: what the step hands back is the same object, as in Jenkins.
 */
export type ResultMarker = { readonly $result: ThreadId };

/** How something failed, as both worlds see it. */
export type Failure =
  /** An ordinary error: `error(…)`, a failing `sh`, `throw new Error(…)`. `catch` sees it. */
  | { readonly kind: 'error'; readonly message: string }
  /** FlowInterruptedException: an abort, a timeout or a superseded build. No `catch` of an author sees it. */
  | { readonly kind: 'interruption'; readonly result: 'ABORTED' | 'NOT_BUILT'; readonly message: string }
  /** NoSuchMethodError: the step belongs to a plugin that is not installed. An Error, so no `catch (Exception)` sees it. */
  | { readonly kind: 'missingStep'; readonly message: string }
  /** The engine or a driver broke a rule (mismatch, not serialisable, outside the sandbox): the run is worthless. */
  | { readonly kind: 'fault'; readonly message: string; readonly location?: string };

/** How a step, a body or the whole program ended. What a body returned is a {@link ResultMarker}. */
export type Outcome =
  { readonly kind: 'value'; readonly value: Value } | { readonly kind: 'failure'; readonly failure: Failure };

/** What a thread did when it was run: it asks for a step, or it is over. */
export type Signal =
  | {
      readonly kind: 'step';
      readonly name: string;
      /** As written: positional values, a leading map for named arguments, body markers for closures. */
      readonly arguments: readonly Value[];
      /** `file:line` of the TypeScript source, where known. */
      readonly location?: string;
    }
  | { readonly kind: 'ended'; readonly outcome: Outcome };

/**
 * What the program may read without a step, as it is for the thread at this moment. A driver that sends it somewhere reads
 * the three fields: `environment` may be a getter.
 */
export interface Context {
  /** Virtual time in milliseconds since 1970; what the clock of the controller says. */
  readonly time: number;
  /** The environment that the thread sees through `env`: the same object until it changes, so a driver may send it once. */
  readonly environment: { readonly [name: string]: string };
  readonly build: { readonly number: number; readonly currentResult: string; readonly result: string | null };
}

/**
 * Identifies a thread: `''` is the main thread, a body of a step appends `/<sequence of that step>.<ordinal of the body>`
 * (and `#<run>` from the second run of the same body on), so that both worlds name the same thread alike.
 */
export type ThreadId = string;

/** The program under the simulator's control. Drivers for Node answer at once, the JVM answers with a promise. */
export interface Program<Answer extends Signal | Promise<Signal> = Signal | Promise<Signal>> {
  /** Starts the main thread. */
  start(context: Context): Answer;
  /** Continues a thread that asked for a step. */
  resume(thread: ThreadId, outcome: Outcome, context: Context): Answer;
  /** Starts closure `ordinal` of the step that `parent` waits for, as a new thread. It may be started several times. */
  startBody(thread: ThreadId, parent: ThreadId, ordinal: number, context: Context): Answer;
}
