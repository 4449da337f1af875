import {
  archiveArtifacts,
  fileExists,
  ifInstalled,
  junit,
  publishHTML,
  recordCoverage,
  script,
  unstable,
  withDeadline,
} from 'gig-ci/jenkins';
import type { DjangoSettings } from './gigDjangoMigrations';
import { failureMessage } from './shared/messages';
import { below } from './shared/paths';

/** How the tests run; the group `tests` of a pipeline. */
export interface TestParameters {
  /** Further arguments of pytest, one word each. */
  arguments?: string[];
  /**
   * Coverage in per cent below which the tests fail (what pytest.ini says).
   * @minimum 0
   * @maximum 100
   */
  minimumCoverage?: number;
  /**
   * Processes that share the tests; 0 runs them in one, more needs pytest-xdist, which a pipeline installs then.
   * @minimum 0
   */
  workers?: number;
  /** What failed tests do to the build. */
  failure?: 'fail' | 'unstable';
  /**
   * How long the tests may take.
   * @minimum 1
   */
  timeoutMinutes?: number;
}

/** Parameters of {@link gigDjangoTests}. */
export interface DjangoTestsParameters extends DjangoSettings, TestParameters {
  /** Folder of the service. */
  directory?: string;
}

/**
 * Runs the tests of a Django service with coverage and publishes results, coverage as HTML and XML.
 * @example gigDjangoTests(directory: 'backend', minimumCoverage: 80, arguments: ['-k', 'not slow'])
 */
export default function gigDjangoTests({
  directory = '.',
  settings,
  arguments: pytestArguments = [],
  minimumCoverage,
  workers = 0,
  failure = 'fail',
  timeoutMinutes = 30,
}: DjangoTestsParameters): void {
  const remedy =
    'The log shows which test ran last. Let it run in parallel with tests.workers, or raise tests.timeoutMinutes.';
  const { passed, problem } = withDeadline(timeoutMinutes, 'The tests', remedy, () =>
    script('run-tests.sh', {
      DIRECTORY: directory,
      SETTINGS: settings,
      ARGUMENTS: pytestArguments,
      MINIMUM_COVERAGE: minimumCoverage,
      WORKERS: workers,
    }),
  );
  // What failed tests do is decided below, for both results alike; tests that broke off have told something, too.
  junit({
    testResults: '.gig-ci/test-results.xml',
    skipMarkingBuildUnstable: true,
    allowEmptyResults: problem.length > 0,
  });
  if (problem.length > 0) {
    throw new Error(failureMessage('gigDjangoTests', problem));
  }
  publishCoverage(directory);
  if (!passed) {
    const message =
      'Tests failed, or the coverage is too low: see the test results and the coverage report of this build.';
    if (failure === 'fail') {
      throw new Error(message);
    }
    unstable(message);
  }
}

function publishCoverage(directory: string): void {
  const page = below(directory, 'htmlcov/index.html');
  // The publisher would make the build FAILURE and let it go on.
  if (!fileExists(page)) {
    throw new Error(
      `The tests left no ${page}: let pytest-cov measure the coverage, without --no-cov in pytest.ini or tests.arguments.`,
    );
  }
  publishHTML({
    target: {
      reportName: 'Coverage',
      reportDir: below(directory, 'htmlcov'),
      reportFiles: 'index.html',
      keepAll: true,
      alwaysLinkToLastBuild: true,
      allowMissing: false,
    },
  });
  const report = below(directory, 'coverage.xml');
  archiveArtifacts(report);
  ifInstalled('recordCoverage', () => {
    recordCoverage({ tools: [{ parser: 'COBERTURA', pattern: report }] });
  });
}
