/** Steps that publish results and ask quality servers. */
import { decimal, flag, group, integer, listOf, oneOf, optional, required, step, text } from './step';

export const reportSteps = [
  step('junit', 'junit', {
    dryRun: { answer: { totalCount: 0, passCount: 0, failCount: 0, skipCount: 0 } },
    summary: 'Publishes JUnit results; failed tests make the build UNSTABLE unless told otherwise.',
    parameters: [
      required('testResults', text, 'Ant pattern of the XML files.'),
      optional('allowEmptyResults', flag, 'No file is no error.'),
      optional('skipMarkingBuildUnstable', flag, 'Failed tests leave the result alone.'),
      optional('skipOldReports', flag, 'Ignores files that are older than the build.'),
    ],
    positional: 'testResults',
    returns:
      '{ readonly totalCount: number; readonly passCount: number; readonly failCount: number; readonly skipCount: number }',
    workspace: true,
  }),
  step('htmlpublisher', 'publishHTML', {
    dryRun: {},
    summary: 'Publishes a folder of HTML pages with the build.',
    parameters: [
      required(
        'target',
        group(
          required('reportName', text, 'Name of the link.'),
          required('reportDir', text, 'Folder of the pages.'),
          required('reportFiles', text, 'First page.'),
          required('keepAll', flag, 'Keep the report of every build.'),
          required('alwaysLinkToLastBuild', flag, 'Link to the last build, even a failed one.'),
          required('allowMissing', flag, 'No report is no error.'),
        ),
        'What to publish.',
      ),
    ],
    workspace: true,
  }),
  step('coverage', 'recordCoverage', {
    dryRun: {},
    summary: 'Records code coverage.',
    parameters: [
      required(
        'tools',
        listOf(
          group(
            required('parser', oneOf('COBERTURA', 'JACOCO', 'LCOV'), 'Format of the files.'),
            required('pattern', text, 'Ant pattern of the files.'),
          ),
        ),
        'Reports to read.',
      ),
      optional(
        'sourceCodeRetention',
        oneOf('NEVER', 'LAST_BUILD', 'MODIFIED', 'EVERY_BUILD'),
        'Which sources are kept.',
      ),
      optional(
        'qualityGates',
        listOf(
          group(
            required('metric', oneOf('LINE', 'BRANCH', 'METHOD'), 'What is measured.'),
            required('threshold', decimal, 'Per cent.'),
            optional('criticality', oneOf('UNSTABLE', 'FAILURE'), 'What a miss does.'),
          ),
        ),
        'Limits.',
      ),
    ],
    workspace: true,
  }),
  step('dependency-check-jenkins-plugin', 'dependencyCheckPublisher', {
    dryRun: {},
    summary: 'Publishes the XML report of OWASP dependency-check.',
    parameters: [
      optional('pattern', text, 'Ant pattern of the XML files.'),
      optional('failedTotalCritical', integer, 'Fails from so many critical findings on.'),
      optional('skipNoReportFiles', flag, 'No file is no error.'),
    ],
    workspace: true,
  }),
  step('workflow-basic-steps', 'archiveArtifacts', {
    dryRun: {},
    summary: 'Keeps files with the build.',
    parameters: [
      required('artifacts', text, 'Ant patterns, separated by commas.'),
      optional('allowEmptyArchive', flag, 'No file is no error.'),
      optional('fingerprint', flag, 'Records a fingerprint of each file.'),
      optional('excludes', text, 'Ant patterns to leave out.'),
    ],
    positional: 'artifacts',
    workspace: true,
  }),
  step('sonar', 'withSonarQubeEnv', {
    dryRun: {
      variables: [
        'SONAR_CONFIG_NAME',
        'SONAR_HOST_URL',
        'SONAR_AUTH_TOKEN',
        'SONAR_MAVEN_GOAL',
        'SONARQUBE_SCANNER_PARAMS',
      ],
    },
    summary: 'Sets address and token of a configured SonarQube server for the body.',
    parameters: [
      required('installationName', text, 'Name of the server in the Jenkins configuration.'),
      optional('credentialsId', text, 'Token instead of the configured one.'),
      optional('envOnly', flag, 'Sets the variables alone: the body is no analysis to wait for.'),
    ],
    positional: 'installationName',
    body: true,
    workspace: true,
  }),
  step('sonar', 'waitForQualityGate', {
    dryRun: { answer: { status: 'OK' } },
    summary: 'Waits until the server has judged the last analysis of this build.',
    parameters: [
      required('abortPipeline', flag, 'A failed gate fails the build.'),
      optional('credentialsId', text, 'Token instead of the configured one.'),
    ],
    returns: "{ readonly status: 'OK' | 'WARN' | 'ERROR' | 'NONE' }",
  }),
  step('workflow-basic-steps', 'tool', {
    dryRun: { quiet: true, answer: 'tool' },
    summary: 'Installs a configured tool and returns its home folder.',
    parameters: [
      required('name', text, 'Name in the Jenkins configuration.'),
      optional('type', text, 'Kind of tool.'),
    ],
    positional: 'name',
    returns: 'string',
    workspace: true,
  }),
] as const;
