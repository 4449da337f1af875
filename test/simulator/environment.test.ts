import type { Scenario } from '../../src/simulator/scenario';
import { Environment } from '../../src/simulator/environment';
import { type Body, run, step, type View } from './fake-program';

const emptyView = (): View => ({
  context: { time: 0, environment: {}, build: { number: 0, currentResult: '', result: null } },
});

/** What `env` shows inside these nested `withEnv`. */
function seen(
  scenario: Scenario,
  ...layers: readonly (readonly string[])[]
): { readonly [name: string]: string } {
  const view = emptyView();
  let environment = {};
  const nest = ([first, ...rest]: readonly (readonly string[])[]): Body =>
    function* () {
      if (first === undefined) environment = view.context.environment;
      else yield* step('withEnv', first, nest(rest));
    };
  const record = run(nest(layers), scenario, { view });
  expect(record.result).toBe('SUCCESS');
  return environment;
}

describe('withEnv', () => {
  test('sets variables for its body and nothing after it', () => {
    const view = emptyView();
    const values: (string | undefined)[] = [];
    run(
      function* () {
        yield* step('withEnv', ['GIG_A=1=2', 'GIG_B=x'], function* () {
          values.push(view.context.environment['GIG_A'], view.context.environment['GIG_B']);
          yield* step('echo', 'inside');
        });
        values.push(view.context.environment['GIG_A']);
      },
      {},
      { view },
    );
    expect(values).toEqual(['1=2', 'x', undefined]);
  });

  test('an empty value removes a variable, from outside too', () => {
    const environment = seen({ environment: { PROXY: 'http://p' } }, ['PROXY=', 'GIG_A=']);
    expect(environment).not.toHaveProperty('PROXY');
    expect(environment).not.toHaveProperty('GIG_A');
  });

  test('a removed variable can be set again inside', () => {
    expect(seen({}, ['GIG_A=1'], ['GIG_A='], ['GIG_A=2'])).toMatchObject({ GIG_A: '2' });
  });

  test('names differ in more than case; the first spelling stays', () => {
    const environment = seen({ environment: { Mirror: 'a' } }, ['MIRROR=b'], ['mirror=c']);
    expect(environment).toMatchObject({ Mirror: 'c' });
    expect(environment).not.toHaveProperty('MIRROR');
    expect(environment).not.toHaveProperty('mirror');
  });

  test('PATH+X prepends, nearest first', () => {
    expect(seen({ environment: { PATH: '/bin' } }, ['PATH+JAVA=/java'], ['PATH+NODE=/node'])).toMatchObject({
      PATH: '/node:/java:/bin',
    });
    expect(seen({ environment: { PATH: '/bin' } }, ['path+A=/a', 'PATH+B=/b'])).toMatchObject({
      PATH: '/b:/a:/bin',
    });
    expect(seen({}, ['GIG_LIST+A=x'])).toMatchObject({ GIG_LIST: 'x' });
    expect(seen({ environment: { PATH: '/bin' } }, ['PATH+A='])).toMatchObject({ PATH: '/bin' });
  });

  test('a value is text, never an expression', () => {
    expect(seen({}, ['GIG_A=$HOME ${HOME} `id` "q"'])).toMatchObject({ GIG_A: '$HOME ${HOME} `id` "q"' });
  });

  test('an item without = fails as in Jenkins', () => {
    const record = run(function* () {
      yield* step('withEnv', ['GIG_A=1', 'GIG_B'], function* () {
        yield* step('echo', 'never');
      });
    });
    expect(record.failure).toEqual({ kind: 'error', message: 'GIG_B' });
    expect(record.events).toHaveLength(1);
  });

  test('branches do not see each other', () => {
    const view = emptyView();
    const values: { [branch: string]: string | undefined } = {};
    const branch = (name: string): Body =>
      function* () {
        yield* step('withEnv', [`GIG_BRANCH=${name}`], function* () {
          yield* step('sleep', 1);
          values[name] = view.context.environment['GIG_BRANCH'];
        });
      };
    run(
      function* () {
        yield* step('parallel', { a: branch('a'), b: branch('b') });
      },
      {},
      { view },
    );
    expect(values).toEqual({ a: 'a', b: 'b' });
  });

  test('the record names what was set for a command, sorted, and only that', () => {
    const record = run(
      function* () {
        yield* step('node', '', function* () {
          yield* step('withEnv', ['GIG_B=1', 'GIG_A=2', 'GIG_NONE='], function* () {
            yield* step('sh', 'make');
          });
        });
      },
      { environment: { AWS_REGION: 'eu-north-1' } },
    );
    expect(record.events[2]?.environment).toEqual(['GIG_A', 'GIG_B']);
  });
});

