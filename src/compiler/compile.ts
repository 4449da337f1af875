/**
 * The passes of the compiler, in order. `load` reads a project; `analysis/` finds out and changes nothing; `syntax/` is the
 * subset of TypeScript, `lower/` makes Groovy of it, one construct a file, and `builtins/` has one entry a member of the
 * language. No library is known by name, and what is made is a tree: text comes from `groovy/` alone.
 */
import type ts from 'typescript';
import { problems } from '../diagnostics/catalogue';
import type { Diagnostic } from '../diagnostics/diagnostic';
import { diagnosticBetween, relativePath, sorted } from '../diagnostics/locate';
import { globalDiagnostics } from '../diagnostics/typescript';
import type { GroovyFile } from '../groovy';
import { analyse, type Analysis } from './analysis/analyse';
import { compileModule, isCause, type CompiledModule } from './compile-module';
import type { Project } from './load';
import { deepestNesting } from './nesting';
import { changedModules, reusableModules, unaffectedModules } from './reuse';

/** What a project compiles to. When there are diagnostics the files are incomplete and must not be written. */
export interface Compilation {
  /** Global variables and shared classes, in the order of the modules. */
  readonly files: readonly GroovyFile[];
  /** Everything that is wrong, in all files, sorted by place. */
  readonly diagnostics: readonly Diagnostic[];
  readonly analysis: Analysis;
  readonly modules: ReadonlyMap<ts.SourceFile, CompiledModule>;
  /** The files that neither changed since the compilation before nor import one that did. */
  readonly unaffected: ReadonlySet<ts.SourceFile>;
}

/**
 * Checks a loaded project and lowers it to Groovy.
 * @param previous the compilation before of the project, of whose modules those are taken over that nothing changes
 */
export function compile(project: Project, previous?: Compilation): Compilation {
  const changed = previous === undefined ? 'all' : changedModules(project, previous.analysis.project);
  const unaffected = unaffectedModules(project, changed);
  // The checker answers a single question quickly only about a file that it has checked.
  const toCheck = changed === 'all' ? project.modules : changed;
  for (const { sourceFile } of toCheck) project.program.getSemanticDiagnostics(sourceFile);
  const analysis = analyse(project, previous && { analysis: previous.analysis, unaffected });
  const same = previous && reusableModules(analysis, previous.analysis, changed);
  const modules = new Map<ts.SourceFile, CompiledModule>();
  for (const module of project.modules) {
    const known =
      same?.has(module.sourceFile) === true ? previous?.modules.get(module.sourceFile) : undefined;
    // A message may name a line of another file.
    const isReusable = known !== undefined && diagnosticsOf(known).length === 0;
    modules.set(module.sourceFile, isReusable ? known : compileModule(analysis, module));
  }
  const compiled = [...modules.values()];
  const files = compiled.flatMap(({ file }) => file ?? []);
  return { files, diagnostics: allDiagnostics(project, compiled), analysis, modules, unaffected };
}

function diagnosticsOf({ typescript, refused, notLowered }: CompiledModule): readonly Diagnostic[] {
  return [...typescript, ...refused, ...notLowered];
}

function allDiagnostics(project: Project, compiled: readonly CompiledModule[]): readonly Diagnostic[] {
  const misplaced = project.misplaced.map((sourceFile) => {
    const name = relativePath(sourceFile, project.folder);
    return diagnosticBetween(sourceFile, 0, 1, problems.misplacedFile(name), project.folder);
  });
  const typescript = [
    ...globalDiagnostics(project.program, project.folder),
    ...compiled.flatMap((each) => each.typescript),
  ];
  const refused = [...compiled.flatMap((each) => each.refused), ...misplaced];
  const notLowered = compiled.flatMap((each) => each.notLowered);
  const ours = [...refused, ...withoutConsequences(notLowered, [...refused, ...typescript.filter(isCause)])];
  return withNesting(project, sorted([...ours, ...withoutConsequences(typescript, ours)]));
}

/** What is said of an empty file that stands for another follows from its nesting, and so does what misses its exports. */
function withNesting(project: Project, found: readonly Diagnostic[]): readonly Diagnostic[] {
  if (project.tooDeep.length === 0) return found;
  const limit = `it is nested more than ${deepestNesting} levels deep`;
  const remedy = 'Give inner parts a name: move them into variables or functions of their own.';
  const nested = project.tooDeep.map(({ sourceFile, start }) =>
    diagnosticBetween(sourceFile, start, start + 1, problems.limit(limit, remedy), project.folder),
  );
  const files = new Set(nested.map(({ file }) => file));
  const others = found.filter(({ file, code }) => !files.has(file) && code !== missingExport);
  return sorted([...nested, ...others]);
}

/** "Module has no exported member": of an empty file. */
const missingExport = 'TS2305';

/**
 * What a later look says about a line that an earlier one refused follows from it: TypeScript misses the Promise of a
 * refused `async`, a refused `any` cannot be compared.
 */
function withoutConsequences(
  later: readonly Diagnostic[],
  earlier: readonly Diagnostic[],
): readonly Diagnostic[] {
  const lines = new Set(earlier.map(({ file, line }) => `${file}:${line}`));
  return later.filter(
    ({ file, line, code }) =>
      !lines.has(`${file}:${line}`) && !(code === missingGlobalType && earlier.length > 0),
  );
}

/** "Cannot find global type 'Generator'": has no place, and stands for a construct that the library leaves out. */
const missingGlobalType = 'TS2318';
