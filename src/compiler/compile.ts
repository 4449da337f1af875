/**
 * The passes of the compiler, in order. `load` reads a project; `analysis/` finds out and changes nothing; `syntax/` is the
 * subset of TypeScript, `lower/` makes Groovy of it, one construct a file, and `builtins/` has one entry a member of the
 * language. No library is known by name, and what is made is a tree: text comes from `groovy/` alone.
 */
import ts from 'typescript';
import { problems } from '../diagnostics/catalogue';
import type { Diagnostic } from '../diagnostics/diagnostic';
import { internalError } from '../diagnostics/internal-error';
import { diagnosticAt, diagnosticBetween, lineOf, relativePath, sorted } from '../diagnostics/locate';
import type { Problem } from '../diagnostics/problem';
import { typescriptDiagnostics } from '../diagnostics/typescript';
import { checkLimits, makeLoadable, type GroovyFile } from '../groovy';
import { analyse } from './analysis/analyse';
import { checkConstants } from './analysis/constants';
import { checkDefinitions } from './analysis/definitions';
import { checkEnvironmentReads } from './analysis/environment-reads';
import { checkListVariance } from './analysis/list-variance';
import { checkSecretFlow } from './analysis/secret-flow';
import { checkStepArguments } from './analysis/step-arguments';
import type { Module, Project } from './load';
import { lowerModule } from './lower/lower';
import { dispatch } from './syntax';
import { checkSubset } from './syntax/subset';

/** What a project compiles to. When there are diagnostics the files are incomplete and must not be written. */
export interface Compilation {
  /** Global variables and shared classes, in the order of the modules. */
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
    // The tree of a file with an error of syntax is a guess.
    if (project.program.getSyntacticDiagnostics(module.sourceFile).length > 0) continue;
    const report = reporter(project, module, refused);
    guarded(project, module, refused, () => {
      checkSubset(module, report);
      checkDefinitions(analysis, module, report);
      checkConstants(analysis, module, report);
      checkListVariance(analysis, module, report);
      checkSecretFlow(analysis, module, report);
      checkEnvironmentReads(analysis, module, report);
      checkStepArguments(analysis, module, report);
    });
  }
  for (const sourceFile of project.misplaced) {
    const name = relativePath(sourceFile, project.folder);
    refused.push(diagnosticBetween(sourceFile, 0, 1, problems.misplacedFile(name), project.folder));
  }

  const notLowered: Diagnostic[] = [];
  const files = project.modules.flatMap((module) => {
    const isSound = soundFunctions(project, module, typescript);
    if (isSound === undefined) return [];
    const lowered = guarded(project, module, notLowered, () =>
      makeLoadable(lowerModule(dispatch, analysis, module, notLowered, isSound)),
    );
    return lowered === undefined ? [] : [lowered];
  });
  notLowered.push(...files.flatMap(checkLimits).map((excess) => withSourceLine(project, excess)));

  const ours = [...refused, ...withoutConsequences(notLowered, [...refused, ...typescript.filter(isCause)])];
  return { files, diagnostics: sorted([...ours, ...withoutConsequences(typescript, ours)]) };
}

/** A defect of ours that no statement can be blamed for is reported at the file; the other files are compiled. */
function guarded<Result>(
  { folder }: Project,
  { sourceFile }: Module,
  diagnostics: Diagnostic[],
  work: () => Result,
): Result | undefined {
  try {
    return work();
  } catch (thrown) {
    diagnostics.push(diagnosticBetween(sourceFile, 0, 1, internalError(thrown), folder));
    return undefined;
  }
}

/**
 * Which functions of a module can be lowered: what does not type-check has no meaning. Nothing of a module can where an
 * error stands outside its functions, in an import or a type.
 */
function soundFunctions(
  { program }: Project,
  module: Module,
  typescript: readonly Diagnostic[],
): ((node: ts.FunctionDeclaration) => boolean) | undefined {
  const { sourceFile } = module;
  if (program.getSyntacticDiagnostics(sourceFile).length > 0) return undefined;
  const lines = typescript
    .filter((each) => each.file === module.file && isCause(each))
    .map(({ line }) => line);
  const lineOfPosition = (position: number): number =>
    sourceFile.getLineAndCharacterOfPosition(position).line + 1;
  const holds = (node: ts.Node, line: number): boolean =>
    line >= lineOfPosition(node.getStart(sourceFile)) && line <= lineOfPosition(node.end);
  const functions = sourceFile.statements.filter(ts.isFunctionDeclaration);
  const areInside = lines.every((line) => functions.some((node) => holds(node, line)));
  return areInside ? (node) => !lines.some((line) => holds(node, line)) : undefined;
}

/** Something else may follow from the error; nothing follows from a name that is not used. */
function isCause({ code }: Diagnostic): boolean {
  return !['TS6133', 'TS6138', 'TS6192', 'TS6196', 'TS6198'].includes(code);
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
