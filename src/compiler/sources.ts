/** The files of `vars/`: which of them are read, and their texts. */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { UnusableInput, type InputProblem } from '../diagnostics/unusable-input';
import { decodeUtf8, notUtf8 } from '../diagnostics/utf8';

/**
 * The program files in a folder of a project, sorted; none where there is no folder. Hidden files and declarations are
 * left out.
 * @returns paths relative to the project folder
 * @throws UnusableInput when the folder is a file
 */
export function programFiles(projectFolder: string, folder: string): readonly string[] {
  const absolute = join(projectFolder, folder);
  if (!existsSync(absolute)) return [];
  if (!statSync(absolute).isDirectory()) {
    const remedy = 'Move it elsewhere: the modules of the library stand in that folder.';
    throw new UnusableInput([{ place: folder, reason: 'is not a folder', remedy }]);
  }
  return readdirSync(absolute)
    .filter((name) => /\.[cm]?[jt]sx?$/.test(name) && !name.endsWith('.d.ts') && !name.startsWith('.'))
    .sort()
    .map((name) => `${folder}/${name}`);
}

/** A program file in `vars/` that is neither a global variable nor a shared module: `x.test.ts`, `x.tsx`, `x.js`. */
export function isMisplaced(file: string): boolean {
  return /^vars\/(shared\/)?[^/]+$/.test(file) && !/^[^.]+\.ts$/.test(file);
}

/**
 * Reads files as UTF-8, with or without a byte order mark.
 * @param files paths relative to the project folder
 * @throws UnusableInput with every file that is none or has other bytes
 */
export function readTexts(projectFolder: string, files: readonly string[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const problems: InputProblem[] = [];
  for (const file of files) {
    const path = join(projectFolder, file);
    if (!statSync(path).isFile()) {
      problems.push({ place: file, reason: 'is not a file', remedy: 'Move it elsewhere, or rename it.' });
      continue;
    }
    const bytes = readFileSync(path);
    const text = decodeUtf8(bytes);
    if (text !== undefined) texts.set(file, text);
    else problems.push(notUtf8(file, bytes));
  }
  if (problems.length > 0) throw new UnusableInput(problems);
  return texts;
}
