/**
 * What a command does when it runs. The other files decide it: for a script of the library by its header, for a command of
 * an author by its tool, and for both by the rules of the scenario. No shell is ever started.
 */
import type { Value } from '../program';

/** How a command will end; decided when it begins. */
export interface CommandResult {
  readonly exit: number;
  /** What it prints on standard output: the result of `returnStdout`, else part of the log. */
  readonly output: string;
  /** What it prints on standard error. */
  readonly messages: string;
  /** Virtual seconds that it takes. */
  readonly seconds: number;
  /** What it has sent outside when it ends well. */
  readonly sent?: { readonly script: string; readonly value: Value } | undefined;
}

/** A command that ends because a tool is missing. */
export function toolMissing(message: string): CommandResult {
  return { exit: 127, output: '', messages: message, seconds: 0 };
}
