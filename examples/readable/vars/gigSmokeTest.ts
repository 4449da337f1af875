import { archiveArtifacts, echo, sh, stage } from 'gig-ci/jenkins';

/** Parameters of {@link gigSmokeTest}. */
export interface SmokeTestParameters {
  /** Image to start. */
  image: string;
  /** Pages that must answer. */
  pages: readonly string[];
}

/**
 * Starts an image, asks for its pages, and stops it whatever happens.
 * @example gigSmokeTest(image: 'orders:42', pages: ['/', '/health'])
 */
export default function gigSmokeTest({ image, pages }: SmokeTestParameters): void {
  stage('Start', () => {
    sh`docker run --detach --name smoke-test --publish 8080:8080 ${image}`;
  });
  try {
    stage('Ask', () => {
      for (const page of pages) {
        sh`curl --fail --silent --output page.html http://localhost:8080${page}`;
        echo(`${page} answers`);
      }
    });
  } finally {
    // The log says why a page did not answer.
    sh`docker logs smoke-test > smoke-test.log 2>&1`;
    archiveArtifacts('smoke-test.log');
    sh`docker rm --force smoke-test`;
  }
}
