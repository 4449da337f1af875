/** Starts the commands that are measured. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** The project folder; this file is compiled to dist/bench. */
export const project = join(__dirname, '..', '..');

/** The compiled command. */
export const gigCi = join(project, 'dist', 'cli', 'main.js');

/** Reading extra certificates costs Node tens of milliseconds at every start, in whatever it starts. */
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => name !== 'NODE_EXTRA_CA_CERTS'),
);

/**
 * Runs a command to its end.
 * @throws with its output when it fails: a failed run is no measurement
 */
export function run(command: string, commandArguments: readonly string[], folder = project): void {
  const { status, error, stdout, stderr } = spawnSync(command, commandArguments, {
    cwd: folder,
    env: environment,
    encoding: 'utf8',
  });
  if (error !== undefined || status !== 0) {
    throw new Error(
      `${command} ${commandArguments.join(' ')}: ${error?.message ?? `exit code ${status}`}\n${stdout}${stderr}`,
    );
  }
}

/** Runs a script with this Node. */
export function runNode(...commandArguments: readonly string[]): void {
  run(process.execPath, commandArguments);
}

/** Whether the machine has a command. */
export function has(command: string): boolean {
  return spawnSync(command, ['-version'], { env: environment }).error === undefined;
}
