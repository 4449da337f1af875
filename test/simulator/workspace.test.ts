import type { Value } from '../../src/simulator/program';
import type { Scenario } from '../../src/simulator/scenario';
import { type Body, run, shown, step, type View } from './fake-program';

/** Runs on an agent and returns what the steps answered. */
function onAgent(body: (answers: Value[]) => ReturnType<Body>, scenario: Scenario = {}) {
  const answers: Value[] = [];
  const record = run(function* () {
    yield* step('node', '', () => body(answers));
  }, scenario);
  return { record, answers };
}

const workspace = '/home/jenkins/workspace/service_main';

describe('files', () => {
  test('a file of the scenario can be read, relative to the current folder', () => {
    const { answers } = onAgent(
      function* (all) {
        all.push(yield* step('readFile', 'backend/setup.cfg'));
        yield* step('dir', 'backend', function* () {
          all.push(yield* step('readFile', { file: '../backend/setup.cfg', encoding: 'UTF-8' }));
          all.push(yield* step('fileExists', 'setup.cfg'), yield* step('fileExists', 'backend/setup.cfg'));
        });
        all.push(yield* step('fileExists', 'backend'), yield* step('fileExists', 'back'));
      },
      { files: { 'backend/setup.cfg': '[metadata]' } },
    );
    expect(answers).toEqual(['[metadata]', '[metadata]', true, false, true, false]);
  });

  test('reading what is not there fails with its path', () => {
    const { record } = onAgent(function* () {
      yield* step('dir', 'backend', function* () {
        yield* step('readFile', 'missing.txt');
      });
    });
    expect(record.failure).toEqual({ kind: 'error', message: `${workspace}/backend/missing.txt` });
  });

  test('what is written can be read until its folder is deleted', () => {
    const { answers } = onAgent(function* (all) {
      yield* step('writeFile', { file: 'out/a.txt', text: 'A' });
      yield* step('writeFile', { file: 'outside.txt', text: 'B' });
      all.push(yield* step('readFile', 'out/a.txt'));
      yield* step('dir', 'out', function* () {
        yield* step('deleteDir');
      });
      all.push(yield* step('fileExists', 'out/a.txt'), yield* step('fileExists', 'outside.txt'));
    });
    expect(answers).toEqual(['A', false, true]);
  });

  test('pwd is the current folder, with tmp the one beside it', () => {
    const { answers } = onAgent(function* (all) {
      all.push(yield* step('pwd'), yield* step('pwd', { tmp: true }));
      yield* step('dir', 'backend', function* () {
        all.push(yield* step('pwd'));
      });
      all.push(yield* step('pwd'));
    });
    expect(answers).toEqual([workspace, `${workspace}@tmp`, `${workspace}/backend`, workspace]);
  });
});

describe('node', () => {
  test('gives a workspace and its variables to the body only, and returns its value', () => {
    const view: View = {
      context: { time: 0, environment: {}, build: { number: 0, currentResult: '', result: null } },
    };
    const seen: (string | undefined)[] = [];
    const look = () =>
      seen.push(view.context.environment['WORKSPACE'], view.context.environment['NODE_NAME']);
    const record = run(
      function* () {
        look();
        const value = yield* step('node', 'linux', function* () {
          look();
          yield* step('echo', 'on the agent');
          return 7;
        });
        look();
        yield* step('echo', shown(value));
      },
      {},
      { view },
    );
    expect(seen).toEqual([undefined, undefined, workspace, 'agent-1', undefined, undefined]);
    expect(record.log.slice(-2)).toEqual(['7', 'Finished: SUCCESS']);
  });

  test('nodes at the same time have a workspace each, one after another the same', () => {
    const paths: Value[] = [];
    const here: Body = function* () {
      paths.push(yield* step('pwd'));
      yield* step('sleep', 1);
    };
    const onNode: Body = function* () {
      yield* step('node', here);
    };
    run(function* () {
      yield* step('parallel', { a: onNode, b: onNode });
      yield* onNode();
    });
    expect(paths.slice(0, 2)).toEqual([workspace, `${workspace}@2`]);
    expect([workspace, `${workspace}@2`]).toContain(paths[2]);
  });

  const calls: readonly (readonly [string, Body])[] = [
    ['sh', () => step('sh', 'make')],
    ['readFile', () => step('readFile', 'a')],
    ['writeFile', () => step('writeFile', { file: 'a', text: 'b' })],
    ['fileExists', () => step('fileExists', 'a')],
    ['deleteDir', () => step('deleteDir')],
    ['pwd', () => step('pwd')],
    ['dir', () => step('dir', 'a', () => step('echo', 'x'))],
    ['checkout', () => step('checkout', { $symbol: 'scm' })],
    ['junit', () => step('junit', 'a.xml')],
    ['archiveArtifacts', () => step('archiveArtifacts', 'a')],
    ['tool', () => step('tool', 'scanner')],
    ['withSonarQubeEnv', () => step('withSonarQubeEnv', 'sonarqube', () => step('echo', 'x'))],
  ];

  test.each(calls)('%s fails outside it', (_name, body) => {
    const record = run(body);
    expect(record.failure).toEqual({
      kind: 'error',
      message:
        'Required context class hudson.FilePath is missing\n' +
        'Perhaps you forgot to surround the step with a step that provides this, such as: node',
    });
    expect(record.events).toHaveLength(1);
  });

  test.each(calls.filter(([name]) => name !== 'readFile'))('%s works inside it', (_name, body) => {
    expect(run(() => step('node', body)).result).toBe('SUCCESS');
  });
});

test('tool answers a folder', () => {
  const { answers } = onAgent(function* (all) {
    all.push(yield* step('tool', { name: 'scanner', type: 'hudson.plugins.sonar.SonarRunnerInstallation' }));
  });
  expect(answers).toEqual(['/home/jenkins/tools/scanner']);
});

test('checkout answers commit, branch and address', () => {
  const commit = '0123456789012345678901234567890123456789';
  const { answers } = onAgent(
    function* (all) {
      all.push(yield* step('checkout', { $symbol: 'scm' }));
    },
    { commit, branch: 'develop' },
  );
  expect(answers).toEqual([
    { GIT_BRANCH: 'develop', GIT_COMMIT: commit, GIT_URL: 'https://git.example.com/service.git' },
  ]);
  const without = onAgent(
    function* (all) {
      all.push(yield* step('checkout', { scm: { $symbol: 'scm' }, poll: false }));
    },
    { branch: null },
  );
  expect(without.answers).toMatchObject([
    { GIT_BRANCH: 'origin/main', GIT_COMMIT: expect.stringMatching(/^[0-9a-f]{40}$/) },
  ]);
});
