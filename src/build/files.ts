/**
 * Outputs on the disk: what would change, and the change itself. Only files that carry our header line are ever
 * replaced or removed.
 */
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  rmdirSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { UnusableInput } from '../diagnostics/unusable-input';
import type { OutputFiles } from '../outputs';
import { isGenerated, OUTPUT_FOLDER } from '../outputs/header';
import { SCRIPT_DECLARATIONS } from '../model/scripts';
import { REFERENCE_FOLDER } from '../outputs/reference';
import { SECURITY_PAGE } from '../outputs/security';

/** How the disk differs from what the outputs should be; each list is sorted. */
export interface Changes {
  /** Files that are missing or have another content. */
  readonly changed: readonly string[];
  readonly unchanged: readonly string[];
  /** Generated files that no source makes any more. */
  readonly leftover: readonly string[];
}

/**
 * Compares the outputs with the disk.
 * @throws UnusableInput when a file that we did not generate is in the way
 */
export function compareWithDisk(projectFolder: string, files: OutputFiles): Changes {
  const paths = [...files.keys()].sort();
  const onDisk = new Map(paths.map((path) => [path, readText(projectFolder, path)]));
  const isUnchanged = (path: string): boolean => onDisk.get(path) === files.get(path);
  const changed = paths.filter((path) => !isUnchanged(path));
  const inTheWay = changed.filter((path) => !isGenerated(onDisk.get(path) ?? files.get(path) ?? ''));
  if (inTheWay.length > 0) {
    const remedy = 'Move it elsewhere: the build writes a generated file to this place.';
    throw new UnusableInput(inTheWay.map((place) => ({ place, reason: 'is not a generated file', remedy })));
  }
  const leftover = filesForOutputs(projectFolder)
    .filter((path) => !files.has(path) && isGenerated(readText(projectFolder, path) ?? ''))
    .sort();
  return {
    changed,
    unchanged: paths.filter(isUnchanged),
    leftover,
  };
}

/** The content of a file of the project; `undefined` where there is none. */
export function readText(projectFolder: string, path: string): string | undefined {
  const file = join(projectFolder, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** Makes the changes: every file is complete before the first one gets its name. */
export function applyChanges(
  projectFolder: string,
  files: OutputFiles,
  { changed, leftover }: Changes,
): void {
  const prepared = new Map<string, string>();
  try {
    for (const path of changed) {
      const file = join(projectFolder, path);
      const temporary = `${file}.${process.pid}.tmp`;
      mkdirSync(dirname(file), { recursive: true });
      prepared.set(temporary, file);
      writeFileSync(temporary, files.get(path) ?? '');
    }
  } catch (error) {
    for (const temporary of prepared.keys()) rmSync(temporary, { force: true });
    throw error;
  }
  for (const [temporary, file] of prepared) renameSync(temporary, file);
  for (const path of leftover) {
    rmSync(join(projectFolder, path), { force: true });
    removeEmptyFolders(projectFolder, dirname(path));
  }
}

/** All files where outputs may lie. What a build that was killed left half done lies there, too. */
function filesForOutputs(projectFolder: string): readonly string[] {
  return [
    ...filesBelow(projectFolder, OUTPUT_FOLDER),
    ...filesBelow(projectFolder, REFERENCE_FOLDER),
    SECURITY_PAGE,
    SCRIPT_DECLARATIONS,
  ];
}

function filesBelow(projectFolder: string, folder: string): readonly string[] {
  if (!existsSync(join(projectFolder, folder))) return [];
  return readdirSync(join(projectFolder, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesBelow(projectFolder, path);
    return entry.isFile() ? [path] : [];
  });
}

/** Removes a folder of the library that has become empty, and those around it. */
function removeEmptyFolders(projectFolder: string, folder: string): void {
  if (!folder.startsWith(`${OUTPUT_FOLDER}/`) || readdirSync(join(projectFolder, folder)).length > 0) return;
  rmdirSync(join(projectFolder, folder));
  removeEmptyFolders(projectFolder, dirname(folder));
}
