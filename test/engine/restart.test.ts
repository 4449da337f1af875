import type { Saving } from '../../src/engine';
import { runSteps, value } from './run-steps';
import { describeWithEngine } from './with-engine';

describeWithEngine('a program that is restarted', (load) => {
  const threeCalls = 'def seen = []\nremembering(seen)\nremembering(seen)\nremembering(seen)';
  test.each<[Saving, readonly boolean[]]>([
    ['never', [false, true, true]],
    ['every step', [false, true, true]],
    ['restart at every step', [false, false, false]],
    [{ restartAt: 0 }, [false, false, true]],
    [{ restartAt: 1 }, [false, true, false]],
    [{ restartAt: 2 }, [false, true, true]],
  ])('keeps what scripts hold and loses what classes hold: %j', async (saving, remembered) => {
    const { steps, outcome } = await runSteps(await load(threeCalls, { saving }));
    expect(steps).toEqual(
      remembered.map((follows, index) => `echo ["script ${index + 1} list ${index + 1} class ${follows}"]`),
    );
    expect(outcome).toEqual(value(null));
  });

  test('goes on in all its branches, with closures, handlers and results of bodies', async () => {
    const jenkinsfile = [
      'def said = []',
      "def results = parallel(one: { stage('a') { said.add('one'); echo('in one'); 'first' } }, two: {",
      "    try { error('broken') } catch (Exception failure) { echo('caught'); said.add('two') } finally { echo('finally') }",
      "    'second'",
      '})',
      'said.each { each -> echo(each) }',
      'echo("${results.one} ${results.two}")',
    ].join('\n');
    const run = async (saving: Saving): Promise<unknown> =>
      runSteps(await load(jenkinsfile, { saving }), {
        error: () => ({ kind: 'failure', failure: { kind: 'error', message: 'broken' } }),
        parallel: async (_, body) => {
          const [one, two] = [await body(0), await body(1)];
          expect([one.kind, two.kind]).toEqual(['value', 'value']);
          return value({ one: { $result: '/1' }, two: { $result: '/3' } });
        },
      });
    const expected = await run('never');
    expect(JSON.stringify(expected)).toContain('first second');
    expect(await run('restart at every step')).toEqual(expected);
    for (let restartAt = 0; restartAt < 10; restartAt++) expect(await run({ restartAt })).toEqual(expected);
  });

  test('refuses what cannot be saved, as it does without a restart', async () => {
    const { outcome } = await runSteps(
      await load('broken.matcherAlive()', { saving: 'restart at every step' }),
    );
    expect(outcome).toMatchObject({
      failure: { message: 'a value of java.util.regex.Matcher is alive at this step and cannot be saved' },
    });
  });
});
