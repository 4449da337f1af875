// Generated from vars/gigDjangoTests.ts by gig-ci. Change that file, not this one.
import gigci.parameters.GigDjangoTestsParameters
import gigci.runtime.DryRun
import gigci.runtime.Flow
import gigci.runtime.Parameters
import gigci.runtime.Shell
import gigci.runtime.Values
import gigci.shared.Messages
import gigci.shared.Paths

/**
 * Runs the tests of a Django service with coverage and publishes results, coverage as HTML and XML.
 * @example gigDjangoTests(directory: 'backend', minimumCoverage: 80, arguments: ['-k', 'not slow'])
 */
void call(arguments = [:]) {
    def given = Parameters.normalise(arguments)
    perform(Parameters.checked(this, 'gigDjangoTests', GigDjangoTestsParameters.definition(), given))
}

/** Called by other global variables of this library, whose calls the compiler has checked. */
void perform(Map parameters) {
    String directory = parameters.directory != null ? parameters.directory : '.'
    String settings = parameters.settings
    List pytestArguments = parameters.arguments != null ? parameters.arguments : []
    def minimumCoverage = parameters.minimumCoverage
    def workers = parameters.workers != null ? parameters.workers : 0
    String failure = parameters.failure ?: 'fail'
    def timeoutMinutes = parameters.timeoutMinutes != null ? parameters.timeoutMinutes : 30

    String remedy = 'The log shows which test ran last. Let it run in parallel with tests.workers, or raise tests.timeoutMinutes.'
    Map withDeadlineResult = Flow.withDeadline(this, timeoutMinutes, 'The tests', remedy) {
        return withEnv(Shell.environment([
            GIG_DIRECTORY: directory,
            GIG_SETTINGS: settings,
            GIG_ARGUMENTS: pytestArguments,
            GIG_MINIMUM_COVERAGE: minimumCoverage,
            GIG_WORKERS: workers,
        ])) {
            return Shell.outputs(
                [passed: 'boolean', problem: 'list'],
                sh(
                    script: libraryResource(resource: 'gig-ci/run-tests.sh', encoding: 'UTF-8'),
                    label: 'run-tests.sh',
                    returnStdout: true
                )
            )
        }
    }
    def passed = withDeadlineResult.passed
    List problem = withDeadlineResult.problem
    // What failed tests do is decided below, for both results alike; tests that broke off have told something, too.
    junit(
        testResults: '.gig-ci/test-results.xml',
        skipMarkingBuildUnstable: true,
        allowEmptyResults: !problem.isEmpty()
    )
    if (!problem.isEmpty()) {
        error(Messages.failureMessage('gigDjangoTests', problem))
    }
    publishCoverage(directory)
    if (!passed) {
        String message = 'Tests failed, or the coverage is too low: see the test results and the coverage report of this build.'
        if (failure == 'fail') {
            error(message)
        }
        unstable(message)
    }
}

private void publishCoverage(String directory) {
    String page = Paths.below(directory, 'htmlcov/index.html')
    // The publisher would make the build FAILURE and let it go on.
    if (!fileExists(page)) {
        error("The tests left no ${page}: let pytest-cov measure the coverage, without --no-cov in pytest.ini or tests.arguments.")
    }
    publishHTML(target: [
        reportName: 'Coverage',
        reportDir: Paths.below(directory, 'htmlcov'),
        reportFiles: 'index.html',
        keepAll: true,
        alwaysLinkToLastBuild: true,
        allowMissing: false,
    ])
    String report = Paths.below(directory, 'coverage.xml')
    archiveArtifacts(report)
    Flow.ifInstalled(this, 'recordCoverage') {
        recordCoverage(tools: [[parser: 'COBERTURA', pattern: report]])
    }
}

/** From here on: steps that a dry run prints instead. */
private archiveArtifacts(given) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null
        ? steps.archiveArtifacts(given)
        : DryRun.answer(this, 'archiveArtifacts', given, false, null)
}

private echo(given) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null ? steps.echo(given) : DryRun.echo(this, given)
}

private fileExists(given) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null ? steps.fileExists(given) : DryRun.answer(this, 'fileExists', given, true, true)
}

private junit(given) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null
        ? steps.junit(given)
        : DryRun.answer(this, 'junit', given, false, [totalCount: 0, passCount: 0, failCount: 0, skipCount: 0])
}

private publishHTML(given) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null ? steps.publishHTML(given) : DryRun.answer(this, 'publishHTML', given, false, null)
}

private recordCoverage(given) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null
        ? steps.recordCoverage(given)
        : DryRun.answer(this, 'recordCoverage', given, false, null)
}

private sh(given) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null ? steps.sh(given) : DryRun.sh(this, given)
}

private unstable(given) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null ? steps.unstable(given) : DryRun.answer(this, 'unstable', given, false, null)
}

private withEnv(given, body) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null ? steps.withEnv(given, body) : DryRun.withEnv(this, given, body)
}
