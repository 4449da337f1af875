/** The passes of the compiler, in order. */
import type { ts } from 'ts-morph';
import type { Diagnostic } from '../diagnostics/diagnostic';
import { diagnosticAt, diagnosticBetween, lineOf, sorted } from '../diagnostics/locate';
import type { Problem } from '../diagnostics/problem';
import { typescriptDiagnostics } from '../diagnostics/typescript';
import { allocateNames, checkLimits, outline, type GroovyFile } from '../groovy';
import { analyse } from './analysis/analyse';
import { checkDefinitions } from './analysis/definitions';
import { checkSecretFlow } from './analysis/secret-flow';
import type { Module, Project } from './load';
import { lowerModule } from './lower/files';
import { dispatch } from './syntax/dispatch';
import { checkSubset } from './syntax/subset';

/** What a project compiles to. When there are diagnostics the files are incomplete and must not be written. */
export interface Compilation {
  /** Variables and shared classes, in the order of the modules. */
  readonly files: readonly GroovyFile[];
  /** Everything that is wrong, in all files, sorted by place. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Checks a loaded project and lowers it to Groovy. */
export function compile(project: Project): Compilation {
  const typescript = typescriptDiagnostics(project.program, project.folder);
  const analysis = analyse(project);

  const refused: Diagnostic[] = [];
  for (const module of project.modules) {
    const report = reporter(project, module, refused);
    checkSubset(module, report);
    checkDefinitions(analysis, module, report);
    checkSecretFlow(analysis, module, report);
  }

  // What does not type-check has no meaning that could be lowered.
  const broken = new Set(typescript.map(({ file }) => file));
  const notLowered: Diagnostic[] = [];
  const files = project.modules
    .filter(({ file }) => !broken.has(file))
    .map((module) => outline(lowerModule(dispatch, analysis, module, notLowered)))
    .map((file) => allocateNames(file, new Set(file.methods.map(({ name }) => name))));
  notLowered.push(...files.flatMap(checkLimits).map((excess) => withSourceLine(project, excess)));

  const ours = [...refused, ...withoutConsequences(notLowered, refused)];
  return { files, diagnostics: sorted([...ours, ...withoutConsequences(typescript, ours)]) };
}

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

/** The Groovy tree knows places, not the text that stands there. */
function withSourceLine({ modules }: Project, diagnostic: Diagnostic): Diagnostic {
  const module = modules.find(({ file }) => file === diagnostic.file);
  return module === undefined
    ? diagnostic
    : { ...diagnostic, sourceLine: lineOf(module.sourceFile, diagnostic.line) };
}

function reporter(
  { folder }: Project,
  { sourceFile }: Module,
  diagnostics: Diagnostic[],
): (place: ts.Node | ts.TextRange, problem: Problem) => void {
  return (place, problem) => {
    diagnostics.push(
      'kind' in place
        ? diagnosticAt(place, problem, folder)
        : diagnosticBetween(sourceFile, place.pos, place.end - place.pos, problem, folder),
    );
  };
}
