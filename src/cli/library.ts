/** Which built library a command is about. */
import { join, relative, resolve } from 'node:path';
import { hasLibrary, openCheckedLibrary, type CheckedLibrary } from '../check/library';
import { findProject } from './project-folder';
import { version } from './version';

/**
 * The library that is named, the one around this folder, or the one that this gig-ci came with.
 * Code of one that merely lies around the folder does not run: the check may be of files that a stranger sent.
 * @returns the library, and how the user knows it
 * @throws UnusableInput when it was not built, or by a newer gig-ci
 */
export function openLibraryFor(
  folder: string,
  named: string | undefined,
): { readonly library: CheckedLibrary; readonly shown: string } {
  const around = named === undefined ? libraryAround(folder) : resolve(folder, named);
  const own = join(__dirname, '..', '..');
  const isOwn = around === undefined && hasLibrary(own);
  const place = isOwn ? own : (around ?? folder);
  const shown = isOwn ? `gig-ci ${version()}` : (named ?? (relative(folder, place) || '.'));
  const isTrusted = named !== undefined || place === own;
  return { library: openCheckedLibrary(place, shown, isTrusted), shown };
}

function libraryAround(folder: string): string | undefined {
  const project = findProject(folder, undefined);
  if ('folder' in project) return project.folder;
  return hasLibrary(folder) ? folder : undefined;
}
