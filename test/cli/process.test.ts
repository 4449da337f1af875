/** The command as a process: its exit code, and a reader that leaves early. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');
const example = join(root, 'examples', 'gig-route');

/** Runs the compiled program under a shell; `npm test` compiles before. */
function shell(command: string): number | null {
  const program = `"${process.execPath}" "${join(root, 'dist', 'cli', 'main.js')}"`;
  return spawnSync('bash', ['-c', command.replace('gig-ci', program)], { cwd: root, stdio: 'pipe' }).status;
}

const failing = `gig-ci run ${example}/Jenkinsfile --scenario ${example}/kaniko-fails.json --world direct`;

test.each([
  ['a good run', `gig-ci run ${example}/Jenkinsfile --world direct`, 0],
  ['a run that fails', failing, 1],
  ['a file that is not there', 'gig-ci run nowhere', 2],
  ['an unknown option', 'gig-ci run --colour', 2],
  ['a reader that leaves early, of a run that fails', `set -o pipefail; ${failing} | head -n 1`, 1],
])('%s', (_name, command, exitCode) => {
  expect(shell(command)).toBe(exitCode);
});
