/** One module through the passes: what TypeScript says, what the language refuses, and the Groovy. */
import ts from 'typescript';
import type { Diagnostic } from '../diagnostics/diagnostic';
import { internalError } from '../diagnostics/internal-error';
import { diagnosticAt, diagnosticBetween, lineOf } from '../diagnostics/locate';
import { fileDiagnostics } from '../diagnostics/typescript';
import { checkLimits, makeLoadable, type GroovyFile } from '../groovy';
import type { Analysis } from './analysis/analyse';
import { checkConstants } from './analysis/constants';
import { checkDefinitions } from './analysis/definitions';
import { checkEnvironmentReads } from './analysis/environment-reads';
import { checkListVariance } from './analysis/list-variance';
import { ownUsesOf, type OwnUses } from './analysis/own-uses';
import { checkPassedOn } from './analysis/passed-on';
import type { Report } from './analysis/report';
import { checkSecretFlow } from './analysis/secret-flow';
import { checkSecretScope } from './analysis/secret-scope';
import { checkSets } from './analysis/sets';
import { checkStepArguments } from './analysis/step-arguments';
import { checkValuesOfNothing } from './analysis/values-of-nothing';
import type { Module } from './load';
import { lowerModule } from './lower/lower';
import { dispatch } from './syntax';
import { checkSubset } from './syntax/subset';

/** What a module compiles to, and everything that is wrong with it. */
export interface CompiledModule {
  readonly module: Module;
  /** Errors and unused names that TypeScript reports. */
  readonly typescript: readonly Diagnostic[];
  /** What the checks refuse. */
  readonly refused: readonly Diagnostic[];
  /** What cannot be lowered; may follow from one of the others. */
  readonly notLowered: readonly Diagnostic[];
  /** Incomplete when there are diagnostics; none when a sound function cannot be told from the others. */
  readonly file?: GroovyFile;
  /** What its functions use themselves; nothing when there are diagnostics. */
  readonly ownUses: ReadonlyMap<string, OwnUses>;
}

const NO_USES: CompiledModule['ownUses'] = new Map();

/** Checks and lowers a module. */
export function compileModule(analysis: Analysis, module: Module): CompiledModule {
  const { project } = analysis;
  const typescript = fileDiagnostics(project.program, module.sourceFile, project.folder);
  // The tree of a file with an error of syntax is a guess.
  if (project.program.getSyntacticDiagnostics(module.sourceFile).length > 0) {
    return { module, typescript, refused: [], notLowered: [], ownUses: NO_USES };
  }
  const refused = check(analysis, module);
  const isSound = soundFunctions(module, typescript);
  if (isSound === undefined) return { module, typescript, refused, notLowered: [], ownUses: NO_USES };
  const notLowered: Diagnostic[] = [];
  const file = guarded(analysis, module, notLowered, () =>
    makeLoadable(lowerModule(dispatch, analysis, module, notLowered, isSound)),
  );
  if (file === undefined) return { module, typescript, refused, notLowered, ownUses: NO_USES };
  const excesses = checkLimits(file).map((excess) => withSourceLine(module, excess));
  const found = { typescript, refused, notLowered: [...notLowered, ...excesses] };
  const isSoundModule = Object.values(found).every(({ length }) => length === 0);
  return { module, ...found, file, ownUses: isSoundModule ? ownUsesOf(analysis, module) : NO_USES };
}

function check(analysis: Analysis, module: Module): readonly Diagnostic[] {
  const refused: Diagnostic[] = [];
  const report = reporter(analysis, module, refused);
  guarded(analysis, module, refused, () => {
    checkSubset(module, report);
    checkDefinitions(analysis, module, report);
    checkConstants(analysis, module, report);
    checkListVariance(analysis, module, report);
    checkPassedOn(analysis, module, report);
    checkSets(analysis, module, report);
    checkValuesOfNothing(analysis, module, report);
    const found = refused.length;
    checkSecretFlow(analysis, module, report);
    // What takes a copy of a secret does not use it either: that follows.
    if (refused.length === found) checkSecretScope(analysis, module, report);
    checkEnvironmentReads(analysis, module, report);
    checkStepArguments(analysis, module, report);
  });
  return refused;
}

/** A defect of ours that no statement can be blamed for is reported at the file; the other files are compiled. */
function guarded<Result>(
  { project }: Analysis,
  { sourceFile }: Module,
  diagnostics: Diagnostic[],
  work: () => Result,
): Result | undefined {
  try {
    return work();
  } catch (thrown) {
    diagnostics.push(diagnosticBetween(sourceFile, 0, 1, internalError(thrown), project.folder));
    return undefined;
  }
}

/**
 * Which functions of a module can be lowered: what does not type-check has no meaning. Nothing of a module can where an
 * error stands outside its functions, in an import or a type.
 */
function soundFunctions(
  { sourceFile }: Module,
  typescript: readonly Diagnostic[],
): ((node: ts.FunctionDeclaration) => boolean) | undefined {
  const lines = typescript.filter(isCause).map(({ line }) => line);
  const lineOfPosition = (position: number): number =>
    sourceFile.getLineAndCharacterOfPosition(position).line + 1;
  const holds = (node: ts.Node, line: number): boolean =>
    line >= lineOfPosition(node.getStart(sourceFile)) && line <= lineOfPosition(node.end);
  const functions = sourceFile.statements.filter(ts.isFunctionDeclaration);
  const areInside = lines.every((line) => functions.some((node) => holds(node, line)));
  return areInside ? (node) => !lines.some((line) => holds(node, line)) : undefined;
}

/** Something else may follow from the error; nothing follows from a name that is not used. */
export function isCause({ code }: Diagnostic): boolean {
  return !['TS6133', 'TS6138', 'TS6192', 'TS6196', 'TS6198'].includes(code);
}

/** The Groovy tree knows places, not the text that stands there. */
function withSourceLine({ sourceFile }: Module, diagnostic: Diagnostic): Diagnostic {
  return { ...diagnostic, sourceLine: lineOf(sourceFile, diagnostic.line) };
}

function reporter({ project }: Analysis, { sourceFile }: Module, diagnostics: Diagnostic[]): Report {
  return (place, problem) => {
    diagnostics.push(
      'kind' in place
        ? diagnosticAt(place, problem, project.folder)
        : diagnosticBetween(sourceFile, place.pos, place.end - place.pos, problem, project.folder),
    );
  };
}