describe('Environment', () => {
  test('names what exists in the end', () => {
    const outer = Environment.of({}).overridden([
      ['A', '1'],
      ['B', '2'],
      ['C', ''],
    ]);
    const inner = outer.overridden([
      ['a', ''],
      ['C', '3'],
    ]);
    expect(inner.declaredNames).toEqual(['B', 'C']);
    expect(outer.declaredNames).toEqual(['A', 'B']);
  });

  test('gives the same object as long as nothing changes', () => {
    const environment = Environment.of({ A: '1' });
    expect(environment.variables).toBe(environment.variables);
  });

  test('tells what was set to nothing from what was not set', () => {
    const environment = Environment.of({ A: '1' }).overridden([['B', '']]);
    expect(environment.declares('b')).toBe(true);
    expect(environment.get('B')).toBeUndefined();
    expect(environment.declares('A')).toBe(false);
  });

  test('variables of an agent do not hide what a step around it set', () => {
    const environment = Environment.of({})
      .overridden([['WORKSPACE', '/mine']])
      .onAgent({ WORKSPACE: '/w', X: '1' });
    expect(environment.variables).toEqual({ WORKSPACE: '/mine', X: '1' });
    expect(environment.declaredNames).toEqual(['WORKSPACE']);
  });
});

describe('the environment of a build', () => {
  test.each<[string, Scenario, { readonly [name: string]: string }, readonly string[]]>([
    [
      'a branch',
      {},
      {
        BRANCH_NAME: 'main',
        JOB_NAME: 'service/main',
        BUILD_NUMBER: '42',
        BUILD_URL: 'https://jenkins.example.com/job/service/job/main/42/',
        BUILD_TAG: 'jenkins-service-main-42',
      },
      ['TAG_NAME', 'CHANGE_ID', 'WORKSPACE'],
    ],
    [
      'a branch with a slash',
      { branch: 'feature/x', buildNumber: 7 },
      {
        BRANCH_NAME: 'feature/x',
        JOB_NAME: 'service/feature%2Fx',
        BUILD_URL: 'https://jenkins.example.com/job/service/job/feature%252Fx/7/',
      },
      ['CHANGE_ID'],
    ],
    ['no branch', { branch: null, job: 'nightly' }, { JOB_NAME: 'nightly' }, ['BRANCH_NAME']],
    ['a tag', { tag: 'v1.2.0' }, { TAG_NAME: 'v1.2.0', BRANCH_NAME: 'v1.2.0' }, ['CHANGE_ID']],
    [
      'a pull request',
      { branch: 'fix', pullRequest: { id: 5, target: 'main', fork: false } },
      { BRANCH_NAME: 'PR-5', CHANGE_ID: '5', CHANGE_TARGET: 'main', CHANGE_BRANCH: 'fix' },
      ['CHANGE_FORK', 'TAG_NAME'],
    ],
    [
      'a pull request from a fork',
      { pullRequest: { id: 5, target: 'main', fork: true } },
      { CHANGE_FORK: 'contributor' },
      [],
    ],
    [
      'parameters and own variables',
      { parameters: { DRY: true, COUNT: 3 }, environment: { BUILD_NUMBER: '1000' } },
      { DRY: 'true', COUNT: '3', BUILD_NUMBER: '1000' },
      [],
    ],
  ])('%s', (_name, scenario, present, absent) => {
    const environment = seen(scenario);
    expect(environment).toMatchObject(present);
    for (const name of absent) expect(environment).not.toHaveProperty(name);
  });

  test('the clock starts at a fixed time and follows virtual time', () => {
    const view = emptyView();
    const times: string[] = [];
    run(
      function* () {
        times.push(new Date(view.context.time).toISOString());
        yield* step('sleep', 90);
        times.push(new Date(view.context.time).toISOString());
      },
      {},
      { view },
    );
    expect(times).toEqual(['2026-02-01T09:00:00.000Z', '2026-02-01T09:01:30.000Z']);
  });
});
