/** `gig-ci run --real` as a process: what it prints, its exit codes, Ctrl-C, its death. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRunning, type TestMachine } from '../real/machine';
import { describeWithJava } from '../support/java';
import { buildsOf, machineOfOrders, run, start } from './real-command';

let machine: TestMachine;
beforeEach(() => {
  machine = machineOfOrders();
});
afterEach(() => machine.close());

jest.setTimeout(60_000);

test('a good run prints what it does behind its stage, keeps what was published and cleans up', () => {
  machine.write({ 'app.txt': 'changed\n' });
  const { status, output, errors } = run(machine, 'Jenkinsfile', '--real');
  expect({ status, errors }).toEqual({ status: 0, errors: '' });
  expect(output).toContain('a change is not committed and left out');
  for (const line of [
    '  [Checkout] committed',
    '  ✓ Checkout',
    '  [Work] Archiving artifacts',
    'SUCCESS after ',
  ]) {
    expect(output).toContain(line);
  }
  expect(output).not.toContain('[Checkout] changed');
  expect(readFileSync(join(buildsOf(machine), '1/archive/app.txt'), 'utf8')).toBe('committed\n');
  expect(readFileSync(join(buildsOf(machine), '1/log'), 'utf8')).toContain('committed\n');
  expect(JSON.parse(readFileSync(join(buildsOf(machine), '1/record.json'), 'utf8'))).toMatchObject({
    result: 'SUCCESS',
  });
  expect(machine.workspaces()).toEqual([]);
});

test('a failure ends with a card: stage, command, exit code, cause, last output, where the rest is', () => {
  machine.write({ Jenkinsfile: `gigTry(what: 'fails')\n` });
  const { status, output } = run(machine, 'Jenkinsfile', '--real');
  expect(status).toBe(1);
  const card = output.slice(output.indexOf('Failed: '));
  expect(card.split('\n').map((line) => line.trimEnd())).toEqual([
    'Failed: Work',
    '  command sh echo one; echo two >&2; exit 3',
    '  exit    3',
    '  cause   script returned exit code 3',
    '  output  + echo one',
    '          one',
    '          + echo two',
    '          two',
    '          + exit 3',
    `  build   ${join(buildsOf(machine), '1')} has log, record.json and what was published`,
    '',
  ]);
  expect(output).toContain('cleaned up');
});

describeWithJava('on the engine', () => {
  test('does the same', () => {
    const { status, output } = run(machine, 'Jenkinsfile', '--real', '--world', 'engine', '--json');
    expect(status).toBe(0);
    const record = JSON.parse(output) as { readonly result: string; readonly log: readonly string[] };
    expect(record.result).toBe('SUCCESS');
    expect(record.log).toContain('committed');
  });
});

test('Ctrl-C aborts with all the cleaning up', async () => {
  const { child, said, ended, output } = start(machine, 'waits');
  const [, pid = ''] = await said(/started (\d+)/);
  child.kill('SIGINT');
  expect(await ended).toBe(1);
  expect(output()).toMatch(/Aborted by \w+/);
  expect(output()).toContain('[Work] Sending interrupt signal to process');
  expect(output()).toContain('cleaned up');
  expect(output()).toContain('ABORTED after ');
  expect(isRunning(pid)).toBe(false);
  expect(machine.workspaces()).toEqual([]);
});

test('a second Ctrl-C ends at once and says what was left', async () => {
  const { child, said, ended, output } = start(machine, 'never ends');
  const [, pid = ''] = await said(/started (\d+)/);
  child.kill('SIGINT');
  await said(/Sending interrupt/);
  child.kill('SIGINT');
  expect(await ended).toBe(130);
  expect(output()).toContain('Ended at once: nothing was cleaned up.');
  expect(output()).toMatch(/left +\S+.* and \S+.*@tmp, which the next run of this job removes/);
  expect(output()).not.toContain('cleaned up\n');
  await eventually(() => !isRunning(pid));
});

test('what a killed run has left is removed by the next one', async () => {
  const { child, said, ended } = start(machine, 'waits');
  const [, pid = ''] = await said(/started (\d+)/);
  child.kill('SIGKILL');
  await ended;
  expect(isRunning(pid)).toBe(true);
  expect(machine.workspaces()).toHaveLength(2);
  const { status, output } = run(machine, 'Jenkinsfile', '--real');
  expect(status).toBe(0);
  expect(output).toContain(
    'orders/main #1 ended without cleaning up here: its processes and its files are removed.',
  );
  expect(isRunning(pid)).toBe(false);
  expect(machine.workspaces()).toEqual([]);
});

test('two runs at once have a workspace each', async () => {
  const first = start(machine, 'waits');
  await first.said(/started /);
  const { status } = run(machine, 'Jenkinsfile', '--real');
  expect(status).toBe(0);
  expect(readFileSync(join(buildsOf(machine), '2/archive/where.txt'), 'utf8')).toMatch(/@2\n$/);
  first.child.kill('SIGINT');
  expect(await first.ended).toBe(1);
  expect(machine.workspaces()).toEqual([]);
});

test("a workspace of one's own stays when it shall, and is used again", () => {
  const workspace = join(machine.folder, 'my workspace');
  const words = ['Jenkinsfile', '--real', '--workspace', workspace, '--keep-workspace'];
  expect(run(machine, ...words).status).toBe(0);
  expect(existsSync(join(workspace, 'where.txt'))).toBe(true);
  expect(run(machine, ...words).status).toBe(0);
  expect(run(machine, 'Jenkinsfile', '--real', '--workspace', workspace).status).toBe(0);
  expect(existsSync(workspace)).toBe(false);
});

async function eventually(holds: () => boolean): Promise<void> {
  for (let attempt = 0; attempt < 100 && !holds(); attempt += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect(holds()).toBe(true);
}
