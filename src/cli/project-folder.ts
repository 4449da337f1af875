/** Which project a command works on. */
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { InputProblem } from '../diagnostics/unusable-input';

/**
 * The folder that holds the library: what `--project` says, else the nearest one from `start` upwards.
 * @returns the absolute path, or what is wrong
 */
export function findProject(
  start: string,
  explicit: string | undefined,
): { readonly folder: string } | { readonly problem: InputProblem } {
  if (explicit === undefined) {
    return findUpwards(start);
  }
  const folder = resolve(start, explicit);
  if (isProject(folder)) {
    return { folder };
  }
  const reason = existsSync(folder) ? 'holds no library: no vars/ beside a package.json' : 'does not exist';
  return { problem: { place: explicit, reason, remedy: 'Give --project the folder that holds vars/.' } };
}

function findUpwards(start: string): ReturnType<typeof findProject> {
  for (let folder = start; ; folder = dirname(folder)) {
    if (isProject(folder)) {
      return { folder };
    }
    if (dirname(folder) === folder) {
      const reason = 'is not inside a library: no folder above it holds vars/ beside a package.json';
      return { problem: { place: start, reason, remedy: 'Name the library with --project FOLDER.' } };
    }
  }
}

/** A library has its global variables in `vars/` and is a package of its own, or has been built before. */
function isProject(folder: string): boolean {
  const holds = (name: string) => existsSync(join(folder, name));
  return holds('vars') && (holds('package.json') || holds('groovy-out'));
}
