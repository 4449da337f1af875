/** What the Java program is asked, one line each. */
import { catalogue } from '../jenkins';
import type { Context, Outcome, ThreadId, Value } from '../simulator/program';

/**
 * What happens to the state of the program at a step: it is saved and the program goes on as the copy, or, as when Jenkins
 * restarts, saved in full, all classes are loaded anew, and it goes on there. `restartAt` counts the steps of all threads
 * from 0; at the others nothing is saved.
 */
export type Saving = 'every step' | 'never' | 'restart at every step' | { readonly restartAt: number };

/** What to load. */
export interface LoadOptions {
  /** The folder with `vars/` and `src/`: the generated library. */
  readonly libraryFolder: string;
  /** The text of the Jenkinsfile. */
  readonly jenkinsfile: string;
  /** Its path, for locations. */
  readonly jenkinsfilePath: string;
  readonly saving: Saving;
  /** The global `params`; none when left out. */
  readonly parameters?: { readonly [name: string]: Value };
}

/** Compiles a library and a Jenkinsfile. */
export interface LoadRequest extends Required<LoadOptions> {
  readonly operation: 'load';
  /** Names that are steps. */
  readonly steps: readonly string[];
  /** Names that make a value for an argument of a step. */
  readonly describables: readonly string[];
}

/** Makes the library ready that is probably loaded next, and keeps its classes for the next process. */
interface LoadAheadRequest {
  readonly operation: 'loadAhead';
  readonly libraryFolder: string;
}

/** Runs a program with steps that answer nothing, until it ends or another request comes. */
export interface WarmUpRequest extends Omit<LoadRequest, 'operation'> {
  readonly operation: 'warmUp';
}

/** Runs a thread to its next signal. */
export type RunRequest =
  | { readonly operation: 'start'; readonly context: Context }
  | {
      readonly operation: 'resume';
      readonly thread: ThreadId;
      readonly outcome: Outcome;
      readonly context: Context;
    }
  | {
      readonly operation: 'startBody';
      readonly thread: ThreadId;
      readonly parent: ThreadId;
      readonly ordinal: number;
      readonly context: Context;
    };

/** A line that the Java program reads. */
export type Request = LoadRequest | LoadAheadRequest | WarmUpRequest | RunRequest;

/** A request to load; what exists besides the library is what the catalogue has. */
export function loadRequest(options: LoadOptions): LoadRequest {
  const names = (kind: 'step' | 'describable'): readonly string[] =>
    catalogue.filter((entry) => entry.kind === kind).map((entry) => entry.name);
  return {
    operation: 'load',
    parameters: {},
    ...options,
    steps: names('step'),
    describables: names('describable'),
  };
}
