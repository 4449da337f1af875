/** readFile, writeFile, fileExists, deleteDir, pwd, dir: the virtual files of a workspace. */
import { posix } from 'node:path';
import { stepError } from '../failures';
import type { Value } from '../program';
import type { Execution, StepContext } from '../threads';

function pathOf(step: StepContext, argument: string): string {
  return posix.resolve(step.scope.folder, step.given.text(argument));
}

/** The text of a file. Fails with its path when there is none, as NoSuchFileException says it. */
export function readFile(step: StepContext): Value {
  const path = pathOf(step, 'file');
  const text = step.build.workspaces.read(path);
  // NoSuchFileException has the path as its only text.
  if (text === undefined) throw stepError(path);
  return text;
}

/** Writes a file into the virtual workspace. */
export function writeFile(step: StepContext): Value {
  step.build.workspaces.write(pathOf(step, 'file'), step.given.text('text'));
  return null;
}

/** Whether a file or a folder exists. */
export function fileExists(step: StepContext): Value {
  return step.build.workspaces.exists(pathOf(step, 'file'));
}

/** Deletes the current folder with all that is in it. */
export function deleteDir(step: StepContext): Value {
  step.build.workspaces.deleteFolder(step.scope.folder);
  return null;
}

/** The current folder, or the temporary one that Jenkins keeps beside it. */
export function pwd(step: StepContext): Value {
  return step.given.flag('tmp') ? `${step.scope.folder}@tmp` : step.scope.folder;
}

/** Runs the body in another folder, which need not exist. */
export function* dir(step: StepContext): Execution {
  const folder = pathOf(step, 'path');
  step.print(`Running in ${folder}`);
  return yield* step.run({ folder });
}
