import { agent, currentBuild, echo, env, node, retry, script, withDeadline } from 'gig-ci/jenkins';
import { heldAgent } from './shared/agents';
import { buildLabel, type BuildState } from './shared/builds';

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

/** Runs the body and removes what the build leaves, even after an abort. A Docker that hangs does not keep the agent. */
function withCleanUp(build: BuildState, body: () => void): void {
  try {
    body();
  } finally {
    // The second time for most of it: an abort may have hit the first.
    withDeadline(5, 'The clean-up', 'Does Docker hang?', () => gigCleanUp({ references: build.references }));
  }
}

/** One attempt on one agent, in so many minutes; whatever it leaves is removed. */
export function attempt(build: BuildState, timeoutMinutes: number, stages: () => void): void {
  if (build.isPublishing) {
    throw new Error(
      'The agent was lost after publishing had begun, and a second attempt could publish twice. ' +
        'See in the log what was published, and start a new build.',
    );
  }
  withCleanUp(build, () => {
    withDeadline(timeoutMinutes, 'The build', 'options.timeoutMinutes allows more time.', stages);
  });
}

/** Runs the body on the agent that the Jenkinsfile holds, where that is the right one; else on another, and again when that is lost. */
export function withAgent(label: string, retries: number, body: () => void): void {
  const { fits, remark } = heldAgent(label, env.NODE_NAME, env.NODE_LABELS);
  if (fits) {
    body();
    return;
  }
  if (remark !== '') {
    echo(remark);
  }
  retry({ count: retries + 1, conditions: [agent()] }, () => {
    node(label, body);
  });
}
