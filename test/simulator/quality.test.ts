import type { Scenario } from '../../src/simulator/scenario';
import { type Argument, type Body, echo, run, step, type View } from './fake-program';

const onAgent = (body: Body, scenario: Scenario = {}) => run(() => step('node', '', body), scenario);

describe('junit', () => {
  const publish = (options: { readonly [name: string]: Argument }, scenario: Scenario) =>
    onAgent(function* () {
      const counts = yield* step('stage', 'Tests', () =>
        step('junit', { testResults: '**/*.xml', ...options }),
      );
      yield* echo(JSON.stringify(counts));
    }, scenario);

  test('counts what the scenario says', () => {
    const record = publish({}, { testResults: { passed: 12, skipped: 3 } });
    expect(record.result).toBe('SUCCESS');
    expect(record.log).toContain('{"totalCount":15,"passCount":12,"failCount":0,"skipCount":3}');
  });

  test('failed tests make stage and build UNSTABLE', () => {
    const record = publish({}, { testResults: { passed: 1, failed: 2 } });
    expect(record.result).toBe('UNSTABLE');
    expect(record.stages[0]?.result).toBe('UNSTABLE');
    expect(record.failure).toBeUndefined();
  });

  test('unless told otherwise', () => {
    const record = publish({ skipMarkingBuildUnstable: true }, { testResults: { failed: 2 } });
    expect(record.result).toBe('SUCCESS');
  });
});

test('publishers succeed and record their arguments', () => {
  const target = {
    reportName: 'Coverage',
    reportDir: 'htmlcov',
    reportFiles: 'index.html',
    keepAll: true,
    alwaysLinkToLastBuild: false,
    allowMissing: true,
  };
  const record = onAgent(function* () {
    yield* step('publishHTML', { target });
    yield* step('recordCoverage', { tools: [{ parser: 'COBERTURA', pattern: 'coverage.xml' }] });
    yield* step('dependencyCheckPublisher', { pattern: 'report.xml' });
    yield* step('archiveArtifacts', { artifacts: 'dist/*', allowEmptyArchive: true });
  });
  expect(record.result).toBe('SUCCESS');
  expect(record.events[1]?.arguments).toEqual({ target });
});

describe('SonarQube', () => {
  const analyse: Body = () => step('withSonarQubeEnv', 'sonarqube', () => step('sh', 'sonar-scanner'));

  const gate = (scenario: Scenario, abortPipeline = true) =>
    onAgent(function* () {
      yield* analyse();
      yield* echo(JSON.stringify(yield* step('waitForQualityGate', { abortPipeline })));
    }, scenario);

  test('withSonarQubeEnv sets address and token for its body', () => {
    const view: View = {
      context: { time: 0, environment: {}, build: { number: 0, currentResult: '', result: null } },
    };
    let environment: { readonly [name: string]: string } = {};
    const record = run(
      () =>
        step('node', () =>
          step('withSonarQubeEnv', { installationName: 'sonarqube', credentialsId: 'key' }, function* () {
            environment = view.context.environment;
            yield* step('sh', 'sonar-scanner');
          }),
        ),
      {},
      { view },
    );
    expect(environment).toMatchObject({
      SONAR_CONFIG_NAME: 'sonarqube',
      SONAR_HOST_URL: 'https://sonar.example.com',
      SONAR_AUTH_TOKEN: 'secret-of-key',
    });
    expect(environment).not.toHaveProperty('SONAR_TOKEN');
    expect(record.events[2]?.environment).toContain('SONAR_AUTH_TOKEN');
    expect(JSON.stringify(record)).not.toContain('secret-of-');
  });

  test('the gate answers after five seconds', () => {
    const record = gate({});
    expect(record.result).toBe('SUCCESS');
    expect(record.log).toContain('{"status":"OK"}');
    expect(record.duration).toBe(6_000);
  });

  test('a failed gate fails the build', () => {
    const record = gate({ qualityGate: { status: 'ERROR', seconds: 30 } });
    expect(record.failure).toEqual({
      kind: 'error',
      message: 'Pipeline aborted due to quality gate failure: ERROR',
    });
    expect(record.duration).toBe(31_000);
  });

  test('or only answers', () => {
    expect(gate({ qualityGate: { status: 'ERROR' } }, false).log).toContain('{"status":"ERROR"}');
  });

  test('a gate that never answers ends with a timeout around it', () => {
    const record = onAgent(
      function* () {
        yield* analyse();
        yield* step('timeout', 5, () => step('waitForQualityGate', { abortPipeline: true }));
      },
      { qualityGate: { seconds: 'never' } },
    );
    expect(record.failure?.message).toBe('Timeout has been exceeded');
    expect(record.duration).toBe(301_000);
  });

  test('and without one the run says that it never ends', () => {
    expect(gate({ qualityGate: { seconds: 'never' } }).failure).toMatchObject({
      kind: 'fault',
      message: "the build never ends: it waits in 'waitForQualityGate' of thread '/0.0'",
    });
  });

  test('needs an analysis before', () => {
    const record = run(() => step('waitForQualityGate', { abortPipeline: true }));
    expect(record.failure?.message).toMatch(
      /^No previous SonarQube analysis found on this pipeline execution\./,
    );
  });

  test('an analysis that failed is one', () => {
    const record = onAgent(
      function* () {
        try {
          yield* analyse();
        } catch {
          yield* step('waitForQualityGate', { abortPipeline: true });
        }
      },
      { commands: [{ command: 'sonar-scanner', exit: 1 }] },
    );
    expect(record.result).toBe('SUCCESS');
  });
});
