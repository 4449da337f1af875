import { type Body, echo, run, shown, step } from './fake-program';

const sleeping =
  (seconds: number): Body =>
  () =>
    step('sleep', seconds);

const failing = (seconds: number, message: string): Body =>
  function* () {
    yield* step('sleep', seconds);
    yield* step('error', message);
  };

describe('lock', () => {
  const holding = (name: string, seconds: number, options = {}): Body =>
    function* () {
      yield* step('lock', { resource: 'nvd', ...options }, function* () {
        yield* step('echo', `in ${name}`);
        yield* step('sleep', seconds);
      });
    };

  /** When each branch was inside. */
  const inside = (record: ReturnType<typeof run>) =>
    record.events.flatMap(({ operation, arguments: given, began }) =>
      operation === 'echo' ? [`${shown(given['message'])} at ${began}`] : [],
    );

  test('lets one branch in at a time, in the order in which they came', () => {
    const record = run(() =>
      step('parallel', { a: holding('a', 3), b: holding('b', 2), c: holding('c', 1) }),
    );
    expect(inside(record)).toEqual(['in a at 0', 'in b at 3000', 'in c at 5000']);
    expect(record.duration).toBe(6_000);
  });

  test('inversePrecedence overtakes', () => {
    const record = run(() =>
      step('parallel', {
        a: holding('a', 3),
        b: holding('b', 2),
        c: holding('c', 1, { inversePrecedence: true }),
      }),
    );
    expect(inside(record)).toEqual(['in a at 0', 'in c at 3000', 'in b at 4000']);
  });

  test('different resources do not wait for each other', () => {
    const record = run(() =>
      step('parallel', { a: holding('a', 3), b: () => step('lock', 'other', sleeping(1)) }),
    );
    expect(record.duration).toBe(3_000);
  });

  test('is given back when the body fails', () => {
    const record = run(() =>
      step('parallel', { a: () => step('lock', 'nvd', failing(2, 'broken')), b: holding('b', 1) }),
    );
    expect(inside(record)).toEqual(['in b at 2000']);
  });

  test('a branch that stops waiting leaves the queue', () => {
    const record = run(() =>
      step('parallel', {
        a: holding('a', 120),
        b: function* () {
          try {
            yield* step('timeout', 1, holding('b', 1));
          } catch {
            yield* echo('gave up');
          }
        },
        c: holding('c', 1),
      }),
    );
    expect(inside(record)).toEqual(['in a at 0', 'gave up at 60000', 'in c at 120000']);
  });

  test('a lock within itself never comes: the run says so instead of hanging', () => {
    const record = run(() => step('lock', 'nvd', holding('b', 1)));
    expect(record.result).toBe('FAILURE');
    expect(record.failure).toEqual({
      kind: 'fault',
      message: "the build never ends: it waits in 'lock' of thread '/0.0'",
      location: 'fake.ts:/0.0',
    });
  });
});

describe('milestone', () => {
  test('passes, in ascending order', () => {
    const record = run(function* () {
      yield* step('milestone');
      yield* step('milestone', { ordinal: 5 });
      yield* step('milestone', { label: 'next' });
    });
    expect(record.log.slice(0, 3)).toEqual([
      'Trying to pass milestone 0',
      'Trying to pass milestone 5',
      'Trying to pass milestone 6',
    ]);
  });

  test('fails in descending order', () => {
    const record = run(function* () {
      yield* step('milestone', { ordinal: 5 });
      yield* step('milestone', { ordinal: 5 });
    });
    expect(record.failure?.message).toBe('Invalid ordinal 5, as the previous one was 5');
  });

  test('ends a superseded build as NOT_BUILT', () => {
    const record = run(
      function* () {
        yield* step('milestone', { ordinal: 1 });
        yield* echo('never');
      },
      { superseded: true, buildNumber: 7, job: 'gig' },
    );
    expect(record.result).toBe('NOT_BUILT');
    expect(record.failure).toEqual({
      kind: 'interruption',
      result: 'NOT_BUILT',
      message: 'Superseded by gig#8',
    });
    expect(record.log).not.toContain('never');
  });

  test('is refused in a branch', () => {
    const record = run(() =>
      step('parallel', { a: () => step('milestone', { ordinal: 1 }), b: sleeping(1) }),
    );
    expect(record.failure?.message).toBe('Using a milestone step inside parallel is not allowed');
  });
});
