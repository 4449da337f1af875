/** milestone and lock, between runs of one machine. */
import { claim, claimFile, release, thisProcess } from '../../src/real/claims';
import { step } from '../simulator/fake-program';
import { TestMachine } from './machine';

let machine: TestMachine;
beforeEach(() => {
  machine = new TestMachine();
});
afterEach(() => machine.close());

test('an older build is superseded where a newer one has passed', async () => {
  const pass = (buildNumber: number) =>
    machine.run(() => step('milestone', { label: 'publish' }), { scenario: { buildNumber } });
  expect((await pass(7)).record.result).toBe('SUCCESS');
  const older = await pass(6);
  expect(older.record.result).toBe('NOT_BUILT');
  expect(older.record.failure?.message).toBe('Superseded by orders/main#7');
  expect((await pass(7)).record.result).toBe('SUCCESS');
  expect((await pass(8)).record.result).toBe('SUCCESS');
});

test('the same milestone of another branch is another one', async () => {
  const pass = (branch: string, buildNumber: number) =>
    machine.run(() => step('milestone'), { scenario: { branch, buildNumber } });
  expect((await pass('main', 7)).record.result).toBe('SUCCESS');
  expect((await pass('feature/x', 1)).record.result).toBe('SUCCESS');
});

test('a lock that another run holds is waited for, and given back', async () => {
  const file = claimFile(machine.state, 'lock database');
  expect(claim(file, thisProcess('someone #3', 'other')).kind).toBe('ours');
  setTimeout(() => release(file), 300);
  const { record } = await machine.run(() => step('lock', 'database', () => step('echo', 'inside')));
  expect(record.log).toContain('[Resource: database] is held by someone #3, waiting ...');
  expect(record.log).toContain('inside');
  expect(claim(file, thisProcess('x', 'y'))).toEqual({ kind: 'ours' });
});

test('a run that waits for a lock can be aborted, and takes nothing from its holder', async () => {
  const file = claimFile(machine.state, 'lock database');
  claim(file, thisProcess('someone #3', 'other'));
  const controller = new AbortController();
  setTimeout(() => controller.abort('jane'), 200);
  const { record } = await machine.run(() => step('lock', 'database', () => step('echo', 'inside')), {
    abort: controller.signal,
  });
  expect(record.result).toBe('ABORTED');
  expect(record.log).not.toContain('inside');
  expect(claim(file, thisProcess('x', 'y'))).toMatchObject({ kind: 'held', by: { run: 'someone #3' } });
});

describe('a claim', () => {
  test('of a process that is gone may be taken, and says whose it was', () => {
    const file = claimFile(machine.state, 'workspace');
    const dead = { process: 999_999_999, began: '1', run: 'orders #1', cookie: 'a' };
    expect(claim(file, dead)).toEqual({ kind: 'ours' });
    expect(claim(file, thisProcess('orders #2', 'b'))).toEqual({ kind: 'ours', left: dead });
  });

  test('of a process whose number another one has now is taken for one that is gone', () => {
    const file = claimFile(machine.state, 'workspace');
    const earlier = { ...thisProcess('orders #1', 'a'), began: '1' };
    claim(file, earlier);
    expect(claim(file, thisProcess('orders #2', 'b'))).toEqual({ kind: 'ours', left: earlier });
  });

  test('of a process that runs is respected', () => {
    const file = claimFile(machine.state, 'workspace');
    const holder = thisProcess('orders #1', 'a');
    claim(file, holder);
    expect(claim(file, thisProcess('orders #2', 'b'))).toEqual({ kind: 'held', by: holder });
  });
});
