/** What the Java program answers, one line each. */
import type { Failure, Value } from '../simulator/program';

/** A compile error, as Groovy reports it. */
export interface CompileError {
  readonly message: string;
  /** Path in the library folder, or `WorkflowScript` for the Jenkinsfile. */
  readonly file?: string;
  readonly line?: number;
}

/** Lines of Groovy files, innermost first: `vars/gigImage.groovy:12`. */
export type Frames = readonly string[];

/** A failure; a fault says where it happened. */
export type FailureAnswer =
  | Exclude<Failure, { kind: 'fault' }>
  | { readonly kind: 'fault'; readonly message: string; readonly frames: Frames };

type LoadAnswer =
  { readonly kind: 'loaded' } | { readonly kind: 'refused'; readonly errors: readonly CompileError[] };

type RunAnswer =
  | {
      readonly kind: 'step';
      readonly name: string;
      readonly arguments: readonly Value[];
      readonly frames: Frames;
    }
  | {
      readonly kind: 'ended';
      readonly outcome:
        | { readonly kind: 'value'; readonly value: Value }
        | { readonly kind: 'failure'; readonly failure: FailureAnswer };
    };

/** A line that the Java program writes. */
export type Answer = LoadAnswer | RunAnswer;

const kinds: readonly unknown[] = ['loaded', 'refused', 'step', 'ended'];

/**
 * Reads an answer. The Java program is ours, so its kind stands for its shape.
 * @throws Error when the line is none of its answers
 */
export function parseAnswer(line: string): Answer {
  const value: unknown = JSON.parse(line);
  if (isAnswer(value)) return value;
  throw new Error(`the engine answered ${line}`);
}

function isAnswer(value: unknown): value is Answer {
  return typeof value === 'object' && value !== null && 'kind' in value && kinds.includes(value.kind);
}
