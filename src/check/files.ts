/** Which files are meant, and their texts. */
import { readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { globSync, hasMagic } from 'glob';
import type { InputProblem } from '../diagnostics/unusable-input';
import { decodeUtf8, notUtf8 } from '../diagnostics/utf8';
import type { CheckedFile } from './index';

const PATTERNS = ['Jenkinsfile', '**/*.jenkinsfile', '**/Jenkinsfile*'];
const IGNORED = ['**/node_modules/**'];
/** Where a file says so early, it is no text. */
const SAMPLE = 8000;

/** The files of a command, with what cannot be read. */
export interface CheckedFiles {
  readonly files: readonly CheckedFile[];
  readonly problems: readonly InputProblem[];
}

/**
 * Reads the files that were named; of a folder, or when none is named, every Jenkinsfile in it.
 * @param folder the working directory
 */
export function readFiles(folder: string, named: readonly string[]): CheckedFiles {
  const problems: InputProblem[] = [];
  const paths = new Set<string>();
  for (const place of named.length === 0 ? ['.'] : named) {
    const found = statSync(resolve(folder, place), { throwIfNoEntry: false });
    if (found === undefined)
      problems.push({
        place,
        reason: hasMagic(place) ? 'is a pattern that matches no file' : 'does not exist',
        remedy: 'Give the path of a Jenkinsfile, or of a folder: all Jenkinsfiles in it are checked.',
      });
    else if (!found.isDirectory()) paths.add(place);
    else {
      const inside = jenkinsfilesIn(folder, place);
      for (const path of inside) paths.add(path);
      if (inside.length === 0)
        problems.push({
          place,
          reason: `holds no Jenkinsfile: nothing matches ${PATTERNS.join(', ')}`,
          remedy: 'Name the files, whatever they are called.',
        });
    }
  }
  const files = [...paths].flatMap((path) => {
    const read = readFile(folder, path);
    if ('text' in read) return [read];
    problems.push(read);
    return [];
  });
  return { files, problems };
}

function jenkinsfilesIn(folder: string, place: string): readonly string[] {
  const cwd = resolve(folder, place);
  const found = globSync(PATTERNS, { cwd, ignore: IGNORED, nodir: true, posix: true });
  return found.map((path) => relative(folder, join(cwd, path)).replaceAll('\\', '/')).sort();
}

function readFile(folder: string, path: string): CheckedFile | InputProblem {
  const bytes = readBytes(resolve(folder, path));
  if ('code' in bytes) {
    const remedy = 'Check the permissions of the file and of the folders above it.';
    return { place: path, reason: `cannot be read (${bytes.code})`, remedy };
  }
  if (bytes.subarray(0, SAMPLE).includes(0))
    return { place: path, reason: 'is no text but binary', remedy: 'Name Jenkinsfiles alone.' };
  const text = decodeUtf8(bytes, true);
  return text === undefined ? notUtf8(path, bytes) : { path, text };
}

function readBytes(path: string): Buffer | { readonly code: string } {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error) return { code: String(error.code) };
    throw error;
  }
}
