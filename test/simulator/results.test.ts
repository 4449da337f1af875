import type { Failure } from '../../src/simulator/program';
import type { StageRecord } from '../../src/simulator/record';
import { echo, run, shown, step, Thrown, trace, type View } from './fake-program';

/** Name and result of each stage. */
const results = (stages: readonly StageRecord[]): readonly string[] =>
  stages.map(({ name, result, skipped }) =>
    [name, result, ...(skipped === undefined ? [] : [skipped])].join(' | '),
  );

describe('echo, error, unstable', () => {
  test('echo prints line by line and takes no time', () => {
    const record = run(function* () {
      yield* echo('one\ntwo');
    });
    expect(record.log).toEqual(['one', 'two', 'Finished: SUCCESS']);
    expect(record.result).toBe('SUCCESS');
    expect(record.duration).toBe(0);
    expect(trace(record)).toEqual([': echo one\ntwo 0-0']);
  });

  test('error fails the build with its message', () => {
    const record = run(function* () {
      yield* step('error', 'no database');
      yield* echo('never');
    });
    expect(record.result).toBe('FAILURE');
    expect(record.failure).toEqual({ kind: 'error', message: 'no database' });
    expect(trace(record)).toEqual([': error no database 0-0 ! no database']);
    expect(record.log).toEqual(['ERROR: no database', 'Finished: FAILURE']);
  });

  test('a program may catch an error and go on', () => {
    const record = run(function* () {
      try {
        yield* step('error', 'no database');
      } catch (problem) {
        if (problem instanceof Thrown) yield* echo(`caught: ${problem.message}`);
      }
    });
    expect(record.result).toBe('SUCCESS');
    expect(record.failure).toBeUndefined();
    expect(record.log).toEqual(['caught: no database', 'Finished: SUCCESS']);
  });

  test('unstable goes on, and the program sees the worse result', () => {
    const view: View = {
      context: { time: 0, environment: {}, build: { number: 0, currentResult: '', result: '' } },
    };
    const seen: unknown[] = [];
    const record = run(
      function* () {
        seen.push(view.context.build);
        yield* step('unstable', 'coverage fell');
        seen.push(view.context.build);
      },
      {},
      { view },
    );
    expect(record.result).toBe('UNSTABLE');
    expect(record.failure).toBeUndefined();
    expect(seen).toEqual([
      { number: 42, currentResult: 'SUCCESS', result: null },
      { number: 42, currentResult: 'UNSTABLE', result: 'UNSTABLE' },
    ]);
  });

  test('a result only gets worse', () => {
    const record = run(function* () {
      yield* step('unstable', 'first');
      yield* step('error', 'then');
    });
    expect(record.result).toBe('FAILURE');
  });

  test.each<[Failure, string]>([
    [{ kind: 'error', message: 'x' }, 'FAILURE'],
    [{ kind: 'missingStep', message: 'x' }, 'FAILURE'],
    [{ kind: 'interruption', result: 'ABORTED', message: 'x' }, 'ABORTED'],
    [{ kind: 'interruption', result: 'NOT_BUILT', message: 'x' }, 'NOT_BUILT'],
    [{ kind: 'fault', message: 'x' }, 'FAILURE'],
  ])('an uncaught %j makes the build %s', (failure, result) => {
    const record = run(function* () {
      yield* echo('before');
      throw new Thrown(failure);
    });
    expect(record.result).toBe(result);
    expect(record.failure).toEqual(failure);
  });
});

describe('stage', () => {
  test('returns what its body returns and names the thread of its steps', () => {
    const record = run(function* () {
      const value = yield* step('stage', 'Build', function* () {
        yield* step('sleep', 3);
        return 5;
      });
      yield* echo(`got ${shown(value)}`);
    });
    expect(record.stages).toEqual([
      { name: 'Build', thread: '/0.0', began: 0, ended: 3000, result: 'SUCCESS' },
    ]);
    expect(trace(record)).toEqual([': stage Build 0-3000', '/0.0: sleep 0-3000', ': echo got 5 3000-3000']);
  });

  test('takes its result from what happened inside, also far inside', () => {
    const record = run(function* () {
      yield* step('stage', 'outer', function* () {
        yield* step('stage', 'quiet', function* () {
          yield* echo('nothing');
        });
        yield* step('stage', 'unstable', function* () {
          yield* step('withEnv', ['GIG_A=b'], function* () {
            yield* step('unstable', 'weak');
          });
        });
        try {
          yield* step('stage', 'failed', function* () {
            yield* step('error', 'broken');
          });
        } catch {
          yield* echo('caught');
        }
      });
    });
    expect(results(record.stages)).toEqual([
      'outer | UNSTABLE',
      'quiet | SUCCESS',
      'unstable | UNSTABLE',
      'failed | FAILURE',
    ]);
    expect(record.result).toBe('UNSTABLE');
  });

  test('an interruption inside gives its own result', () => {
    const record = run(
      function* () {
        yield* step('stage', 'Publish', function* () {
          yield* step('milestone', { ordinal: 1 });
        });
      },
      { superseded: true },
    );
    expect(results(record.stages)).toEqual(['Publish | NOT_BUILT']);
  });

  test('a stage that begins with "Skipped: " is skipped for that reason', () => {
    const record = run(function* () {
      yield* step('stage', 'Sonar', function* () {
        yield* echo('Skipped: pull request');
      });
      yield* step('stage', 'Late', function* () {
        yield* echo('works');
        yield* echo('Skipped: no');
      });
      yield* step('stage', 'Deep', function* () {
        yield* step('withEnv', [], function* () {
          yield* echo('Skipped: not the first step of the stage');
        });
      });
    });
    expect(results(record.stages)).toEqual([
      'Sonar | SUCCESS | pull request',
      'Late | SUCCESS',
      'Deep | SUCCESS',
    ]);
  });

  test('needs a name', () => {
    const record = run(function* () {
      yield* step('stage', '', function* () {
        yield* echo('never');
      });
    });
    expect(record.failure).toEqual({ kind: 'error', message: 'must specify name' });
    expect(record.events).toHaveLength(1);
  });
});
