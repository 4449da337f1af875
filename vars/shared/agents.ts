/** Whether the agent that a Jenkinsfile holds already is the right one for a pipeline that is called inside its `node`. */

/** What is known of it. */
export interface HeldAgent {
  /** Whether no other agent is needed. */
  readonly fits: boolean;
  /** Why another one is taken although there is one; `''` otherwise. */
  readonly remark: string;
}

/**
 * Looks at the agent around. Which agents an expression such as `linux && docker` means only Jenkins knows: there another one is taken.
 * @param label what the pipeline wants; `''` is any agent
 * @param name NODE_NAME, which Jenkins sets inside `node` alone
 * @param labels NODE_LABELS, separated by spaces
 */
export function heldAgent(label: string, name: string | undefined, labels: string | undefined): HeldAgent {
  if (name === undefined) {
    return { fits: false, remark: '' };
  }
  const own = (labels ?? '').split(' ');
  if (label === '' || label === name || own.includes(label)) {
    return { fits: true, remark: '' };
  }
  return {
    fits: false,
    remark: `Another agent is taken: agent.label is ${label}, and ${name} has the labels ${labels ?? ''}. Both are held until the end.`,
  };
}
