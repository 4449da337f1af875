/** The tools that gig-ci chooses itself: the only place that names their images and versions. */

/**
 * The pinned image of a tool. It runs only where the tool is not on the agent's PATH.
 * @param mirror registry that keeps copies of public images; its name is put in front, e.g. for a network without Internet
 */
export function toolImage(
  tool: 'aws' | 'dependency-check' | 'kaniko' | 'sonar-scanner' | 'trivy',
  mirror: string | undefined,
): string {
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
