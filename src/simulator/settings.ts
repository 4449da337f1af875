/** A scenario with everything that it leaves out: the only place that knows the defaults. */
import type { CommandRule, CredentialType, Scenario } from './scenario';

/** What surrounds a run, complete. */
export interface Settings {
  /** BRANCH_NAME: the branch, the tag of a tag build, `PR-<id>`; none for a job without branches. */
  readonly branchName: string | undefined;
  readonly buildNumber: number;
  /** JOB_NAME. */
  readonly job: string;
  readonly commit: string;
  /** Environment of a thread outside `node`. */
  readonly environment: { readonly [name: string]: string };
  /** `undefined`: every credential exists and fits. */
  readonly credentials: ReadonlyMap<string, CredentialType> | undefined;
  /** `undefined`: every tool exists. */
  readonly tools: ReadonlySet<string> | undefined;
  readonly missingSteps: ReadonlySet<string>;
  readonly files: readonly (readonly [path: string, text: string])[];
  readonly commands: readonly CommandRule[];
  readonly testResults: { readonly passed: number; readonly failed: number; readonly skipped: number };
  readonly qualityGate: {
    readonly status: 'OK' | 'WARN' | 'ERROR' | 'NONE';
    readonly seconds: number | 'never';
  };
  readonly abortAtStep: number | undefined;
  readonly agentLostAtStep: number | undefined;
  readonly superseded: boolean;
  readonly seed: number;
}

/** Completes a scenario. */
export function settingsOf(scenario: Scenario): Settings {
  const branchName = branchNameOf(scenario);
  const job =
    scenario.job ?? (branchName === undefined ? 'service' : `service/${encodeURIComponent(branchName)}`);
  const buildNumber = scenario.buildNumber ?? 42;
  const { credentials, tools } = scenario;
  return {
    branchName,
    buildNumber,
    job,
    commit: scenario.commit ?? 'a3f5c21d9b7e4f60812c3d5a6b7e8f9012345678',
    environment: {
      ...buildVariables(job, buildNumber),
      ...branchVariables(scenario, branchName),
      ...Object.fromEntries(
        Object.entries(scenario.parameters ?? {}).map(([name, value]) => [name, String(value)]),
      ),
      ...scenario.environment,
    },
    credentials:
      credentials === undefined
        ? undefined
        : new Map(Object.entries(credentials).map(([id, credential]) => [id, credential.type])),
    tools: tools === undefined ? undefined : new Set(tools),
    missingSteps: new Set(scenario.missingSteps),
    files: Object.entries(scenario.files ?? {}),
    commands: scenario.commands ?? [],
    testResults: { passed: 0, failed: 0, skipped: 0, ...scenario.testResults },
    qualityGate: { status: 'OK', seconds: 5, ...scenario.qualityGate },
    abortAtStep: scenario.abortAtStep,
    agentLostAtStep: scenario.agentLostAtStep,
    superseded: scenario.superseded ?? false,
    seed: scenario.seed ?? 0,
  };
}

function branchNameOf({ branch, tag, pullRequest }: Scenario): string | undefined {
  if (pullRequest !== undefined) return `PR-${pullRequest.id}`;
  if (tag !== undefined) return tag;
  return branch === null ? undefined : (branch ?? 'main');
}

/** The same on the controller and on every agent, as far as a pipeline may see it. */
function buildVariables(job: string, buildNumber: number): { readonly [name: string]: string } {
  const path = job
    .split('/')
    .map((part) => `job/${encodeURIComponent(part)}/`)
    .join('');
  const jobUrl = `https://jenkins.example.com/${path}`;
  return {
    PATH: '/usr/local/bin:/usr/bin:/bin',
    HOME: '/home/jenkins',
    CI: 'true',
    JENKINS_URL: 'https://jenkins.example.com/',
    JOB_NAME: job,
    JOB_BASE_NAME: job.slice(job.lastIndexOf('/') + 1),
    JOB_URL: jobUrl,
    BUILD_NUMBER: String(buildNumber),
    BUILD_ID: String(buildNumber),
    BUILD_DISPLAY_NAME: `#${buildNumber}`,
    BUILD_TAG: `jenkins-${job.replaceAll('/', '-')}-${buildNumber}`,
    BUILD_URL: `${jobUrl}${buildNumber}/`,
    RUN_DISPLAY_URL: `${jobUrl}${buildNumber}/display/redirect`,
  };
}

function branchVariables(
  { branch, tag, pullRequest }: Scenario,
  branchName: string | undefined,
): { readonly [name: string]: string } {
  if (branchName === undefined) return {};
  if (pullRequest === undefined)
    return { BRANCH_NAME: branchName, ...(tag === undefined ? {} : { TAG_NAME: tag }) };
  const { id, target, fork } = pullRequest;
  return {
    BRANCH_NAME: branchName,
    CHANGE_ID: String(id),
    CHANGE_TARGET: target,
    CHANGE_BRANCH: branch ?? 'feature',
    CHANGE_URL: `https://git.example.com/service/pull/${id}`,
    // Only a pull request from another repository has it.
    ...(fork ? { CHANGE_FORK: 'contributor' } : {}),
  };
}
