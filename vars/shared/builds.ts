/** What is known of a build, and how what it leaves on a machine is told apart from what others leave. */

/**
 * The value of the label `io.gig-ci.build` on every container that a build starts. The address of the build is unique
 * across controllers; a controller that does not know its own address has job and number.
 */
export function buildLabel(url: string | undefined, job: string | undefined, build: number): string {
  return url ?? `${job ?? ''}#${build}`;
}

/**
 * The name of a session with a role, by which AWS tells in its logs who asked: job and build, in the characters that it takes and 64 of
 * them at most (API reference of STS, AssumeRole).
 */
export function sessionName(job: string | undefined, build: number): string {
  const end = `-${build}`;
  const name = `gig-ci-${job ?? ''}`.replaceAll(/[^A-Za-z0-9_+=,.@-]+/g, '-');
  return `${name.slice(0, 64 - end.length)}${end}`;
}

/** What is known of the build so far, for the notification and for the clean-up. */
export interface BuildState {
  image: string;
  tag: string;
  /** Names that the image may have on this machine. */
  references: string[];
  isPublishing: boolean;
  /** The outcome that the webhook was told last, or refused to hear: a dead one is worth no second agent. */
  attempted: string;
}

/** A build of which nothing is known but what its image is called. */
export function newBuild(image: string): BuildState {
  return { image, tag: '', references: [], isPublishing: false, attempted: '' };
}

/** Where a pipeline runs. */
export interface AgentParameters {
  /**
   * Label expression of the agent; empty is any agent. Called inside `node`, the pipeline takes no second agent where this is empty or one
   * of the labels of that one: it then works in the workspace there, and removes what Git does not know.
   */
  label?: string;
  /**
   * How often the stages begin again, on another agent, when an agent is lost. Nothing else is worth that, and no attempt follows once
   * publishing has begun; nor is there another agent when the Jenkinsfile holds this one.
   * @minimum 0
   */
  retries?: number;
}

/** What concerns a pipeline as a whole. */
export interface OptionsParameters {
  /**
   * How long the build may take, once it has an agent.
   * @minimum 1
   */
  timeoutMinutes?: number;
  /**
   * Prints what would run instead of running it: each command with its stage and the names of its variables. Takes no agent, binds no
   * credential, publishes nothing and tells nobody. What only an agent knows is made up: the commit is all zeros, each
   * command ends well. So are region, account and the address of Nexus where they are set nowhere; the log says it.
   */
  dryRun?: boolean;
  /**
   * After the tests, runs three legs side by side, which share no file: SonarQube with its gate; OWASP; build, load and scan of the image.
   * A leg that fails lets the others end, so that one build shows all that is wrong; the message names each that failed, in the order of time.
   */
  parallel?: boolean;
}
