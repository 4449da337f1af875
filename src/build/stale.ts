/** What `--check` shows of outputs that do not fit their sources. */
import { createTwoFilesPatch } from 'diff/lib/patch/create.js';
import type { OutputFiles } from '../outputs';
import { readText, type Changes } from './files';

/** An output that a build would write or remove. */
export interface StaleFile {
  /** Path relative to the project folder. */
  readonly path: string;
  readonly reason: 'missing' | 'different' | 'leftover';
  /** Unified diff from the disk to what the sources make, cut after {@link LONGEST_DIFF} lines; `''` for a leftover. */
  readonly diff: string;
}

/** Lines of a diff that are shown: enough to see what changed. */
const LONGEST_DIFF = 30;

/** Describes the changes that a build would make. */
export function staleFiles(
  projectFolder: string,
  files: OutputFiles,
  changes: Changes,
): readonly StaleFile[] {
  const changed = changes.changed.map((path): StaleFile => {
    const before = readText(projectFolder, path);
    const diff = shortDiff(path, before ?? '', files.get(path) ?? '');
    return { path, reason: before === undefined ? 'missing' : 'different', diff };
  });
  const leftover = changes.leftover.map((path): StaleFile => ({ path, reason: 'leftover', diff: '' }));
  return [...changed, ...leftover].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function shortDiff(path: string, before: string, after: string): string {
  const patch = createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, {
    context: 2,
  });
  // The library puts a line of `=` above its patch, which git does not.
  const lines = patch.replace(/^=+\n/, '').trimEnd().split('\n');
  const rest = lines.length - LONGEST_DIFF;
  return rest <= 0 ? lines.join('\n') : [...lines.slice(0, LONGEST_DIFF), `… ${rest} more lines`].join('\n');
}
