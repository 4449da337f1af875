import type { Scenario } from '../../src/simulator/scenario';
import { type Body, echo, run, shown, step, Thrown, trace } from './fake-program';

const aborted = { kind: 'interruption', result: 'ABORTED', message: 'Aborted by the scenario' };

/** Acquires, works in branches, releases whatever happens. */
const main: Body = () =>
  step('stage', 'Tests', () =>
    step('node', '', function* () {
      yield* step('sh', 'start database');
      try {
        yield* step('parallel', {
          a: function* () {
            yield* step('sh', 'test a');
            yield* step('sh', 'report a');
          },
          b: () => step('lock', 'nvd', () => step('sh', 'test b')),
          c: () => step('lock', 'nvd', () => step('sh', 'test c')),
        });
        yield* step('withEnv', ['GIG_A=1'], () => step('sh', 'publish'));
      } finally {
        yield* step('sh', 'stop database');
      }
    }),
  );

const commands = (scenario: Scenario): readonly string[] =>
  run(main, scenario).events.flatMap(({ operation, arguments: given, outcome }) =>
    operation === 'sh' ? [`${shown(given['script'])}${outcome.kind === 'failure' ? ' !' : ''}`] : [],
  );

describe('an abort', () => {
  const whole = run(main);

  test('leaves the run alone that has fewer steps', () => {
    expect(whole.result).toBe('SUCCESS');
    expect(run(main, { abortAtStep: whole.events.length + 1 })).toEqual(whole);
  });

  test.each(whole.events.map(({ operation }, index) => [index + 1, operation] as const))(
    'at step %i (%s) ends ABORTED, and what was started is stopped',
    (abortAtStep) => {
      const record = run(main, { abortAtStep });
      expect(record.result).toBe('ABORTED');
      expect(record.failure).toEqual(aborted);
      expect(record.events[abortAtStep - 1]?.outcome).toEqual({ kind: 'failure', failure: aborted });
      expect(record.events.slice(0, abortAtStep - 1).map(({ operation }) => operation)).toEqual(
        whole.events.slice(0, abortAtStep - 1).map(({ operation }) => operation),
      );
      if (abortAtStep > 1) expect(record.stages[0]?.result).toBe('ABORTED');
      const ran = commands({ abortAtStep });
      const started = ran.includes('start database');
      expect(ran.filter((command) => command.startsWith('stop database'))).toHaveLength(started ? 1 : 0);
      const later = record.events.slice(abortAtStep).map(({ arguments: given }) => given['script']);
      expect(later).not.toContain('publish');
    },
  );

  test('reaches all branches at once, those that sleep and those that wait', () => {
    // stage, node, start, parallel, three branches: the third branch begins to wait for the lock.
    const began = whole.events.findIndex(({ thread }) => thread.endsWith('.2'));
    expect(commands({ abortAtStep: began + 1 })).toEqual([
      'start database',
      'test a !',
      'test b !',
      'stop database',
    ]);
  });

  test('may come from who hears of the run, at whatever he hears', () => {
    let count = 0;
    run(main, {}, { onEvent: () => (count += 1) });
    expect(count).toBeGreaterThan(30);
    // The last two tell how the build has ended.
    for (let moment = 1; moment < count - 1; moment += 1) {
      const controller = new AbortController();
      let heard = 0;
      const onEvent = (): void => {
        heard += 1;
        if (heard === moment) controller.abort('jane');
      };
      const record = run(main, {}, { abort: controller.signal, onEvent });
      expect([moment, record.result, record.failure?.message]).toEqual([
        moment,
        'ABORTED',
        'Aborted by jane',
      ]);
      const commandsThat = (script: string, ended: (kind: string) => boolean): number =>
        record.events.filter((event) => event.arguments['script'] === script && ended(event.outcome.kind))
          .length;
      expect(commandsThat('stop database', () => true)).toBe(
        commandsThat('start database', (kind) => kind === 'value'),
      );
    }
  });

  test('comes once: steps of a finally run normally', () => {
    const record = run(
      function* () {
        try {
          yield* step('sleep', 60);
        } finally {
          yield* echo('cleaning');
          yield* step('sleep', 2);
        }
      },
      { abortAtStep: 1 },
    );
    expect(trace(record)).toEqual([
      ': sleep 0-0 ! Aborted by the scenario',
      ': echo cleaning 0-0',
      ': sleep 0-2000',
    ]);
  });

  test('reaches a branch that has not begun', () => {
    const record = run(
      () =>
        step('parallel', {
          a: () => step('sleep', 1),
          b: function* () {
            try {
              yield* step('sleep', 2);
            } finally {
              yield* step('sleep', 3);
            }
          },
        }),
      { abortAtStep: 2 },
    );
    expect(trace(record)).toEqual([
      ': parallel 0-3000 ! Aborted by the scenario',
      '/0.0: sleep 0-0 ! Aborted by the scenario',
      '/0.1: sleep 0-0 ! Aborted by the scenario',
      '/0.1: sleep 0-3000',
    ]);
  });

  test('lets virtual time be what it was', () => {
    const record = run(
      () =>
        step('parallel', {
          a: () => step('sleep', 10),
          b: function* () {
            yield* step('sleep', 4);
            yield* echo('now');
          },
        }),
      { abortAtStep: 4 },
    );
    expect(record.duration).toBe(4_000);
  });

  test('cannot be swallowed: the build stays ABORTED', () => {
    const record = run(
      function* () {
        try {
          yield* step('sleep', 1);
        } catch {
          yield* echo('swallowed');
        }
      },
      { abortAtStep: 1 },
    );
    expect(record.result).toBe('ABORTED');
    expect(record.failure).toEqual(aborted);
  });

  test('a failure on the way out does not make it better', () => {
    const record = run(
      function* () {
        try {
          yield* step('sleep', 1);
        } finally {
          yield* step('error', 'cleaning failed');
        }
      },
      { abortAtStep: 1 },
    );
    expect(record.result).toBe('ABORTED');
    expect(record.failure).toEqual({ kind: 'error', message: 'cleaning failed' });
  });

  test('takes a lock from a branch that was about to get it', () => {
    // `a` gives the lock to `b` at the moment in which its own next step is aborted.
    const record = run(
      () =>
        step('parallel', {
          a: function* () {
            yield* step('lock', 'nvd', () => step('sleep', 1));
            yield* echo('abort here');
          },
          b: function* () {
            try {
              yield* step('lock', 'nvd', () => echo('never'));
            } finally {
              yield* step('lock', 'nvd', () => echo('cleaning'));
            }
          },
        }),
      { abortAtStep: 5 },
    );
    expect(record.events.flatMap(({ arguments: given }) => given['message'] ?? [])).toEqual([
      'abort here',
      'cleaning',
    ]);
  });
});

