/** What a command gets from the process that it runs in. */
import type { OutputStream } from '../terminal/terminal';

/** What a command gets from the process: everything that it may read or write besides files. */
export interface Surroundings {
  /** The working directory. */
  readonly folder: string;
  readonly environment: { readonly [name: string]: string | undefined };
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: OutputStream;
  readonly errors: OutputStream;
}

/** 0: done. 1: the run or the check failed. 2: the input is unusable. */
export type ExitCode = 0 | 1 | 2;
