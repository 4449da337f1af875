import type { Scenario } from '../../src/simulator/scenario';
import { type Body, echo, run, shown, step, Thrown, trace } from './fake-program';

const slow: Body = function* () {
  yield* step('sleep', { time: 10, unit: 'MINUTES' });
};

describe('sleep', () => {
  test.each([
    [[5], 5_000],
    [[{ time: 2, unit: 'MINUTES' }], 120_000],
    [[{ time: 1, unit: 'HOURS' }], 3_600_000],
  ] as const)('%j takes %i virtual milliseconds', (args, duration) => {
    const record = run(function* () {
      yield* step('sleep', ...args);
    });
    expect(record.duration).toBe(duration);
  });
});

describe('timeout', () => {
  test('interrupts its body when the time is over', () => {
    const record = run(function* () {
      yield* step('timeout', 5, slow);
    });
    expect(record.result).toBe('ABORTED');
    expect(record.failure).toEqual({
      kind: 'interruption',
      result: 'ABORTED',
      message: 'Timeout has been exceeded',
    });
    expect(record.duration).toBe(5 * 60_000);
  });

  test('a body that is quicker returns its value, and its timer does not go on', () => {
    const record = run(function* () {
      const value = yield* step('timeout', { time: 1, unit: 'HOURS' }, function* () {
        yield* step('sleep', 1);
        return 'done';
      });
      yield* echo(shown(value));
    });
    expect(record.result).toBe('SUCCESS');
    expect(record.duration).toBe(1_000);
    expect(record.log[0]).toBe('done');
  });

  test('its timer is gone with it', () => {
    const record = run(function* () {
      yield* step('timeout', 1, () => step('sleep', 1));
      yield* step('sleep', 120);
    });
    expect(record.log).toEqual(['Finished: SUCCESS']);
  });

  test('interrupts the innermost steps; what a finally does then takes its time', () => {
    const record = run(function* () {
      yield* step('timeout', { time: 10, unit: 'SECONDS' }, function* () {
        yield* step('stage', 'Wait', function* () {
          try {
            yield* slow();
          } finally {
            yield* step('sleep', 4);
          }
        });
      });
    });
    expect(trace(record)).toEqual([
      ': timeout SECONDS 0-14000 ! Timeout has been exceeded',
      '/0.0: stage Wait 0-14000 ! Timeout has been exceeded',
      '/0.0/0.0: sleep MINUTES 0-10000 ! Timeout has been exceeded',
      '/0.0/0.0: sleep 10000-14000',
    ]);
  });

  test('reaches every branch', () => {
    const record = run(function* () {
      yield* step('timeout', 1, function* () {
        yield* step('parallel', { a: slow, b: slow });
      });
    });
    const slept = record.events.filter(({ operation }) => operation === 'sleep');
    expect(slept.map(({ ended, outcome }) => [ended, outcome.kind])).toEqual([
      [60_000, 'failure'],
      [60_000, 'failure'],
    ]);
  });

  test('an inner timeout does not touch what is around it', () => {
    const record = run(function* () {
      yield* step('timeout', 60, function* () {
        try {
          yield* step('timeout', 1, slow);
        } catch {
          yield* step('sleep', 1);
        }
      });
    });
    expect(record.result).toBe('SUCCESS');
    expect(record.duration).toBe(61_000);
  });
});

describe('retry', () => {
  /** A body that fails so many times. */
  const failing = (
    times: number,
    fail: Body = function* () {
      yield* step('error', 'flaky');
    },
  ): Body => {
    let left = times;
    return function* () {
      if (left > 0) {
        left -= 1;
        yield* fail();
      }
      return 'well';
    };
  };

  test('runs the body until it succeeds; each run is a thread of its own', () => {
    const record = run(function* () {
      const value = yield* step('retry', 3, failing(2));
      yield* echo(shown(value));
    });
    expect(record.result).toBe('SUCCESS');
    expect(trace(record)).toEqual([
      ': retry 0-0',
      '/0.0: error flaky 0-0 ! flaky',
      '/0.0#2: error flaky 0-0 ! flaky',
      ': echo well 0-0',
    ]);
    expect(record.log.slice(0, 4)).toEqual(['ERROR: flaky', 'Retrying', 'ERROR: flaky', 'Retrying']);
  });

  test('fails with the last failure after so many runs in all', () => {
    const record = run(function* () {
      yield* step('retry', 2, failing(3));
    });
    expect(record.failure).toEqual({ kind: 'error', message: 'flaky' });
    expect(record.events.map(({ thread }) => thread)).toEqual(['', '/0.0', '/0.0#2']);
  });

  test('does not repeat an abort', () => {
    const record = run(
      function* () {
        yield* step('retry', 3, slow);
      },
      { abortAtStep: 2 },
    );
    expect(record.result).toBe('ABORTED');
    expect(record.events).toHaveLength(2);
  });

  test('repeats a timeout that ended inside it', () => {
    const record = run(function* () {
      yield* step('retry', 2, function* () {
        yield* step('timeout', 1, slow);
      });
    });
    expect(record.events.filter(({ operation }) => operation === 'timeout')).toHaveLength(2);
    expect(record.duration).toBe(120_000);
  });

  test('does not repeat a timeout around it', () => {
    const record = run(function* () {
      yield* step('timeout', 1, function* () {
        yield* step('retry', 2, slow);
      });
    });
    expect(record.events.filter(({ operation }) => operation === 'sleep')).toHaveLength(1);
    expect(record.duration).toBe(60_000);
  });

  test('repeats a missing step, which is a failure like any other to it', () => {
    const record = run(
      function* () {
        yield* step('retry', 2, function* () {
          yield* step('timestamps', slow);
        });
      },
      { missingSteps: ['timestamps'] },
    );
    expect(record.events.filter(({ operation }) => operation === 'timestamps')).toHaveLength(2);
  });

  describe('with conditions', () => {
    const onAgent = (conditions: readonly string[], scenario: Scenario) =>
      run(function* () {
        const symbols = conditions.map(($symbol) => ({ $symbol }));
        yield* step('retry', { count: 2, conditions: symbols }, function* () {
          yield* step('node', 'linux', function* () {
            yield* step('sh', 'make');
          });
        });
      }, scenario);

    test('an ordinary failure is not worth another try', () => {
      const record = onAgent(['agent', 'nonresumable'], { commands: [{ command: 'make', exit: 2 }] });
      expect(record.failure).toEqual({ kind: 'error', message: 'script returned exit code 2' });
      expect(record.events).toHaveLength(3);
    });

    test('the loss of the agent is, for agent()', () => {
      const record = onAgent(['agent'], { agentLostAtStep: 3 });
      expect(record.result).toBe('SUCCESS');
      expect(trace(record)).toEqual([
        ': retry 0-1000',
        '/0.0: node linux 0-0 ! Agent was removed',
        '/0.0/0.0: sh make 0-0 ! Agent was removed',
        '/0.0#2: node linux 0-1000',
        '/0.0#2/0.0: sh make 0-1000',
      ]);
    });

    test('but not for nonresumable()', () => {
      const record = onAgent(['nonresumable'], { agentLostAtStep: 3 });
      expect(record.result).toBe('ABORTED');
      expect(record.events).toHaveLength(3);
    });
  });

  test('a program sees the failure of the last run', () => {
    let message = '';
    run(function* () {
      try {
        yield* step('retry', 1, failing(1));
      } catch (problem) {
        if (problem instanceof Thrown) message = problem.failure.message;
      }
    });
    expect(message).toBe('flaky');
  });
});
