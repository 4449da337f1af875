/** Which project a command works on. */
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { UnusableInput, type InputProblem } from '../diagnostics/unusable-input';

type Found = { readonly folder: string } | { readonly problem: InputProblem };

/**
 * The folder that holds the library: what `--project` says, else the nearest one upwards from the file that a command
 * works on, or from the working directory.
 * @param folder the working directory
 * @returns the absolute path, or what is wrong
 */
export function findProject(folder: string, explicit: string | undefined, file?: string): Found {
  if (explicit !== undefined) {
    return named(folder, explicit);
  }
  const near = file === undefined ? undefined : findUpwards(dirname(resolve(folder, file)));
  return near !== undefined && 'folder' in near ? near : findUpwards(folder);
}

/** The folder that {@link findProject} finds. @throws UnusableInput when there is none */
export function requireProject(folder: string, explicit: string | undefined): string {
  const project = findProject(folder, explicit);
  if ('problem' in project) throw new UnusableInput([project.problem]);
  return project.folder;
}

function named(start: string, explicit: string): Found {
  const folder = resolve(start, explicit);
  if (isProject(folder)) {
    return { folder };
  }
  const reason = existsSync(folder) ? 'holds no library: no vars/ beside a package.json' : 'does not exist';
  return { problem: { place: explicit, reason, remedy: 'Give --project the folder that holds vars/.' } };
}

function findUpwards(start: string): Found {
  for (let folder = start; ; folder = dirname(folder)) {
    if (isProject(folder)) {
      return { folder };
    }
    if (dirname(folder) === folder) {
      const reason = 'is not inside a library: no folder above it holds vars/ beside a package.json';
      return {
        problem: {
          place: start,
          reason,
          remedy: 'Run the command in the library, or name it: --project FOLDER.',
        },
      };
    }
  }
}

/** A library has its global variables in `vars/` and is a package of its own, or has been built before. */
function isProject(folder: string): boolean {
  const holds = (name: string) => existsSync(join(folder, name));
  return holds('vars') && (holds('package.json') || holds('groovy-out'));
}
