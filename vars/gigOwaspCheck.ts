import {
  archiveArtifacts,
  currentBuild,
  dependencyCheckPublisher,
  dir,
  env,
  ifInstalled,
  script,
  withDeadline,
  withSecretText,
} from 'gig-ci/jenkins';
import { buildLabel } from './shared/builds';
import { toolImage, type ToolParameters } from './shared/images';
import { failureMessage } from './shared/messages';
import { below } from './shared/paths';

/** How dependencies are checked; the group `owasp` of a pipeline. */
export interface OwaspParameters {
  /**
   * Id of a secret text with the API key of the National Vulnerability Database; `''`: none, which is slow.
   * @credentials text
   */
  nvdCredentialsId?: string;
  /**
   * CVSS score from which on a finding fails the build (none: findings are reported).
   * @decimal
   * @minimum 0
   * @maximum 10
   */
  failOnCvss?: number;
  /**
   * Formats of the report.
   * @minItems 1
   * @uniqueItems
   */
  formats?: ('XML' | 'JSON' | 'HTML' | 'CSV' | 'SARIF' | 'JUNIT' | 'GITLAB')[];
  /** `auto` refreshes the database of vulnerabilities of the machine, `never` leaves that to another job. */
  update?: 'auto' | 'never';
  /** File with findings to leave out, relative to the workspace. */
  suppression?: string;
  /**
   * How long the check may take.
   * @minimum 1
   */
  timeoutMinutes?: number;
}

/** Parameters of {@link gigOwaspCheck}. */
export interface OwaspCheckParameters extends OwaspParameters {
  /** Where dependency-check comes from. */
  tool?: ToolParameters;
  /** Folder of the service; the reports go to `owasp-report` in it. */
  directory?: string;
  /** Folder below which the reports are made (the workspace): another one keeps them out of the source, which others may be reading. */
  reportRoot?: string;
  /** Name of the project in the reports. */
  project?: string;
}

/**
 * Looks for known vulnerabilities in the dependencies of a Python service with OWASP dependency-check and archives the reports. Builds of a machine
 * take turns with its database by a lock below `XDG_CACHE_HOME`, `~/.cache` by default: agents that share a Docker must share that folder.
 * @example gigOwaspCheck(directory: 'backend', project: 'orders', failOnCvss: 9)
 */
export default function gigOwaspCheck({
  tool = {},
  directory = '.',
  reportRoot = '.',
  project = 'service',
  nvdCredentialsId = 'NVD_API_KEY',
  failOnCvss,
  formats = ['XML', 'JSON', 'HTML'],
  update = 'auto',
  suppression,
  timeoutMinutes = 30,
}: OwaspCheckParameters): void {
  const remedy =
    'The first download of the database takes longest, much longer without an NVD API key: raise ' +
    'owasp.timeoutMinutes, or let a nightly job refresh the database and set owasp.update: never.';
  const { exceeded, problem } = withDeadline(timeoutMinutes, 'The OWASP dependency check', remedy, () => {
    const build = buildLabel(env.BUILD_URL, env.JOB_NAME, currentBuild.number);
    const image = toolImage('dependency-check', env.GIG_IMAGE_MIRROR, tool.image);
    // Ends before the deadline, so that the message names the other build.
    const lockSeconds = timeoutMinutes * 60 - 30;
    const reports = below(reportRoot, below(directory, 'owasp-report'));
    // A pull request from a fork binds no credential at all.
    if (nvdCredentialsId === '' || env.CHANGE_FORK !== undefined) {
      return script('owasp-check.sh', {
        BUILD: build,
        DIRECTORY: directory,
        REPORTS: reports,
        PROJECT: project,
        IMAGE: image,
        RUN: tool.run,
        FORMATS: formats,
        UPDATE: update,
        SUPPRESSION: suppression,
        FAIL_ON_CVSS: failOnCvss,
        LOCK_SECONDS: lockSeconds,
      });
    }
    return withSecretText(nvdCredentialsId, (key) =>
      script('owasp-check.sh', {
        BUILD: build,
        DIRECTORY: directory,
        REPORTS: reports,
        PROJECT: project,
        IMAGE: image,
        RUN: tool.run,
        FORMATS: formats,
        UPDATE: update,
        SUPPRESSION: suppression,
        FAIL_ON_CVSS: failOnCvss,
        LOCK_SECONDS: lockSeconds,
        KEY: key,
      }),
    );
  });
  dir(reportRoot, () => {
    archiveArtifacts({ artifacts: below(directory, 'owasp-report/**'), allowEmptyArchive: true });
  });
  if (problem.length > 0) {
    throw new Error(failureMessage('gigOwaspCheck', problem));
  }
  if (formats.includes('XML')) {
    const pattern = below(reportRoot, below(directory, 'owasp-report/dependency-check-report.xml'));
    ifInstalled('dependencyCheckPublisher', () => {
      dependencyCheckPublisher({ pattern });
    });
  }
  if (exceeded) {
    throw new Error(
      `A dependency has a vulnerability with a score of ${failOnCvss ?? 0} or more: the reports name it. ` +
        'Update it, or leave the finding out with owasp.suppression.',
    );
  }
}
