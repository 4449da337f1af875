/** From the sources of a library to its outputs, in memory. */
import { resolve } from 'node:path';
import { compile, type Compilation } from '../compiler/compile';
import { usesOf } from '../compiler/analysis/uses';
import { loadProject } from '../compiler/load';
import { problems } from '../diagnostics/catalogue';
import type { Diagnostic } from '../diagnostics/diagnostic';
import { sorted } from '../diagnostics/locate';
import { readGlobalVariables, type Definitions } from '../model/global-variables';
import { readScripts, SCRIPT_DECLARATIONS, type Scripts } from '../model/scripts';
import { contradictionsText } from '../direct/contradictions-file';
import { outputFiles, type OutputFiles } from '../outputs';
import { scriptDeclarations } from '../outputs/scripts';

/** A library in memory. */
export interface CompiledLibrary {
  /** Everything that is wrong with the sources, sorted by place. */
  readonly diagnostics: readonly Diagnostic[];
  /** All outputs; none when there are diagnostics. */
  readonly files: OutputFiles;
  /** Names of the global variables. */
  readonly globalVariables: readonly string[];
  readonly scripts: Scripts['scripts'];
  /** The scripts as they were read, with what is wrong with them. */
  readonly resources: Scripts;
  readonly compilation: Compilation;
  readonly definitions: Definitions;
}

/**
 * Compiles the library of a project.
 * @param previous the library as it was compiled before: only what a change reaches is compiled again
 */
export function compileLibrary(projectFolder: string, previous?: CompiledLibrary): CompiledLibrary {
  const folder = resolve(projectFolder);
  const resources = readScripts(folder, previous?.resources);
  const { scripts, diagnostics: scriptDiagnostics } = resources;
  // The types of the scripts as they are now, whatever lies on the disk.
  const declarations = new Map([[SCRIPT_DECLARATIONS, scriptDeclarations(scripts)]]);
  const project = loadProject(folder, declarations, previous?.compilation.analysis.project);
  const compilation = compile(project, previous?.compilation);
  const { files: compiled, diagnostics: compilerDiagnostics, unaffected } = compilation;
  const definitions = readGlobalVariables(
    project,
    previous && { definitions: previous.definitions, unaffected },
  );
  // A file that needs another name does not ask its function for the one that it has.
  const misnamed = compilerDiagnostics
    .filter(({ code }) => code === problems.globalVariableName.code)
    .map(({ file }) => file);
  const modelDiagnostics = definitions.diagnostics.filter(
    ({ code, file }) => code !== problems.defaultExportName.code || !misnamed.includes(file),
  );
  const diagnostics = sorted([...scriptDiagnostics, ...modelDiagnostics, ...compilerDiagnostics]);
  const files =
    diagnostics.length > 0
      ? new Map<string, string>()
      : outputFiles(
          compiled,
          definitions.models,
          scripts,
          usesOf(compilation.modules.values()),
          contradictionsText(compilation.analysis, compilation.modules),
        );
  const globalVariables = project.modules
    .filter(({ kind }) => kind === 'globalVariable')
    .map(({ name }) => name);
  return { compilation, definitions, diagnostics, files, globalVariables, scripts, resources };
}
