/**
 * Jenkinsfiles of many styles, which are good, and what a small mistake makes of them: `valid/` has the files, written by
 * hand, `mutations` the mistakes.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckedFile } from '../../../src/check';

/** The files of `valid/`, by name. */
export function validFiles(): readonly CheckedFile[] {
  const folder = join(__dirname, 'valid');
  const names = readdirSync(folder).sort();
  return names.map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
}
