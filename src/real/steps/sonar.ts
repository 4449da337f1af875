/** withSonarQubeEnv, waitForQualityGate: with a server that the credentials file names, asked until it has judged. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { globSync } from 'glob';
import { suggestion } from '../../diagnostics/nearest-name';
import { stepError } from '../../simulator/failures';
import type { Execution, StepContext, Suspension } from '../../simulator/threads';
import type { RealBuild, SonarAnalysis } from '../real-build';
import { maskedForms } from '../secrets';
import { awaited } from '../waiting';

/** Milliseconds between two questions to the server. */
const PAUSE = 2_000;
/** Milliseconds that the server may take for one answer. */
const PATIENCE = 30_000;

/** Sets the variables of SonarBuildWrapper; after the body there is an analysis to wait for, unless `envOnly` is given. */
export function* withSonarQubeEnv(step: StepContext, build: RealBuild): Execution {
  const name = step.given.text('installationName');
  const { credentials, credentialsPlace } = build.input;
  const servers = credentials.sonarServers ?? {};
  const server = Object.hasOwn(servers, name) ? servers[name] : undefined;
  if (server === undefined) {
    throw stepError(
      `SonarQube installation '${name}' is not configured: ${credentialsPlace} has no such sonarServers entry${suggestion(name, Object.keys(servers))}`,
    );
  }
  const token = tokenOf(build, step.given.optionalText('credentialsId')) ?? server.token;
  const parameters = JSON.stringify({ 'sonar.host.url': server.url, 'sonar.token': token });
  const environment = step.environment.overridden(
    [
      ['SONAR_CONFIG_NAME', name],
      ['SONAR_HOST_URL', server.url],
      ['SONAR_AUTH_TOKEN', token],
      ['SONAR_MAVEN_GOAL', 'sonar:sonar'],
      ['SONARQUBE_SCANNER_PARAMS', parameters],
    ],
    maskedForms([token]),
  );
  step.print(`Injecting SonarQube environment variables using the configuration: ${name}`);
  try {
    return yield* step.run({ environment });
  } finally {
    if (!step.given.flag('envOnly')) build.analysis = analysisIn(step.scope.folder, token);
  }
}

function tokenOf(build: RealBuild, id: string | undefined): string | undefined {
  if (id === undefined) return undefined;
  const credential = build.credential(id);
  if (credential?.type === 'text') return credential.text;
  throw stepError(`'${id}' is no secret text in ${build.input.credentialsPlace}`);
}

/** The first `report-task.txt`, as the plugin takes it; a scanner writes it into its working folder. */
function analysisIn(folder: string, token: string): SonarAnalysis | undefined {
  const [report] = globSync('**/report-task.txt', { cwd: folder, dot: true, nodir: true });
  if (report === undefined) return undefined;
  const lines = readFileSync(join(folder, report), 'utf8').split('\n');
  const fields = new Map(
    lines.map((line) => [line.split('=', 1)[0], line.slice(line.indexOf('=') + 1).trim()]),
  );
  const [taskUrl, serverUrl] = [fields.get('ceTaskUrl'), fields.get('serverUrl')];
  return taskUrl === undefined || serverUrl === undefined ? undefined : { taskUrl, serverUrl, token };
}

/** Asks for the task until it is done, then for the quality gate. Jenkins waits for a webhook, which no run here can get. */
export function* waitForQualityGate(step: StepContext, { analysis }: RealBuild): Execution {
  if (analysis === undefined) {
    throw stepError(
      'No previous SonarQube analysis found on this pipeline execution. ' +
        "Please use the 'withSonarQubeEnv' wrapper to run your analysis.",
    );
  }
  const { serverUrl } = analysis;
  step.print(`Asking ${serverUrl} until it has judged (Jenkins waits for its webhook)`);
  let analysisId: string | undefined;
  while (analysisId === undefined) {
    const { task } = yield* ask<TaskAnswer>(step, analysis, analysis.taskUrl);
    if (task.status === 'FAILED' || task.status === 'CANCELED') {
      throw stepError(`SonarQube analysis '${task.status}': see ${serverUrl}`);
    }
    if (task.status === 'SUCCESS') analysisId = task.analysisId;
    else yield* step.wait(PAUSE);
  }
  const question = `${serverUrl}/api/qualitygates/project_status?${new URLSearchParams({ analysisId }).toString()}`;
  const { status } = (yield* ask<GateAnswer>(step, analysis, question)).projectStatus;
  step.print(`SonarQube task completed. Quality gate is '${status}'`);
  if (step.given.flag('abortPipeline') && status !== 'OK') {
    throw stepError(`Pipeline aborted due to quality gate failure: ${status}`);
  }
  return { status };
}

interface TaskAnswer {
  readonly task: { readonly status: string; readonly analysisId?: string };
}

interface GateAnswer {
  readonly projectStatus: { readonly status: string };
}

function* ask<Answer>(
  step: StepContext,
  { token }: SonarAnalysis,
  url: string,
): Generator<Suspension, Answer, void> {
  const authorization = `Basic ${Buffer.from(`${token}:`).toString('base64')}`;
  const answer = async (): Promise<Answer | string> => {
    try {
      const response = await fetch(url, {
        headers: { authorization },
        signal: AbortSignal.timeout(PATIENCE),
      });
      return response.ok ? ((await response.json()) as Answer) : `answers ${response.status}`;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  };
  const answered = yield* awaited(step, answer());
  if (typeof answered === 'string') throw stepError(`SonarQube: ${url}: ${answered}`);
  return answered;
}
