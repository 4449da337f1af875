/**
 * What is said about the input of a command. `catalogue` has every message about an author's file: a `problem`, to which
 * `locate` gives a place, which makes a diagnostic, which `format` prints. `unusable-input` is about everything else.
 */

/** One problem in an author's file, with what to do about it. */
export interface Diagnostic {
  /** Stable, never reused: `GIG1xxx` syntax, `2xxx` types and builtins, `3xxx` steps and secrets, `4xxx` definition and documentation, `5xxx` limits, `TSnnnn` from TypeScript. */
  readonly code: string;
  /** Path relative to the project folder, with forward slashes. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1, in UTF-16 units. */
  readonly column: number;
  /** How many characters of the line are marked; at least 1. */
  readonly length: number;
  readonly message: string;
  readonly suggestion?: string | undefined;
  /** The text of the line, for the marker. */
  readonly sourceLine: string;
}
