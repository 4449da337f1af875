/** An abort, a timeout, the loss of the process: what was started ends, and nothing is left. */
import { step, Thrown, type Body } from '../simulator/fake-program';
import { isRunning, TestMachine } from './machine';

let machine: TestMachine;
beforeEach(() => {
  machine = new TestMachine();
});
afterEach(() => machine.close());

const sh = (script: string) => step('sh', { script: `#!/bin/bash\n${script}` });

/** Runs a command that takes for ever, and notes what became of it. */
function endless(script: string, seen: string[]): Body {
  return () =>
    step('node', function* () {
      try {
        yield* sh(script);
      } catch (thrown) {
        if (thrown instanceof Thrown) seen.push(`${thrown.failure.kind}: ${thrown.message}`);
        yield* sh('echo cleaned up');
        throw thrown;
      }
    });
}

/** Aborts the build when a line of its log begins so. */
function abortAt(line: string) {
  const controller = new AbortController();
  return {
    abort: controller.signal,
    onEvent: (progress: { readonly kind: string; readonly text?: string }) => {
      if (progress.kind === 'line' && progress.text?.startsWith(line) === true) controller.abort('jane');
    },
  };
}

const pidIn = (log: readonly string[]): string =>
  log.find((line) => line.startsWith('started '))?.slice('started '.length) ?? '';

test('an abort ends the command with all that it has started; clean-up runs; nothing is left', async () => {
  const seen: string[] = [];
  const { record, left } = await machine.run(
    endless('setsid sleep 300 & echo "started $!"; sleep 300', seen),
    abortAt('started '),
  );
  expect(seen).toEqual(['interruption: Aborted by jane']);
  expect(record.result).toBe('ABORTED');
  expect(record.log).toEqual(
    expect.arrayContaining(['Sending interrupt signal to process', 'cleaned up', 'Finished: ABORTED']),
  );
  expect(pidIn(record.log)).toMatch(/^\d+$/);
  expect(isRunning(pidIn(record.log))).toBe(false);
  expect(left).toEqual([]);
  expect(machine.workspaces()).toEqual([]);
});

test('a command may end by itself when it is asked to, and what it says then is in the log', async () => {
  const { record } = await machine.run(
    endless('trap "echo stopping; exit 0" TERM; echo "started $$"; while :; do sleep 0.1; done', []),
    abortAt('started '),
  );
  expect(record.log).toContain('stopping');
  expect(record.result).toBe('ABORTED');
});

test('a command that ignores the request is ended by force', async () => {
  const { record } = await machine.run(
    endless('trap "" TERM; echo "started $$"; while :; do sleep 1; done', []),
    abortAt('started '),
  );
  expect(record.result).toBe('ABORTED');
  expect(isRunning(pidIn(record.log))).toBe(false);
}, 30_000);

test('a program that catches everything stays aborted', async () => {
  const { record } = await machine.run(
    () =>
      step('node', function* () {
        try {
          yield* sh('echo "started $$"; sleep 300');
        } catch {
          yield* step('echo', 'goes on');
        }
      }),
    abortAt('started '),
  );
  expect(record.log).toContain('goes on');
  expect(record.result).toBe('ABORTED');
});

test('an abort that comes before the first step runs nothing', async () => {
  const controller = new AbortController();
  controller.abort('jane');
  const { record } = await machine.run(() => step('node', () => sh('echo never')), {
    abort: controller.signal,
  });
  expect(record.result).toBe('ABORTED');
  expect(record.log).not.toContain('never');
});

test('a timeout ends the command and not what comes behind it', async () => {
  const began = Date.now();
  const { record } = await machine.run(() =>
    step('node', function* () {
      try {
        yield* step('timeout', { time: 1, unit: 'SECONDS' }, () => sh('echo "started $$"; sleep 300'));
      } catch (thrown) {
        yield* step('echo', thrown instanceof Thrown ? thrown.message : 'other');
      }
      yield* sh('echo behind');
    }),
  );
  expect(Date.now() - began).toBeLessThan(20_000);
  expect(record.log).toEqual(expect.arrayContaining(['Timeout has been exceeded', 'behind']));
  expect(record.result).toBe('SUCCESS');
  expect(isRunning(pidIn(record.log))).toBe(false);
});

test('branches run side by side, each with its own output', async () => {
  const began = Date.now();
  const { record } = await machine.run(() =>
    step('node', () =>
      step('parallel', {
        one: () => sh('sleep 1; echo one'),
        two: () => sh('sleep 1; echo two'),
        three: () => step('sleep', 1),
      }),
    ),
  );
  expect(record.log).toEqual(expect.arrayContaining(['one', 'two']));
  expect(Date.now() - began).toBeLessThan(2_900);
});
