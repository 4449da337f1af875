import { simulate } from '../../src/simulator/simulate';
import { type Argument, type Body, echo, FakeProgram, run, step, Thrown } from './fake-program';

const body: Body = () => echo('in the body');

/** The fault of one step in a node; everything around it must be over. */
function faultOf(name: string, ...args: readonly Argument[]): string | undefined {
  const record = run(() =>
    step('stage', 'S', () =>
      step('node', '', function* () {
        try {
          yield* step(name, ...args);
        } finally {
          yield* echo('nothing runs after a fault');
        }
      }),
    ),
  );
  if (record.failure === undefined) return undefined;
  expect(record.failure.kind).toBe('fault');
  expect(record.result).toBe('FAILURE');
  expect(record.log).not.toContain('nothing runs after a fault');
  expect(record.events.map(({ outcome }) => outcome)).toEqual(
    record.events.map(() => ({ kind: 'failure', failure: record.failure })),
  );
  expect(record.stages[0]?.result).toBe('FAILURE');
  return record.failure.message;
}

test.each<[string, string, readonly Argument[]]>([
  ["unknown step 'shh'; did you mean 'sh'?", 'shh', ['make']],
  ["unknown step 'somethingElseEntirely'", 'somethingElseEntirely', []],
  [
    "step 'junit' has no argument 'testResult'; did you mean 'testResults'?",
    'junit',
    [{ testResult: 'a.xml' }],
  ],
  ["step 'junit' needs argument 'testResults'", 'junit', []],
  ["step 'junit' needs argument 'testResults'", 'junit', [{ allowEmptyResults: true }]],
  ["step 'echo' wants a string as argument 'message', not 5", 'echo', [5]],
  ["step 'echo' wants a string as argument 'message', not null", 'echo', [null]],
  ["step 'sleep' wants an integer as argument 'time', not 1.5", 'sleep', [1.5]],
  ["step 'sleep' wants an integer as argument 'time', not \"5\"", 'sleep', ['5']],
  [
    "step 'sleep' wants one of SECONDS, MINUTES, HOURS as argument 'unit', not \"DAYS\"",
    'sleep',
    [{ time: 1, unit: 'DAYS' }],
  ],
  ["step 'pwd' wants true or false as argument 'tmp', not \"yes\"", 'pwd', [{ tmp: 'yes' }]],
  ["step 'pwd' takes its arguments by name", 'pwd', [true]],
  ["step 'writeFile' takes its arguments by name", 'writeFile', ['a', 'b']],
  ["step 'withEnv' wants a list as argument 'overrides', not \"A=1\"", 'withEnv', ['A=1', body]],
  ["step 'withEnv' wants a string as argument 'overrides[1]', not 2", 'withEnv', [['A=1', 2], body]],
  ["step 'withEnv' must be called with a body", 'withEnv', [['A=1']]],
  ["step 'echo' takes no closure", 'echo', ['x', body]],
  ["step 'stage' takes one closure only, after its other arguments", 'stage', ['x', body, body]],
  ["step 'stage' wants a string as argument 'name', not a closure", 'stage', [{ name: body }, body]],
  [
    "step 'publishHTML' has no argument 'target.reportname'; did you mean 'reportName'?",
    'publishHTML',
    [{ target: { reportname: 'x' } }],
  ],
  ["step 'publishHTML' needs argument 'target.reportDir'", 'publishHTML', [{ target: { reportName: 'x' } }]],
  ["step 'publishHTML' wants a map as argument 'target', not \"x\"", 'publishHTML', [{ target: 'x' }]],
  [
    "step 'recordCoverage' wants one of COBERTURA, JACOCO, LCOV as argument 'tools[0].parser', not \"PYTEST\"",
    'recordCoverage',
    [{ tools: [{ parser: 'PYTEST', pattern: 'x' }] }],
  ],
  [
    "step 'retry' wants made by agent, nonresumable as argument 'conditions[0]', not \"agent\"",
    'retry',
    [{ count: 2, conditions: ['agent'] }, body],
  ],
  [
    "step 'withCredentials' needs argument 'bindings[0].string.variable'",
    'withCredentials',
    [[{ $symbol: 'string', credentialsId: 'x' }], body],
  ],
  [
    'step \'checkout\' wants made by scm, scmGit as argument \'scm\', not {"$symbol":"git"}',
    'checkout',
    [{ $symbol: 'git' }],
  ],
  ["step 'parallel' expected a closure or failFast but found a", 'parallel', [{ a: 'x' }]],
  ["step 'parallel' expected a closure or failFast but found failFast", 'parallel', [{ failFast: 'yes' }]],
  ["step 'parallel' takes one map of closures", 'parallel', [body]],
  ["step 'parallel' cannot keep the order of a branch that is named '1'", 'parallel', [{ '1': body }]],
])('%s', (message, name, args) => {
  expect(faultOf(name, ...args)).toBe(message);
});

test.each<[string, readonly Argument[]]>([
  ['sh', [{ script: 'x', label: null }]],
  ['node', [body]],
  ['node', [{ label: 'linux' }, body]],
  ['retry', [2, body]],
  ['timestamps', [body]],
  ['milestone', []],
  ['parallel', [{ a: body, failFast: false }]],
])('%s is content with %j', (name, args) => {
  expect(faultOf(name, ...args)).toBeUndefined();
});

test('the fault names the place of the call', () => {
  const record = run(() => step('stage', 'S', () => step('ecko', 'x')));
  expect(record.failure).toMatchObject({ location: 'fake.ts:/0.0' });
});

test('a fault of the program ends the run, whichever thread has it', () => {
  const record = run(() =>
    step('parallel', {
      a: () => step('sleep', 5),
      b: function* () {
        yield* step('sleep', 1);
        throw new Thrown({
          kind: 'fault',
          message: 'expected to call x but wound up catching y',
          location: 'v.ts:3',
        });
      },
    }),
  );
  expect(record.failure).toEqual({
    kind: 'fault',
    message: 'expected to call x but wound up catching y',
    location: 'v.ts:3',
  });
  expect(record.events).toHaveLength(3);
  expect(record.duration).toBe(1_000);
});

test('a mistake of the simulator is no fault of the program', () => {
  expect(() =>
    run(function* () {
      yield* echo('x');
      throw new RangeError('bug');
    }),
  ).toThrow(RangeError);
});

test('a program that loops ends', () => {
  const program = new FakeProgram(function* () {
    for (;;) yield* echo('again');
  });
  const record = simulate(program, { scenario: {}, scripts: [], maximumSteps: 1000 });
  expect(record.failure?.message).toBe('more than 1000 steps: does the program loop?');
  expect(record.events).toHaveLength(1001);
});
