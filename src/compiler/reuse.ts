/**
 * What the previous compilation of a project found that still holds. What a module means follows from its text, from the
 * modules that it imports and from the names of all; nothing follows from who imports it.
 */
import { isDeepStrictEqual } from 'node:util';
import ts from 'typescript';
import type { Analysis } from './analysis/analyse';
import { withImporters } from './importers';
import type { Module, Project } from './load';

/**
 * The modules that neither changed nor import, directly or not, one that did.
 * @param changed what {@link changedModules} found
 */
export function unaffectedModules(project: Project, changed: Changed): ReadonlySet<ts.SourceFile> {
  return changed === 'all' ? new Set() : without(project, changed, changed);
}

/**
 * The modules that compile to the same: those that did not change, and import none that promises something else than
 * before. What happens in the body of a function is no business of its callers, but for its colour.
 */
export function reusableModules(
  analysis: Analysis,
  previous: Analysis,
  changed: Changed,
): ReadonlySet<ts.SourceFile> {
  if (changed === 'all' || !isDeepStrictEqual(analysis.boundVariables, previous.boundVariables))
    return new Set();
  if (analysis.mentionsDryRun !== previous.mentionsDryRun) return new Set();
  const before = byFile(previous.project);
  const promisesElse = changed.filter((module) => {
    const old = before.get(module.file);
    return old === undefined || promiseOf(module, analysis) !== promiseOf(old, previous);
  });
  return without(analysis.project, changed, promisesElse);
}

/** The modules whose text changed; `all` when anything may mean something else. */
export type Changed = readonly Module[] | 'all';

/** Compares a project with how it was. */
export function changedModules(project: Project, previous: Project): Changed {
  if (!haveSameNames(project, previous) || !haveSameDeclarations(project, previous)) return 'all';
  const before = byFile(previous);
  const changed = project.modules.filter(
    ({ file, sourceFile }) => before.get(file)?.sourceFile !== sourceFile,
  );
  const versions = changed.flatMap((module) => [module, before.get(module.file) ?? module]);
  return versions.some(({ sourceFile }) => reachesOthers(sourceFile)) ? 'all' : changed;
}

/** The modules that are none of the changed ones, and import none of the others, directly or not. */
function without(
  project: Project,
  changed: readonly Module[],
  others: readonly Module[],
): ReadonlySet<ts.SourceFile> {
  const affected = withImporters(project, others);
  for (const { sourceFile } of changed) affected.add(sourceFile.fileName);
  const files = project.modules.map(({ sourceFile }) => sourceFile);
  return new Set(files.filter(({ fileName }) => !affected.has(fileName)));
}

function byFile({ modules }: Project): ReadonlyMap<string, Module> {
  return new Map(modules.map((module) => [module.file, module]));
}

function haveSameNames(project: Project, previous: Project): boolean {
  const names = ({ modules, misplaced }: Project): string =>
    [...modules.map(({ file }) => file), ...misplaced.map(({ fileName }) => fileName)].join('\n');
  return names(project) === names(previous);
}

/** The declarations of the language, of Jenkins and of the scripts are the same objects. */
function haveSameDeclarations({ program }: Project, previous: Project): boolean {
  const before = new Set(previous.program.getSourceFiles());
  return program.getSourceFiles().every((file) => !file.isDeclarationFile || before.has(file));
}

/** A file that is no module declares for all, and so does `declare global`. Both are refused, but not before now. */
function reachesOthers(sourceFile: ts.SourceFile): boolean {
  return !ts.isExternalModule(sourceFile) || sourceFile.statements.some(ts.isModuleDeclaration);
}

/** The text of a module without the bodies of functions that say what they return, and the colours of the functions. */
function promiseOf({ sourceFile }: Module, analysis: Analysis): string {
  const { text, statements } = sourceFile;
  return statements
    .map((statement) => {
      if (!ts.isFunctionDeclaration(statement)) return text.slice(statement.pos, statement.end);
      const { body, type, pos, end } = statement;
      const visible = text.slice(pos, type === undefined || body === undefined ? end : body.pos);
      return `${visible} ${analysis.colourOf(statement)}`;
    })
    .join('\n');
}