describe('the loss of an agent', () => {
  test('interrupts what runs in its node, and nothing else', () => {
    const record = run(
      () =>
        step('parallel', {
          lost: () =>
            step('node', '', function* () {
              yield* step('parallel', { x: () => step('sh', 'x'), y: () => step('sh', 'y') });
            }),
          other: () => step('node', '', () => step('sh', 'z')),
        }),
      { agentLostAtStep: 7 },
    );
    expect(record.result).toBe('ABORTED');
    const ends = record.events.flatMap(({ operation, arguments: given, outcome, ended }) =>
      operation === 'sh' ? [[given['script'], outcome.kind, ended]] : [],
    );
    expect(ends).toEqual([
      ['z', 'value', 1_000],
      ['x', 'failure', 0],
      ['y', 'failure', 0],
    ]);
  });

  test('outside node nothing happens', () => {
    const record = run(() => step('sleep', 1), { agentLostAtStep: 1 });
    expect(record.result).toBe('SUCCESS');
  });
});

describe('a step whose plugin is missing', () => {
  test('throws NoSuchMethodError', () => {
    let kind = '';
    const record = run(
      function* () {
        yield* step('node', '', function* () {
          try {
            yield* step('recordCoverage', { tools: [{ parser: 'COBERTURA', pattern: 'a.xml' }] });
          } catch (problem) {
            if (problem instanceof Thrown) kind = problem.failure.kind;
            throw problem;
          }
        });
      },
      { missingSteps: ['recordCoverage'] },
    );
    expect(kind).toBe('missingStep');
    expect(record.result).toBe('FAILURE');
    expect(record.failure).toEqual({
      kind: 'missingStep',
      message: "No such DSL method 'recordCoverage' found among steps",
    });
  });

  test('does not run its body', () => {
    const record = run(() => step('timestamps', () => echo('never')), { missingSteps: ['timestamps'] });
    expect(record.events).toHaveLength(1);
  });
});
