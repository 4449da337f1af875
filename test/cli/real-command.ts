/** Starts `gig-ci run --real` as a process, in a repository with a global variable that does as it is told. */
import { spawn, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { TestMachine } from '../real/machine';

const program = join(__dirname, '..', '..', 'dist', 'cli', 'main.js');

/** Runs commands of its own by name: no text of a call is ever a script. */
const source = `
import { archiveArtifacts, checkout, node, scm, sh, stage } from 'gig-ci/jenkins';

/** Parameters of {@link gigTry}. */
export interface TryParameters {
  /** What happens. */
  what: 'works' | 'fails' | 'waits' | 'never ends';
}

/**
 * Tries the machine.
 * @example gigTry(what: 'works')
 */
export default function gigTry({ what }: TryParameters): void {
  node('', () => {
    try {
      stage('Checkout', () => {
        checkout(scm);
        sh\`cat app.txt; echo "$WORKSPACE" >where.txt\`;
      });
      stage('Work', () => {
        if (what === 'fails') {
          sh\`echo one; echo two >&2; exit 3\`;
        } else if (what === 'waits') {
          sh\`setsid sleep 300 & echo "started $!"; sleep 300\`;
        } else if (what === 'never ends') {
          sh\`trap '' TERM; setsid sh -c 'trap "" TERM; while :; do sleep 1; done' & echo "started $!"; while :; do sleep 1; done\`;
        } else {
          archiveArtifacts({ artifacts: '*.txt' });
        }
      });
    } finally {
      sh\`echo cleaned up\`;
    }
  });
}
`;

/** A repository whose Jenkinsfile works. */
export function machineOfOrders(): TestMachine {
  return new TestMachine({
    'package.json': '{ "name": "orders", "private": true }\n',
    'vars/gigTry.ts': source,
    'app.txt': 'committed\n',
    Jenkinsfile: `gigTry(what: 'works')\n`,
  });
}

const environmentOf = (machine: TestMachine) => ({ ...process.env, GIG_CI_STATE: machine.state });

/** Starts the command in the repository. */
export function start(machine: TestMachine, what: string, ...words: readonly string[]) {
  machine.write({ [`${what}.jenkinsfile`]: `gigTry(what: '${what}')\n` });
  const child = spawn(process.execPath, [program, 'run', `${what}.jenkinsfile`, '--real', ...words], {
    cwd: machine.repository,
    env: environmentOf(machine),
  });
  let output = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data: Buffer) => {
      output += data.toString();
      for (const listener of listeners) listener();
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const said = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const look = () => {
        const found = pattern.exec(output);
        if (found !== null) resolve(found);
      };
      listeners.add(look);
      look();
      void ended.then(() => reject(new Error(`ended without ${pattern.source}:\n${output}`)));
    });
  return { child, ended, said, output: () => output };
}

/** Runs `gig-ci run` with these words to its end. */
export function run(machine: TestMachine, ...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'run', ...words], {
    cwd: machine.repository,
    env: environmentOf(machine),
    encoding: 'utf8',
  });
  return { status, output: stdout, errors: stderr };
}

/** The folder of the builds of the only job. */
export function buildsOf(machine: TestMachine): string {
  const [job = ''] = readdirSync(join(machine.state, 'jobs'));
  return join(machine.state, 'jobs', job, 'builds');
}
