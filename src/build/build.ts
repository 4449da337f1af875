/**
 * The build of a library, from `vars/` and `resources/` to `groovy-out/`: here in order, the other files have what it does
 * on the disk. How a text is made is the business of `compiler/` and `outputs/`.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { UnusableInput } from '../diagnostics/unusable-input';
import { compileLibrary, type CompiledLibrary } from './compile-library';
import { applyChanges, compareWithDisk, type Changes } from './files';
import { withLock } from './lock';
import { staleFiles, type StaleFile } from './stale';

/** How a library is built. */
export interface BuildOptions {
  /** Writes nothing and says what a build would write. */
  readonly check?: boolean;
  /** The library as an earlier build compiled it: only what a change reaches is compiled again. */
  readonly previous?: CompiledLibrary;
}

/** What a build did. Paths are relative to the project folder. When there are diagnostics, nothing was written. */
export interface BuildResult extends CompiledLibrary {
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  /** Generated files that no source makes any more. */
  readonly removed: readonly string[];
  /** With `check`: what a build would write or remove. */
  readonly stale: readonly StaleFile[];
  /** Wall-clock time of the build. */
  readonly milliseconds: number;
}

/**
 * Builds the library of a project.
 * @throws UnusableInput when there is no `vars/`, a file that is not ours is in the way, or another build does not end
 */
export function build(projectFolder: string, options: BuildOptions = {}): BuildResult {
  const began = performance.now();
  const folder = resolve(projectFolder);
  requireGlobalVariables(folder);
  const { previous } = options;
  const result =
    options.check === true ? check(folder, previous) : withLock(folder, () => write(folder, previous));
  return { ...result, milliseconds: performance.now() - began };
}

type Outcome = Omit<BuildResult, 'milliseconds'>;

function write(folder: string, previous: CompiledLibrary | undefined): Outcome {
  const made = compileLibrary(folder, previous);
  if (made.diagnostics.length > 0) return { ...made, ...NOTHING_DONE };
  const changes = compareWithDisk(folder, made.files);
  applyChanges(folder, made.files, changes);
  const { changed: written, unchanged, leftover: removed } = changes;
  return { ...made, written, unchanged, removed, stale: [] };
}

function check(folder: string, previous: CompiledLibrary | undefined): Outcome {
  const made = compileLibrary(folder, previous);
  if (made.diagnostics.length > 0) return { ...made, ...NOTHING_DONE };
  const changes: Changes = compareWithDisk(folder, made.files);
  const stale = staleFiles(folder, made.files, changes);
  return { ...made, ...NOTHING_DONE, unchanged: changes.unchanged, stale };
}

const NOTHING_DONE = { written: [], unchanged: [], removed: [], stale: [] } as const;

function requireGlobalVariables(folder: string): void {
  if (existsSync(join(folder, 'vars'))) return;
  const remedy = 'Run the command in the folder of the library, or name it.';
  throw new UnusableInput([{ place: folder, reason: 'has no folder vars/', remedy }]);
}
