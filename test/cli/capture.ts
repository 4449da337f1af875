/** Runs a command inside the test and keeps what it prints. */
import { PassThrough, Readable } from 'node:stream';
import { runCommandLine } from '../../src/cli/command-line';

/** @param folder working directory of the command */
export function gigCi(folder: string, ...words: string[]) {
  return gigCiWithInput('', folder, ...words);
}

/** @param input what stands on standard input */
export async function gigCiWithInput(input: string, folder: string, ...words: string[]) {
  const streams = {
    input: Readable.from([input]),
    output: new PassThrough({ encoding: 'utf8' }),
    errors: new PassThrough({ encoding: 'utf8' }),
  };
  const exitCode = await runCommandLine(words, { folder, environment: {}, ...streams });
  return {
    exitCode,
    output: String(streams.output.read() ?? ''),
    errors: String(streams.errors.read() ?? ''),
  };
}
