/** node, tool: this machine is the only agent, with as many executors as are asked for. */
import { accessSync, constants, realpathSync } from 'node:fs';
import { hostname } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { stepError } from '../../simulator/failures';
import type { Value } from '../../simulator/program';
import type { Execution, StepContext } from '../../simulator/threads';
import type { RealBuild } from '../real-build';
import { awaitedToTheEnd } from '../waiting';

/** Takes a workspace; whatever label is asked for, this machine has it. */
export function* node(step: StepContext, { input }: RealBuild): Execution {
  const { workspaces } = input;
  const workspace = workspaces.take();
  const { path, left, cookie } = workspace;
  const label = step.given.optionalText('label') ?? '';
  step.print(`Running on ${hostname()} in ${path}${label === '' ? '' : `, which stands for '${label}'`}`);
  if (left !== undefined) {
    step.print(`${left.run} ended without cleaning up here: its processes and its files are removed.`);
  }
  const [name = '', value = ''] = cookie.split('=');
  const environment = step.environment.onAgent({
    NODE_NAME: hostname(),
    NODE_LABELS: label === '' ? hostname() : `${hostname()} ${label}`,
    EXECUTOR_NUMBER: '0',
    WORKSPACE: path,
    WORKSPACE_TMP: `${path}@tmp`,
    [name]: value,
  });
  try {
    return yield* step.run({ workspace, folder: path, environment });
  } finally {
    yield* awaitedToTheEnd(step, workspaces.giveBack(workspace));
  }
}

/** Home of a tool, whose programs lie in its `bin`: on this machine, of the program of that name on the PATH. */
export function tool(step: StepContext): Value {
  const name = step.given.text('name');
  const folders = (step.environment.get('PATH') ?? '').split(delimiter);
  const program = folders.map((folder) => join(folder, name)).find(isExecutable);
  if (program === undefined) {
    throw stepError(
      `No tool named ${name} found: a run on this machine takes the program of that name on the PATH.`,
    );
  }
  return dirname(dirname(realpathSync(program)));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
