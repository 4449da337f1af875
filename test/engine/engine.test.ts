import type { Outcome } from '../../src/simulator/program';
import { context, error, interruption, runSteps, value } from './run-steps';
import { describeWithEngine } from './with-engine';

describeWithEngine('the CPS engine', (load) => {
  const loops = [
    'echo ["for-in a"]',
    'echo ["for-in b"]',
    'echo ["index 0 a"]',
    'echo ["index 1 b"]',
    'echo ["entry a 1"]',
    'echo ["entry b 2"]',
    'echo ["each x 1"]',
    'echo ["element a"]',
    'echo ["element b"]',
    'echo ["while 0"]',
    'echo ["while 1"]',
  ];

  test.each(['every step', 'never'] as const)('runs steps in loops, saving %s', async (saving) => {
    const program = await load("@Library('gig-ci@v1') _\nloops(names: ['a', 'b'])", { saving });
    const { steps, outcome } = await runSteps(program);
    expect(steps).toEqual(loops);
    expect(outcome).toEqual(value(null));
  });

  test('names the line of the innermost call', async () => {
    const { locations } = await runSteps(await load("loops(names: ['a'])\necho('end')"));
    expect(locations.slice(0, 2)).toEqual(['vars/loops.groovy:5', 'vars/loops.groovy:9']);
    expect(locations.at(-1)).toBe('Jenkinsfile:2');
  });

  test('runs a body again and again: it sees what the run before changed', async () => {
    const program = await load('bodies()');
    const { steps } = await runSteps(program, {
      retry: async (_, run) => {
        await run(0);
        await run(0);
        return run(0);
      },
      parallel: () => value({ one: null, two: { branch: 'two' } }),
    });
    expect(steps.slice(0, 5)).toEqual([
      'retry [{"count":3},{"$body":0}]',
      '/1 sh ["attempt 1"]',
      '/2 sh ["attempt 2"]',
      '/3 sh ["attempt 3"]',
      'echo ["result 3 after 3"]',
    ]);
  });

  test('runs bodies side by side', async () => {
    const program = await load('bodies()');
    let signal = await program.start(context);
    expect(signal).toMatchObject({ name: 'retry' });
    signal = await program.resume('', value(1), context);
    signal = await program.resume('', value(null), context);
    expect(signal).toMatchObject({
      name: 'parallel',
      arguments: [{ one: { $body: 0 }, two: { $body: 1 }, failFast: true }],
    });
    expect(await program.startBody('one', '', 0, context)).toMatchObject({ arguments: ['begin one'] });
    expect(await program.startBody('two', '', 1, context)).toMatchObject({ arguments: ['begin two'] });
    expect(await program.resume('two', value(null), context)).toMatchObject({ arguments: ['end two'] });
    expect(await program.resume('one', value(null), context)).toMatchObject({ arguments: ['end one'] });
    // What a branch returned stays in the program, which has saved it by the time that the other one ends.
    const ended = (branch: string) => ({ kind: 'ended', outcome: value({ $result: branch }) });
    expect(await program.resume('two', value(null), context)).toEqual(ended('two'));
    expect(await program.resume('one', value(null), context)).toEqual(ended('one'));
    const results = value({ one: { $result: 'one' }, two: { $result: 'two' } });
    // The branches filled one list between them, in the order in which they ended.
    expect(await program.resume('', results, context)).toMatchObject({ arguments: ['two one two'] });
  });

  test('hands an error to catch, runs finally, and reports what the script throws', async () => {
    const program = await load("failures(who: 'a pure function')");
    const { steps, outcome } = await runSteps(program, { sh: () => error('script returned exit code 1') });
    expect(steps.slice(1)).toEqual(['echo ["caught script returned exit code 1"]', 'echo ["finally"]']);
    expect(outcome).toEqual(error('from a pure function'));
  });

  test('lets an interruption pass every catch of an author', async () => {
    const { steps, outcome } = await runSteps(await load('failures()'), {
      sh: () => interruption('aborted'),
    });
    expect(steps.slice(1)).toEqual(['echo ["finally"]']);
    expect(outcome).toEqual(interruption('aborted'));
  });

  test('lets the error of a step that is not installed pass every catch of Exception', async () => {
    const message = "No such DSL method 'junit' found among steps";
    const missing = { kind: 'failure', failure: { kind: 'missingStep', message } } as const;
    const jenkinsfile =
      "try { junit('x') } catch (Exception failure) { echo('caught') } finally { echo('finally') }";
    const { steps, outcome } = await runSteps(await load(jenkinsfile), { junit: () => missing });
    expect(steps.slice(1)).toEqual(['echo ["finally"]']);
    expect(outcome).toEqual(missing);
  });

  test('knows no step that the catalogue does not have', async () => {
    const { steps, outcome } = await runSteps(await load('broken.missingStep()'));
    const message = "No such DSL method 'cleanWorkspace' found among steps";
    expect(steps).toEqual(['echo ["finally"]']);
    expect(outcome).toEqual({ kind: 'failure', failure: { kind: 'missingStep', message } });
  });

  test('carries numbers and texts both ways, and flattens GStrings at any depth', async () => {
    const program = await load('numbers()');
    const { steps } = await runSteps(program, {
      sh: ({ arguments: [named] }) => value(JSON.stringify(named).includes('whole') ? 3 : 2.5),
    });
    expect(steps[2]).toBe('echo ["Long 3 Double 2.5"]');
    expect(JSON.parse(steps[3]?.replace('junit ', '') ?? '')).toEqual([
      {
        testResults: 'it\'s "quoted" ä 🚀 \u2028\n',
        nested: { 'key 3': ['value 2.5', 1, 0.5, -3, true, null] },
      },
    ]);
  });

  test('gives scripts their globals, the virtual clock, other global variables and helpers', async () => {
    const program = await load('globals()', { parameters: { level: 'high' } });
    const { steps } = await runSteps(program, { sh: () => value('text') });
    expect(steps).toEqual([
      'echo ["main null main main"]',
      'echo ["7 SUCCESS null high"]',
      'echo ["1700000000000 1700000000000"]',
      'echo ["before wrapper"]',
      'sh [{"script":"inside","returnStdout":true}]',
      'echo ["after wrapper"]',
      'echo ["text 1,2,3 12"]',
      'echo ["greeting caller"]',
      'echo ["call 1"]',
      'echo ["call 2"]',
      'echo ["hello caller12"]',
      'checkout [{"$symbol":"scm"}]',
      'retry [{"count":2,"conditions":[{"$symbol":"agent"},{"$symbol":"nonresumable"}]},{"$body":0}]',
      '/1 echo ["again"]',
      'sleep [5]',
      'sleep [6]',
    ]);
  });

  test('hands back what a body returned, with the closures in it and after it was saved', async () => {
    const jenkinsfile = [
      "def one = [list: [{ echo('in a list') }], closure: { echo('in a map') }, half: 7 / 2]",
      "def results = parallel(one: { one }, two: { echo('two') })",
      'results.one.list[0].call()',
      'results.one.closure.call()',
      'one.list.add(1)',
      'echo("${results.one.list.size()} ${results.one.half}")',
    ].join('\n');
    const outcomes: Outcome[] = [];
    const { steps } = await runSteps(await load(jenkinsfile), {
      parallel: async (_, run) => {
        outcomes.push(await run(0), await run(1));
        return value({ one: { $result: '/1' }, two: null });
      },
    });
    expect(outcomes).toEqual([value({ $result: '/1' }), value(null)]);
    const said = ['echo ["in a list"]', 'echo ["in a map"]', 'echo ["2 3.5"]'];
    expect(steps.slice(1)).toEqual(['/2 echo ["two"]', ...said]);
  });

  test('lets a Jenkinsfile hold and pass what a library may not', async () => {
    const jenkinsfile = [
      'def name = "app-${env.BRANCH_NAME}"',
      'def half = 7 / 2',
      'def result = stage(name) { "closure of ${name}" }',
      'speak(name: name, limit: 1.5)',
      'echo("${result} ${half}")',
    ].join('\n');
    const { steps, outcome } = await runSteps(await load(jenkinsfile));
    expect(outcome).toEqual(value(null));
    expect(steps.slice(0, 2)).toEqual(['stage ["app-main",{"$body":0}]', 'echo ["one app-main"]']);
    expect(steps.at(-1)).toBe('echo ["closure of app-main 3.5"]');
  });

  test('starts a loaded program anew', async () => {
    const program = await load("loops(names: ['a', 'b'])");
    expect((await runSteps(program)).steps).toEqual(loops);
    expect((await runSteps(program)).steps).toEqual(loops);
  });
});
