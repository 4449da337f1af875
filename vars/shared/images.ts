/** The tools that gig-ci chooses itself: the only place that names their images and versions. */

/** The image of a tool that runs nowhere else. */
export interface ToolImageParameters {
  /**
   * Image, with a version or a digest, instead of the one that gig-ci chooses. GIG_IMAGE_MIRROR does not change it.
   * @example registry.example.com/tools/its-name:1.2.3
   */
  image?: string;
}

/** Where a tool comes from. */
export interface ToolParameters extends ToolImageParameters {
  /** `auto`: from the PATH of the agent where it is there, else its image by Docker; `path` or `docker`: only the one or the other. */
  run?: 'auto' | 'path' | 'docker';
}

/** Where the tools come from; the group `tools` of a pipeline. */
export interface ToolsParameters {
  /** Kaniko, which runs in its image only. */
  kaniko?: ToolImageParameters;
  /** Trivy. */
  trivy?: ToolParameters;
  /** OWASP dependency-check. */
  owasp?: ToolParameters;
  /** The scanner of SonarQube. One that Jenkins installs counts as one on the PATH. */
  sonarScanner?: ToolParameters;
  /** The AWS command line. */
  aws?: ToolParameters;
}

/** What is wrong with the name of an image that a call gives for a tool; `''` when nothing is. */
export function toolImageProblem(image: string): string {
  const hasDigest = /^[^@ ]+@sha256:[0-9a-f]{64}$/.test(image);
  const hasTag = /^[^@ ]+:[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/.test(image) && !image.endsWith(':latest');
  return hasDigest || hasTag
    ? ''
    : `'${image}' names no version: give a tag, which is not 'latest', or a digest, or tomorrow's build may run another program`;
}

/** What `gigPreflight` is to look for: the names of a tool on the PATH, or the Docker for its image. */
export function toolNames(names: string, { run = 'auto' }: ToolParameters): string {
  switch (run) {
    case 'path':
      return names;
    case 'docker':
      return 'docker';
    default:
      return `${names}|docker`;
  }
}

/**
 * The image of a tool: the one that the call names, else the pinned one. It runs only where the tool is not on the agent's PATH.
 * @param mirror registry that keeps copies of public images; its name is put in front, e.g. for a network without Internet
 */
export function toolImage(
  tool: 'aws' | 'dependency-check' | 'kaniko' | 'sonar-scanner' | 'trivy',
  mirror: string | undefined,
  given?: string,
): string {
  if (given !== undefined) {
    const problem = toolImageProblem(given);
    if (problem !== '') {
      throw new Error(`tool.image ${problem}`);
    }
    return given;
  }
  const images = {
    aws: 'public.ecr.aws/aws-cli/aws-cli:2.37.1',
    'dependency-check': 'docker.io/owasp/dependency-check:12.2.0',
    // The maintained fork: the original project was archived in 2025.
    kaniko: 'ghcr.io/osscontainertools/kaniko:v1.28.3',
    'sonar-scanner': 'docker.io/sonarsource/sonar-scanner-cli:12.2.0.4256_8.1.0',
    // Releases 0.69.4 to 0.69.6 were malicious; this one is later.
    trivy: 'ghcr.io/aquasecurity/trivy:0.74.0',
  };
  return mirroredImage(images[tool], mirror);
}

/** An image as the agent can pull it: behind the mirror, when there is one. */
function mirroredImage(image: string, mirror: string | undefined): string {
  return mirror === undefined || mirror === '' ? image : `${mirror}/${image}`;
}

/** The database server that runs where a call names none. */
export function databaseImage(mirror: string | undefined): string {
  const image = 'postgres:15';
  return mirror === undefined || mirror === '' ? image : mirroredImage(`docker.io/library/${image}`, mirror);
}

/** The pip requirement of a Python tool that gig-ci chooses itself. */
export function pythonTool(tool: 'build' | 'twine'): string {
  const requirements = { build: 'build==1.6.1', twine: 'twine==7.0.0' };
  return requirements[tool];
}
