/** Runs programs and waits for them, with what they said in the error when they fail. */
import { spawn } from 'node:child_process';

/** How a program is run. */
export interface CommandOptions {
  readonly cwd?: string;
  /** Instead of the environment of this process. */
  readonly env?: NodeJS.ProcessEnv;
  /** Standard input. */
  readonly input?: string | Buffer;
}

/** How a program ended. */
export interface CommandResult {
  /** Exit code; null when a signal ended it. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end, however that is. @throws Error when it cannot be started */
export function attempt(
  command: string,
  args: readonly string[],
  { cwd, env, input = '' }: CommandOptions = {},
): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: 'pipe' });
    const printed = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr'] as const) {
      child[stream].setEncoding('utf8').on('data', (text: string) => (printed[stream] += text));
    }
    // A program that does not read its input to the end closes it.
    child.stdin.on('error', () => undefined).end(input);
    child.on('error', reject).on('close', (status) => resolve({ status, ...printed }));
  });
}

/** Runs a program that must succeed. @returns what it printed, without the last line break */
export async function run(
  command: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<string> {
  const { status, stdout, stderr } = await attempt(command, args, options);
  if (status !== 0) {
    const said = `${stdout}\n${stderr}`.trim().split('\n').slice(-20).join('\n');
    throw new Error(`${command} ${args.join(' ')} ended with ${status ?? 'a signal'}:\n${said}`);
  }
  return stdout.trimEnd();
}
