/** readFile, writeFile, fileExists, deleteDir, pwd, dir. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { hasCode } from '../../diagnostics/error-code';
import { stepError } from '../../simulator/failures';
import type { Value } from '../../simulator/program';
import type { Execution, StepContext } from '../../simulator/threads';

/** `readFile`: text, or base64 where that is the encoding. */
export function readFile(step: StepContext): Value {
  const path = pathOf(step, 'file');
  try {
    return readFileSync(path, encodingOf(step));
  } catch (error) {
    // NoSuchFileException has the path as its only text.
    throw hasCode(error, 'ENOENT') ? stepError(path) : error;
  }
}

/** Makes the folders of the file, too (FilePath.write). */
export function writeFile(step: StepContext): Value {
  const path = pathOf(step, 'file');
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, step.given.text('text'), encodingOf(step));
  return null;
}

/** `fileExists`: also true for a folder. */
export function fileExists(step: StepContext): Value {
  return existsSync(pathOf(step, 'file'));
}

/** Deletes the current folder. The next step that runs in it makes it again. */
export function deleteDir(step: StepContext): Value {
  rmSync(step.scope.folder, { recursive: true, force: true });
  return null;
}

/** The current folder, or the temporary one that Jenkins keeps beside it. */
export function pwd(step: StepContext): Value {
  return step.given.flag('tmp') ? `${step.scope.folder}@tmp` : step.scope.folder;
}

/** `dir`: what is inside runs in another folder. */
export function* dir(step: StepContext): Execution {
  const folder = pathOf(step, 'path');
  step.print(`Running in ${folder}`);
  return yield* step.run({ folder });
}

function pathOf(step: StepContext, argument: string): string {
  return resolve(step.scope.folder, step.given.text(argument));
}

function encodingOf(step: StepContext): BufferEncoding {
  return step.given.optionalText('encoding') === 'Base64' ? 'base64' : 'utf8';
}
