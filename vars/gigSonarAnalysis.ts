import { currentBuild, echo, env, script, tool, withSonarQubeEnv } from 'gig-ci/jenkins';
import { buildLabel } from './shared/builds';
import { toolImage, type ToolParameters } from './shared/images';
import { failureMessage } from './shared/messages';

/** Which SonarQube server judges. */
export interface SonarServer {
  /** Name of the server in the configuration of Jenkins. */
  server?: string;
}

/** Which scanner analyses. */
export interface SonarScanner {
  /** Name of the scanner among the tools of Jenkins; without one, the scanner on the PATH or its image is used. */
  scanner?: string;
}

/** Parameters of {@link gigSonarAnalysis}. */
export interface SonarAnalysisParameters extends SonarServer, SonarScanner {
  /** Where the scanner comes from. */
  tool?: ToolParameters;
  /** Folder of the service, with sonar-project.properties. */
  directory?: string;
}

/**
 * Analyses a service with SonarQube; coverage.xml of the tests is taken along. {@link gigSonarGate} asks for the verdict.
 * @example gigSonarAnalysis(directory: 'backend')
 */
export default function gigSonarAnalysis({
  tool: origin = {},
  directory = '.',
  server = 'sonarqube',
  scanner = 'sonar-scanner',
}: SonarAnalysisParameters): void {
  // Jenkins would install one that nobody uses.
  const home = origin.run === 'docker' ? '' : findScanner(scanner);
  const { problem } = withSonarQubeEnv(server, () =>
    script('sonar-scan.sh', {
      BUILD: buildLabel(env.BUILD_URL, env.JOB_NAME, currentBuild.number),
      DIRECTORY: directory,
      SCANNER_HOME: home,
      IMAGE: toolImage('sonar-scanner', env.GIG_IMAGE_MIRROR, origin.image),
      RUN: origin.run,
    }),
  );
  if (problem.length > 0) {
    throw new Error(failureMessage('gigSonarAnalysis', problem));
  }
}

/** Home folder of a scanner that Jenkins installs; `''` when it has no tool of that name. */
export function findScanner(scanner: string): string {
  try {
    return tool(scanner);
  } catch (error) {
    if (error instanceof Error) {
      echo(`Jenkins has no tool ${scanner}: ${error.message}`);
    }
    return '';
  }
}
