import { archiveArtifacts, currentBuild, echo, sh, stage } from 'gig-ci/jenkins';

/** Parameters of {@link gigSmokeTest}. */
export interface SmokeTestParameters {
  /** Image to start. */
  image: string;
  /** Pages that must answer. */
  pages: readonly string[];
}

/**
 * Starts an image, asks for its pages on a port of its own, and removes its container whatever happens.
 * @example gigSmokeTest(image: 'orders:42', pages: ['/', '/health'])
 */
export default function gigSmokeTest({ image, pages }: SmokeTestParameters): void {
  const container = `smoke-test-${currentBuild.number}`;
  try {
    const address = stage('Start', () => {
      sh`docker run --detach --name ${container} --publish 127.0.0.1::8080 ${image}`;
      return sh.output`docker port ${container} 8080`;
    });
    stage('Ask', () => {
      for (const page of pages) {
        // It may still be starting.
        sh`curl --fail --silent --retry 10 --retry-connrefused --output page.html "${address}${page}"`;
        echo(`${page} answers`);
      }
    });
  } finally {
    // The log says why a page did not answer; without a container there is none.
    sh.status`docker logs ${container} > smoke-test.log 2>&1`;
    sh`docker rm --force ${container}`;
    archiveArtifacts('smoke-test.log');
  }
}
