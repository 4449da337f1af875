/** What `gig-ci run --real` refuses before anything is started. */
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestMachine } from '../real/machine';
import { buildsOf, machineOfOrders, run, start } from './real-command';

let machine: TestMachine;
beforeEach(() => {
  machine = machineOfOrders();
});
afterEach(() => machine.close());

jest.setTimeout(60_000);

describe('unusable input: exit code 2, every problem at once, nothing started', () => {
  const refused = (...words: readonly string[]) => {
    const { status, output, errors } = run(machine, 'Jenkinsfile', '--real', ...words);
    expect({ status, output }).toEqual({ status: 2, output: '' });
    expect(existsSync(join(machine.state, 'jobs')) && readdirSync(buildsOf(machine)).length > 0).toBe(false);
    return errors;
  };

  test('a workspace with files of somebody else', () => {
    mkdirSync(join(machine.folder, 'mine'));
    writeFileSync(join(machine.folder, 'mine/thesis.txt'), 'precious');
    expect(refused('--workspace', '../mine')).toContain('holds files that no run of gig-ci has put there');
    expect(readFileSync(join(machine.folder, 'mine/thesis.txt'), 'utf8')).toBe('precious');
  });

  test('a workspace in use', async () => {
    const workspace = join(machine.folder, 'busy');
    const first = start(machine, 'waits', '--workspace', workspace);
    await first.said(/started /);
    const { status, errors } = run(machine, 'Jenkinsfile', '--real', '--workspace', workspace);
    expect(status).toBe(2);
    expect(errors).toMatch(/busy +is in use by orders\/main #1 \(process \d+\)/);
    first.child.kill('SIGINT');
    await first.ended;
    expect(existsSync(workspace)).toBe(false);
  });

  test('a workspace that cannot be written', () => {
    // Root may write everywhere but there.
    expect(refused('--workspace', '/proc/gig-ci-workspace')).toMatch(/proc/);
  });

  test('a Jenkinsfile outside a repository, credentials that others can read, a simulated scenario', () => {
    rmSync(join(machine.repository, '.git'), { recursive: true });
    machine.write({
      'c.json': '{}',
      's.json': '{ "tools": [], "commands": [{ "command": "x", "exit": 1 }] }',
    });
    chmodSync(join(machine.repository, 'c.json'), 0o644);
    const errors = refused('--credentials', 'c.json', '--scenario', 's.json');
    expect(errors).toContain('3 problems with the input');
    for (const reason of [
      'is in no Git repository',
      'may be read or changed by other users',
      'is simulated',
    ]) {
      expect(errors).toContain(reason);
    }
  });

  test('a repository without a commit', () => {
    rmSync(join(machine.repository, '.git'), { recursive: true });
    machine.git('init', '--quiet');
    expect(refused()).toContain('is in a Git repository without a commit');
  });

  test('both worlds', () => {
    expect(refused('--world', 'both')).toContain('would do everything twice');
  });

  test('options of a real run for a simulated one', () => {
    const { status, errors } = run(machine, 'Jenkinsfile', '--workspace', 'x', '--keep-workspace');
    expect(status).toBe(2);
    expect(errors).toContain('2 problems with the input');
    expect(errors).toContain('means something only for a run on this machine');
  });
});
