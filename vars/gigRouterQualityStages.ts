import { echo, env, stage } from 'gig-ci/jenkins';
import gigOwaspCheck, { type OwaspParameters } from './gigOwaspCheck';
import gigSonarAnalysis, { type SonarScanner, type SonarServer } from './gigSonarAnalysis';
import gigSonarGate, { type SonarVerdict } from './gigSonarGate';
import type { ToolParameters, ToolsParameters } from './shared/images';

/** How SonarQube judges the code; the group `sonar` of a pipeline. */
export interface SonarParameters extends SonarServer, SonarScanner, SonarVerdict {
  /** Analyses pull requests, too, which the Community Edition of SonarQube cannot. */
  pullRequests?: boolean;
}

/** Parameters of {@link gigRouterQualityStages}. */
export interface RouterQualityStagesParameters {
  /** Where the tools come from. */
  tools?: ToolsParameters;
  /** Name of the service in the reports. */
  project: string;
  /** Folder of the service. */
  backendDir?: string;
  /** Quality of the code. */
  sonar?: false | SonarParameters;
  /** Vulnerabilities of the dependencies. */
  owasp?: false | OwaspParameters;
  /** Folder below which the reports are made, as {@link gigOwaspCheck} takes it (the workspace). */
  reportRoot?: string;
}

/**
 * The stages of {@link gigRouterPipeline} that judge code and dependencies.
 * @example gigRouterQualityStages(project: 'orders', backendDir: 'backend', sonar: false)
 */
export default function gigRouterQualityStages({
  tools = {},
  project,
  backendDir = 'backend',
  sonar = {},
  owasp = {},
  reportRoot = '.',
}: RouterQualityStagesParameters): void {
  sonarStages(sonar, backendDir, tools);
  owaspStage(owasp, project, backendDir, reportRoot, tools);
}

/** The stages that judge the code. */
export function sonarStages(sonar: false | SonarParameters, directory: string, tools: ToolsParameters): void {
  stage('SonarQube Analysis', () => analyse(sonar, directory, tools.sonarScanner ?? {}));
  stage('SonarQube Quality Gate', () => awaitGate(sonar));
}

/** The stage that judges the dependencies. */
export function owaspStage(
  owasp: false | OwaspParameters,
  project: string,
  directory: string,
  reportRoot: string,
  tools: ToolsParameters,
): void {
  stage('OWASP Dependency Check', () => {
    if (owasp === false) {
      echo('Skipped: owasp is off');
    } else {
      gigOwaspCheck({ ...owasp, tool: tools.owasp ?? {}, project, directory, reportRoot });
    }
  });
}

/** Why SonarQube does not judge this build; `''` when it does. */
export function sonarRefusal(sonar: false | SonarParameters): string {
  if (sonar === false) {
    return 'sonar is off';
  }
  const { pullRequests = false } = sonar;
  if (env.CHANGE_FORK !== undefined) {
    return 'pull request from a fork, which binds no credential';
  }
  return env.CHANGE_ID !== undefined && !pullRequests ? 'pull request, and sonar.pullRequests is false' : '';
}

function analyse(sonar: false | SonarParameters, directory: string, tool: ToolParameters): void {
  const refusal = sonarRefusal(sonar);
  if (sonar === false || refusal !== '') {
    echo(`Skipped: ${refusal}`);
  } else {
    gigSonarAnalysis({ ...sonar, tool, directory });
  }
}

function awaitGate(sonar: false | SonarParameters): void {
  const refusal = sonarRefusal(sonar);
  if (sonar === false || refusal !== '') {
    echo(`Skipped: ${refusal}`);
  } else {
    gigSonarGate(sonar);
  }
}
