/** Runs a command inside the test and keeps what it prints. */
import { Readable, Writable } from 'node:stream';
import { runCommandLine } from '../../src/cli/command-line';

/** @param folder working directory of the command */
export function gigCi(folder: string, ...words: string[]) {
  return gigCiWithInput('', folder, ...words);
}

/** @param input what stands on standard input */
export async function gigCiWithInput(input: string, folder: string, ...words: string[]) {
  const [output, errors] = [new Captured(), new Captured()];
  const streams = { input: Readable.from([input]), output, errors };
  const exitCode = await runCommandLine(words, { folder, environment: {}, ...streams });
  return { exitCode, output: output.text, errors: errors.text };
}

/** Keeps all that is written, however much. */
class Captured extends Writable {
  text = '';

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}
