/** checkout, libraryResource. */
import { stepError } from '../failures';
import type { Value } from '../program';
import type { Execution, StepContext } from '../threads';

/** Takes a virtual second and returns what the git plugin does; the files of the scenario are there already. */
export function* checkout(step: StepContext): Execution {
  const { branchName, commit } = step.build.settings;
  yield* step.wait(1_000);
  step.print(`Checking out Revision ${commit}`);
  return {
    GIT_BRANCH: branchName ?? 'origin/main',
    GIT_COMMIT: commit,
    GIT_URL: 'https://git.example.com/service.git',
  };
}

/** The text of a resource script. */
export function libraryResource(step: StepContext): Value {
  const path = step.given.text('resource');
  const script = step.build.resources.withPath(path);
  if (script === undefined) throw stepError(`No such library resource ${path} could be found.`);
  return script.text;
}
