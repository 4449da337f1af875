/** The engine under the simulator: threads, clock, interruptions and the run record, as in production. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunRecord } from '../../src/simulator/record';
import type { Scenario } from '../../src/simulator/scenario';
import { simulateAsync } from '../../src/simulator/simulate';
import { describeWithEngine } from './with-engine';

describeWithEngine('a run on the engine', (load) => {
  let libraryFolder: string;

  beforeAll(async () => {
    libraryFolder = await mkdtemp(join(tmpdir(), 'gig-ci-flow-'));
    await cp(join(__dirname, 'fixtures', 'flow'), libraryFolder, { recursive: true });
    const runtime = join(__dirname, '..', '..', 'src', 'runtime');
    await cp(runtime, join(libraryFolder, 'src', 'gigci', 'runtime'), { recursive: true });
  });
  afterAll(() => rm(libraryFolder, { recursive: true }));

  async function run(jenkinsfile: string, scenario: Scenario = {}): Promise<RunRecord> {
    return simulateAsync(await load(jenkinsfile, { libraryFolder }), { scenario, scripts: [] });
  }

  const see = '  see https://jenkins.example.com/job/service/job/main/pipeline-syntax/globals#flow';

  const echoes = (record: RunRecord): readonly (readonly [message: unknown, second: number])[] =>
    record.events
      .filter((event) => event.operation === 'echo')
      .map((event) => [event.arguments['message'], event.began / 1000] as const);

  test('interleaves branches, interrupts at the deadline by the virtual clock, and tells the outcome', async () => {
    const record = await run("node { flow(minutes: 2, names: ['a', \"${'b'}\"]) }");
    expect(echoes(record)).toEqual([
      ['a', 10],
      ['b', 20],
      ['it FAILED', 140],
    ]);
    expect(record.failure).toEqual({ kind: 'error', message: 'waiting took longer than 2 minutes' });
    expect(record).toMatchObject({ result: 'FAILURE', duration: 140_000 });
  });

  test('goes on without a plugin that is not installed', async () => {
    const record = await run("flow(minutes: 90, names: ['a'])", { missingSteps: ['recordCoverage'] });
    expect(echoes(record)).toEqual([
      ['a', 10],
      ['recordCoverage is not installed: left out', 10],
      ['it SUCCESS', 3610],
    ]);
    expect(record.result).toBe('SUCCESS');
  });

  test('lets an abort through, after the outcome was told', async () => {
    const record = await run("flow(minutes: 90, names: ['a'])", { abortAtStep: 2 });
    expect(echoes(record)).toEqual([['it ABORTED', 0]]);
    expect(record).toMatchObject({ result: 'ABORTED', failure: { kind: 'interruption' } });
  });

  test('refuses wrong parameters with one message', async () => {
    const record = await run("flow(minuts: 2, names: ['a', 7])");
    const message = [
      'flow: 3 problems',
      '  minutes                 is required: how long it may take',
      '  names[1]                is not a string: 7',
      "  minuts                  is not a parameter; did you mean 'minutes'?",
      see,
    ].join('\n');
    expect(record.failure).toEqual({ kind: 'error', message });
  });

  test('refuses them whatever the call passes besides: what is no plain data does not stay alive', async () => {
    const record = await run(
      'def x = 1\nflow(minutes: 0.5, names: ["${x}", 2.5, \'c\' as char], later: [2.5])',
    );
    const message = [
      'flow: 3 problems',
      '  minutes                 is not a whole number: 0.5',
      '  names[1]                is not a string: 2.5',
      '  later                   is not a parameter',
      see,
    ].join('\n');
    expect(record.failure).toEqual({ kind: 'error', message });
  });

  test.each([
    ['flow(null)', '  minutes                 is required: how long it may take'],
    ["flow('x')", "  flow                    takes named arguments, not 'x'"],
    ['flow([1])', '  flow                    takes named arguments, not a list'],
  ])('%s', async (call, problem) => {
    const record = await run(call);
    expect(record.failure?.message.split('\n')).toContain(problem);
  });
});
