/** node, tool. */
import type { Value } from '../program';
import type { Execution, StepContext } from '../threads';

/** Takes an agent and a workspace; agents are never short. */
export function* node(step: StepContext): Execution {
  const { workspaces } = step.build;
  const workspace = workspaces.take();
  const { path } = workspace;
  step.print(`Running on agent-1 in ${path}`);
  const environment = step.environment.onAgent({
    NODE_NAME: 'agent-1',
    NODE_LABELS: 'agent-1 linux docker',
    EXECUTOR_NUMBER: '0',
    WORKSPACE: path,
    WORKSPACE_TMP: `${path}@tmp`,
  });
  try {
    return yield* step.run({ workspace, folder: path, environment });
  } finally {
    workspaces.release(workspace);
  }
}

/** Home folder of a tool; every name is configured. */
export function tool(step: StepContext): Value {
  return `/home/jenkins/tools/${step.given.text('name')}`;
}
