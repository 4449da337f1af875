import { currentBuild, env, script } from 'gig-ci/jenkins';
import { buildLabel } from './shared/builds';

/** Parameters of {@link gigCleanUp}. */
export interface CleanUpParameters {
  /** Image archive to remove. */
  archive?: string;
  /** Names of images to remove from the Docker of this machine. */
  references?: string[];
}

/**
 * Removes whatever this build may have left on this machine: containers, images, the image archive, the registry login. It belongs into the
 * outermost `finally` inside `node`: an abort may hit the clean-up of any single step.
 * @example gigCleanUp(references: ['registry.example.com/orders:42-a3f5c21'])
 */
export default function gigCleanUp({
  archive = '.gig-ci/image.tar',
  references = [],
}: CleanUpParameters): void {
  script('clean-up.sh', {
    BUILD: buildLabel(env.BUILD_URL, env.JOB_NAME, currentBuild.number),
    ARCHIVE: archive,
    REFERENCES: references,
  });
}
