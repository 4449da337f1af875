/**
 * The build of a library, from `vars/` and `resources/` to `groovy-out/`: here in order, the other files have what it does
 * on the disk. How a text is made is the business of `compiler/` and `outputs/`.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { compile } from '../compiler/compile';
import { loadProject, type Project } from '../compiler/load';
import { problems } from '../diagnostics/catalogue';
import type { Diagnostic } from '../diagnostics/diagnostic';
import { sorted } from '../diagnostics/locate';
import { UnusableInput } from '../diagnostics/unusable-input';
import { readGlobalVariables } from '../model/global-variables';
import type { GlobalVariableModel } from '../model/model';
import { readScripts, type Script } from '../model/scripts';
import { outputFiles, type OutputFiles } from '../outputs';
import { SCRIPT_DECLARATIONS, scriptDeclarations } from '../outputs/scripts';
import { applyChanges, compareWithDisk, type Changes } from './files';
import { withLock } from './lock';
import { staleFiles, type StaleFile } from './stale';

export interface BuildOptions {
  /** Writes nothing and says what a build would write. */
  readonly check?: boolean;
}

/** What a build did. Paths are relative to the project folder. */
export interface BuildResult {
  /** Everything that is wrong with the sources, sorted by place. When there is any, nothing was written. */
  readonly diagnostics: readonly Diagnostic[];
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  /** Generated files that no source makes any more. */
  readonly removed: readonly string[];
  /** With `check`: what a build would write or remove. */
  readonly stale: readonly StaleFile[];
  /** Names of the global variables. */
  readonly globalVariables: readonly string[];
  /** What a Jenkinsfile can call; of a global variable with methods only there is none. */
  readonly models: readonly GlobalVariableModel[];
  readonly scripts: readonly Script[];
  /** Wall-clock time of the build. */
  readonly milliseconds: number;
  /** All outputs; none when there are diagnostics. */
  readonly files: OutputFiles;
}

/**
 * Builds the library of a project.
 * @throws UnusableInput when there is no `vars/`, a file that is not ours is in the way, or another build does not end
 */
export function build(projectFolder: string, options: BuildOptions = {}): BuildResult {
  const began = performance.now();
  const folder = resolve(projectFolder);
  requireGlobalVariables(folder);
  const result = options.check === true ? check(folder) : withLock(folder, () => write(folder));
  return { ...result, milliseconds: performance.now() - began };
}

type Outcome = Omit<BuildResult, 'milliseconds'>;

function write(folder: string): Outcome {
  const made = compileLibrary(folder);
  if (made.diagnostics.length > 0) return { ...made, ...NOTHING_DONE };
  const changes = compareWithDisk(folder, made.files);
  applyChanges(folder, made.files, changes);
  const { changed: written, unchanged, leftover: removed } = changes;
  return { ...made, written, unchanged, removed, stale: [] };
}

function check(folder: string): Outcome {
  const made = compileLibrary(folder);
  if (made.diagnostics.length > 0) return { ...made, ...NOTHING_DONE };
  const changes: Changes = compareWithDisk(folder, made.files);
  const stale = staleFiles(folder, made.files, changes);
  return { ...made, ...NOTHING_DONE, unchanged: changes.unchanged, stale };
}

/** A library in memory. */
export interface CompiledLibrary extends Pick<
  BuildResult,
  'diagnostics' | 'files' | 'globalVariables' | 'models' | 'scripts'
> {
  readonly project: Project;
}

/** From the sources to the outputs, in memory. */
export function compileLibrary(projectFolder: string): CompiledLibrary {
  const folder = resolve(projectFolder);
  const { scripts, diagnostics: scriptDiagnostics } = readScripts(folder);
  // The types of the scripts as they are now, whatever lies on the disk.
  const project = loadProject(folder, new Map([[SCRIPT_DECLARATIONS, scriptDeclarations(scripts)]]));
  const { models, diagnostics: modelDiagnostics } = readGlobalVariables(project);
  const { files: compiled, diagnostics: compilerDiagnostics } = compile(project);
  // A file that needs another name does not ask its function for the one that it has.
  const misnamed = compilerDiagnostics
    .filter(({ code }) => code === problems.globalVariableName.code)
    .map(({ file }) => file);
  const definitions = modelDiagnostics.filter(
    ({ code, file }) => code !== problems.defaultExportName.code || !misnamed.includes(file),
  );
  const diagnostics = sorted([...scriptDiagnostics, ...definitions, ...compilerDiagnostics]);
  const files = diagnostics.length > 0 ? new Map<string, string>() : outputFiles(compiled, models, scripts);
  const globalVariables = project.modules
    .filter(({ kind }) => kind === 'globalVariable')
    .map(({ name }) => name);
  return { project, diagnostics, files, globalVariables, models, scripts };
}

const NOTHING_DONE = { written: [], unchanged: [], removed: [], stale: [] } as const;

function requireGlobalVariables(folder: string): void {
  if (existsSync(join(folder, 'vars'))) return;
  const remedy = 'Run the command in the folder of the library, or name it.';
  throw new UnusableInput([{ place: folder, reason: 'has no folder vars/', remedy }]);
}
