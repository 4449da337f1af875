/** The service of the example, for repositories of tests. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const example = join(__dirname, '..', '..', 'examples', 'gig-route', 'backend');

/** The packages that it needs, as pip takes them. */
export function exampleRequirements(): readonly string[] {
  return readFileSync(join(example, 'requirements.txt'), 'utf8').trim().split('\n');
}

/** Copies the service of the example as git knows it. */
export function copyExampleService(target: string): void {
  const { stdout } = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: example,
    encoding: 'utf8',
  });
  for (const file of stdout.split('\0').filter((name) => name !== '')) {
    mkdirSync(dirname(join(target, file)), { recursive: true });
    cpSync(join(example, file), join(target, file));
  }
}
