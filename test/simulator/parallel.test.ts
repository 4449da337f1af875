import type { Failure } from '../../src/simulator/program';
import type { Scenario } from '../../src/simulator/scenario';
import { type Body, echo, run, step, Thrown, trace } from './fake-program';

const sleeping = (seconds: number, value = ''): Body =>
  function* () {
    yield* step('sleep', seconds);
    return value;
  };

const failing = (seconds: number, message: string): Body =>
  function* () {
    yield* step('sleep', seconds);
    yield* step('error', message);
  };

describe('parallel', () => {
  test('runs branches side by side and returns their values by name, in the order of the branches', () => {
    const record = run(function* () {
      const values = yield* step('parallel', { slow: sleeping(5, 'S'), quick: sleeping(2, 'Q') });
      yield* echo(JSON.stringify(values));
    });
    expect(record.duration).toBe(5_000);
    expect(record.log[0]).toBe('{"slow":"S","quick":"Q"}');
    expect(record.events[0]?.arguments).toEqual({ slow: '<body>', quick: '<body>' });
    expect(record.events.slice(1, 3).map(({ thread }) => thread)).toEqual(['/0.0', '/0.1']);
  });

  test('interleaves on the virtual clock', () => {
    const record = run(function* () {
      yield* step('parallel', {
        a: function* () {
          yield* step('sleep', 2);
          yield* step('sleep', 2);
        },
        b: function* () {
          yield* step('sleep', 3);
          yield* echo('b');
        },
      });
    });
    expect(trace(record)).toEqual([
      ': parallel 0-4000',
      '/0.0: sleep 0-2000',
      '/0.1: sleep 0-3000',
      '/0.0: sleep 2000-4000',
      '/0.1: echo b 3000-3000',
    ]);
  });

  test('no branches give an empty map', () => {
    const record = run(function* () {
      yield* echo(JSON.stringify(yield* step('parallel', {})));
    });
    expect(record.log[0]).toBe('{}');
  });

  test('without failFast all branches end, then the build fails', () => {
    const record = run(() => step('parallel', { a: failing(1, 'first'), b: sleeping(10) }));
    expect(record.duration).toBe(10_000);
    expect(record.failure).toEqual({ kind: 'error', message: 'first' });
    expect(record.log).toContain('Failed in branch a');
  });

  test('failFast interrupts the other branches, and the first failure is thrown', () => {
    const record = run(() =>
      step('parallel', {
        a: failing(1, 'first'),
        b: function* () {
          try {
            yield* step('sleep', 10);
          } finally {
            yield* step('error', 'in finally');
          }
        },
        c: () => step('stage', 'C', sleeping(3)),
        failFast: true,
      }),
    );
    expect(record.duration).toBe(1_000);
    expect(record.failure).toEqual({ kind: 'error', message: 'first' });
    expect(
      record.events.filter(({ operation }) => operation === 'sleep').map(({ outcome }) => outcome),
    ).toEqual([
      { kind: 'value', value: null },
      {
        kind: 'failure',
        failure: { kind: 'interruption', result: 'ABORTED', message: 'Failed in branch a' },
      },
      {
        kind: 'failure',
        failure: { kind: 'interruption', result: 'ABORTED', message: 'Failed in branch a' },
      },
    ]);
    expect(record.stages[0]?.result).toBe('ABORTED');
  });

  test('failFast reaches a branch that has not begun', () => {
    const record = run(() =>
      step('parallel', { a: () => step('error', 'at once'), b: sleeping(5), failFast: true }),
    );
    expect(record.duration).toBe(0);
    expect(trace(record).at(-1)).toBe('/0.1: sleep 0-0 ! Failed in branch a');
  });

  const abort: Failure = { kind: 'interruption', result: 'ABORTED', message: 'abort' };
  const superseded: Failure = { kind: 'interruption', result: 'NOT_BUILT', message: 'superseded' };
  const early: Failure = { kind: 'error', message: 'early' };
  const late: Failure = { kind: 'error', message: 'late' };
  const missing: Failure = { kind: 'missingStep', message: 'missing' };

  test.each([
    [early, [early, late]],
    [late, [abort, late]],
    [missing, [early, missing, abort]],
    [abort, [superseded, abort]],
    [superseded, [superseded]],
  ])('throws %j of %j', (expected, failures) => {
    const branches = failures.map((failure, index): [string, Body] => [
      `branch${index}`,
      function* () {
        yield* step('sleep', index);
        throw new Thrown(failure);
      },
    ]);
    expect(run(() => step('parallel', Object.fromEntries(branches))).failure).toEqual(expected);
  });

  test('a failure of a branch can be caught around all of them', () => {
    const record = run(function* () {
      try {
        yield* step('parallel', { a: failing(1, 'one'), b: failing(2, 'two') });
      } catch (problem) {
        if (problem instanceof Thrown) yield* echo(problem.message);
      }
    });
    expect(record.result).toBe('SUCCESS');
    expect(record.log.at(-2)).toBe('one');
  });

  test('branches start branches', () => {
    const record = run(() =>
      step('parallel', {
        a: () => step('parallel', { x: sleeping(1), y: sleeping(2) }),
        b: sleeping(3),
      }),
    );
    expect(record.events.map(({ thread }) => thread)).toEqual(['', '/0.0', '/0.1', '/0.0/0.0', '/0.0/0.1']);
    expect(record.duration).toBe(3_000);
  });
});

describe('a seed', () => {
  const branches = ['a', 'b', 'c', 'd', 'e'];

  /** Order in which the branches begin and go on. */
  function order(scenario: Scenario): {
    readonly threads: readonly string[];
    readonly traces: readonly string[];
  } {
    const record = run(
      () => step('parallel', Object.fromEntries(branches.map((name) => [name, sleeping(1)]))),
      scenario,
    );
    return { threads: record.events.map(({ thread }) => thread), traces: [...trace(record)].sort() };
  }

  test('0 keeps the order', () => {
    expect(order({}).threads).toEqual(['', '/0.0', '/0.1', '/0.2', '/0.3', '/0.4']);
  });

  test('permutes what is due at the same time, the same way each time, and nothing else', () => {
    const orders = [0, 1, 2, 3, 4].map((seed) => order({ seed }));
    expect(new Set(orders.map(({ threads }) => threads.join())).size).toBeGreaterThan(3);
    expect(order({ seed: 3 })).toEqual(orders[3]);
    for (const { traces } of orders) expect(traces).toEqual(orders[0]?.traces);
  });
});
