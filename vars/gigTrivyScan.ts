import {
  archiveArtifacts,
  currentBuild,
  dir,
  echo,
  env,
  script,
  unstable,
  withDeadline,
} from 'gig-ci/jenkins';
import { buildLabel } from './shared/builds';
import { toolImage, type ToolParameters } from './shared/images';
import { counted, failureMessage } from './shared/messages';
import { below } from './shared/paths';

/** How the image is scanned; the group `trivy` of a pipeline. */
export interface TrivyParameters {
  /**
   * Severities that count.
   * @minItems 1
   * @uniqueItems
   */
  severity?: ('UNKNOWN' | 'LOW' | 'MEDIUM' | 'HIGH' | 'CRITICAL')[];
  /**
   * What is looked for.
   * @minItems 1
   * @uniqueItems
   */
  scanners?: ('vuln' | 'secret' | 'misconfig' | 'license')[];
  /** What findings do: nothing but a report, an unstable build, or a failed one. */
  gate?: 'report' | 'unstable' | 'fail';
  /** Leaves out what has no fix yet. */
  ignoreUnfixed?: boolean;
  /** File with findings to leave out, relative to the workspace. */
  ignoreFile?: string;
  /** `auto` refreshes the database of vulnerabilities of the machine, `skipUpdate` uses it as it is, `offline` asks nobody at all. */
  database?: 'auto' | 'skipUpdate' | 'offline';
  /** Where the database comes from, e.g. a mirror (the public one). */
  databaseRepository?: string;
  /** Where the database of Java packages comes from, e.g. a mirror (the public one). */
  javaDatabaseRepository?: string;
  /**
   * How long the scan may take.
   * @minimum 1
   */
  timeoutMinutes?: number;
}

/** Parameters of {@link gigTrivyScan}. */
export interface TrivyScanParameters extends TrivyParameters {
  /** Where Trivy comes from. */
  tool?: ToolParameters;
  /** Image archive, as {@link gigImageBuild} left it. */
  archive?: string;
  /** Folder for the reports, relative to `reportRoot`, and in the archive. */
  reports?: string;
  /** Folder below which the reports are made (the workspace): another one keeps them out of the source, which others may be reading. */
  reportRoot?: string;
}

/**
 * Scans an image archive with Trivy and archives the reports as JSON, SARIF and text. Builds of a machine
 * take turns with its database by a lock below `XDG_CACHE_HOME`, `~/.cache` by default: agents that share a Docker must share that folder.
 * @returns how many findings there are
 * @example gigTrivyScan(severity: ['CRITICAL'], gate: 'fail', ignoreUnfixed: true)
 */
export default function gigTrivyScan({
  tool = {},
  archive = '.gig-ci/image.tar',
  reports = 'trivy-report',
  reportRoot = '.',
  severity = ['HIGH', 'CRITICAL'],
  scanners = ['vuln'],
  gate = 'report',
  ignoreUnfixed = false,
  ignoreFile,
  database = 'auto',
  databaseRepository,
  javaDatabaseRepository,
  timeoutMinutes = 15,
}: TrivyScanParameters): number {
  const remedy =
    'The database of vulnerabilities is downloaded first: raise trivy.timeoutMinutes, or name a mirror with ' +
    'trivy.databaseRepository.';
  const { findings, problem } = withDeadline(timeoutMinutes, 'The Trivy scan', remedy, () =>
    script('trivy-scan.sh', {
      BUILD: buildLabel(env.BUILD_URL, env.JOB_NAME, currentBuild.number),
      ARCHIVE: archive,
      REPORTS: below(reportRoot, reports),
      IMAGE: toolImage('trivy', env.GIG_IMAGE_MIRROR, tool.image),
      RUN: tool.run,
      SEVERITY: severity,
      SCANNERS: scanners,
      IGNORE_UNFIXED: ignoreUnfixed,
      IGNORE_FILE: ignoreFile,
      DATABASE: database,
      DATABASE_REPOSITORY: databaseRepository,
      JAVA_DATABASE_REPOSITORY: javaDatabaseRepository,
      MINUTES: timeoutMinutes,
    }),
  );
  if (problem.length > 0) {
    throw new Error(failureMessage('gigTrivyScan', problem));
  }
  dir(reportRoot, () => archiveArtifacts(`${reports}/**`));
  const message = `Trivy found ${counted(findings, 'problem')} of severity ${severity.join(', ')} in the image: see ${reports}.`;
  if (findings === 0 || gate === 'report') {
    echo(message);
  } else if (gate === 'unstable') {
    unstable(message);
  } else {
    throw new Error(
      `${message} Update the packages that it names, or leave a finding out with trivy.ignoreFile.`,
    );
  }
  return findings;
}
