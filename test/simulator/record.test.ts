import Ajv2020 from 'ajv/dist/2020';
import type { Progress } from '../../src/simulator/progress';
import type { Program, Signal } from '../../src/simulator/program';
import type { Scenario } from '../../src/simulator/scenario';
import { recordSchema, scenarioSchema } from '../../src/simulator/schemas';
import { simulate, simulateAsync } from '../../src/simulator/simulate';
import { steps } from '../../src/jenkins';
import { implementations } from '../../src/simulator/steps';
import { type Body, echo, FakeProgram, run, step } from './fake-program';
import { output, script } from './scripts';

const scripts = [
  script('start.sh', {
    outputs: [output('port', 'integer', '1')],
    acquires: ['container'],
    payload: 'PAYLOAD',
  }),
];

/** A bit of everything. */
const main: Body = function* () {
  yield* step('stage', 'Build', () =>
    step('node', '', () =>
      step('withEnv', ['GIG_PAYLOAD={}'], function* () {
        const text = yield* step('libraryResource', 'gig-ci/start.sh');
        yield* step('retry', 2, () => step('sh', { script: text, returnStdout: true }));
        yield* step('parallel', { a: () => step('sh', 'make'), b: () => step('unstable', 'weak') });
      }),
    ),
  );
  yield* step('stage', 'Publish', () => echo('Skipped: no branch'));
};

const scenarios: readonly (readonly [string, Scenario])[] = [
  ['unstable', {}],
  ['aborted', { abortAtStep: 7 }],
  ['failed', { commands: [{ command: 'make', exit: 2 }] }],
  ['retried', { commands: [{ command: 'start.sh', call: 1, exit: 2 }] }],
  ['missing', { missingSteps: ['retry'] }],
];

describe('record.schema.json', () => {
  const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(recordSchema);

  test.each(scenarios)('fits the record of a run that is %s', (_name, scenario) => {
    const record = run(main, scenario, { scripts });
    // As it is written to a file.
    expect(validate(JSON.parse(JSON.stringify(record)))).toBe(true);
    expect(validate.errors).toBeNull();
    expect(JSON.parse(JSON.stringify(record))).toEqual(record);
  });

  test('fits a fault', () => {
    expect(validate(run(() => step('nothing')))).toBe(true);
  });

  test('refuses what is no record', () => {
    const record = run(main, {}, { scripts });
    expect(validate({ ...record, result: 'FAILED' })).toBe(false);
    expect(validate({ ...record, extra: 1 })).toBe(false);
    expect(validate({ ...record, failure: { kind: 'interruption', message: 'x' } })).toBe(false);
    expect(validate({ ...record, failure: { kind: 'error', message: 'x', result: 'ABORTED' } })).toBe(false);
    expect(validate({ ...record, events: [{ ...record.events[0], thread: 'main' }] })).toBe(false);
  });

  test('every part of both schemas is described', () => {
    for (const schema of [recordSchema, scenarioSchema]) {
      for (const [name, part] of Object.entries(schema.properties)) {
        const described = 'description' in part || '$ref' in part;
        expect([name, described]).toEqual([name, true]);
      }
    }
  });
});

describe('the record', () => {
  test('keeps what arguments were, whatever the program does to them later, and no results of bodies', () => {
    const overrides = ['GIG_A=1'];
    const signals: Signal[] = [
      { kind: 'step', name: 'withEnv', arguments: [overrides, { $body: 0 }] },
      { kind: 'ended', outcome: { kind: 'value', value: ['v1'] } },
      { kind: 'ended', outcome: { kind: 'value', value: null } },
    ];
    const next = (): Signal => {
      const signal = signals.shift();
      if (signal === undefined) throw new Error('the program is over');
      return signal;
    };
    const program: Program<Signal> = {
      start: next,
      startBody: next,
      resume: () => {
        overrides.push('GIG_B=2');
        return next();
      },
    };
    const record = simulate(program, { scenario: {}, scripts: [] });
    expect(record.events[0]).toMatchObject({
      arguments: { overrides: ['GIG_A=1'] },
      outcome: { kind: 'value', value: null },
    });
  });

  test('is the same for a program that answers with promises', async () => {
    const program = new FakeProgram(main);
    const later: Program<Promise<Signal>> = {
      start: (context) => Promise.resolve(program.start(context)),
      resume: (thread, outcome, context) => Promise.resolve(program.resume(thread, outcome, context)),
      startBody: (thread, parent, ordinal, context) =>
        Promise.resolve(program.startBody(thread, parent, ordinal, context)),
    };
    const scenario: Scenario = { abortAtStep: 9 };
    expect(await simulateAsync(later, { scenario, scripts })).toEqual(run(main, scenario, { scripts }));
  });
});

describe('progress', () => {
  test('tells stages, steps and lines as they happen', () => {
    const heard: string[] = [];
    const onEvent = (progress: Progress): void => {
      switch (progress.kind) {
        case 'stageBegan':
          heard.push(`stage ${progress.name} in '${progress.thread}' at ${progress.began}`);
          break;
        case 'stageSkipped':
          heard.push(`${progress.name} skipped: ${progress.reason}`);
          break;
        case 'stageEnded':
          heard.push(`${progress.stage.name} ${progress.stage.result} at ${progress.stage.ended}`);
          break;
        case 'stepBegan':
          heard.push(`${progress.event.operation} ${JSON.stringify(progress.event.arguments)}`);
          break;
        case 'stepEnded':
          heard.push(`${progress.event.operation} ended at ${progress.event.ended}`);
          break;
        case 'line':
          heard.push(`> ${progress.text} at ${progress.time}`);
          break;
        case 'ended':
          heard.push(`${progress.result} after ${progress.duration}`);
      }
    };
    run(
      function* () {
        yield* step('stage', 'Wait', () => step('sleep', 2));
        yield* step('stage', 'Publish', () => echo('Skipped: no'));
      },
      {},
      { onEvent },
    );
    expect(heard).toEqual([
      'stage {"name":"Wait"}',
      "stage Wait in '/0.0' at 0",
      'sleep {"time":2}',
      'sleep ended at 2000',
      'Wait SUCCESS at 2000',
      'stage ended at 2000',
      'stage {"name":"Publish"}',
      "stage Publish in '/1.0' at 2000",
      'echo {"message":"Skipped: no"}',
      'Publish skipped: no',
      '> Skipped: no at 2000',
      'echo ended at 2000',
      'Publish SUCCESS at 2000',
      'stage ended at 2000',
      '> Finished: SUCCESS at 2000',
      'SUCCESS after 2000',
    ]);
  });
});

test('the simulator knows exactly the steps of the catalogue', () => {
  expect([...implementations.keys()].sort()).toEqual([...steps.keys()].sort());
});

test('a long run is quick', () => {
  const count = 100_000;
  const began = performance.now();
  const record = run(() =>
    step('node', '', function* () {
      for (let index = 0; index < count / 2; index += 1) {
        yield* step('withEnv', [`GIG_INDEX=${index}`], () => step('sh', 'make "${GIG_INDEX-}"'));
      }
    }),
  );
  expect(record.events).toHaveLength(count + 1);
  // About 0.3 s on the machine of the first measurement; a quadratic algorithm takes minutes.
  expect(performance.now() - began).toBeLessThan(10_000);
});
