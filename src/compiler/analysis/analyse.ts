/**
 * The side tables of a project, made once and shared by the lowering and by the direct world. A file of this folder finds
 * out one thing about the TypeScript, such as the colour of a function, or checks one; none makes Groovy.
 */
import type ts from 'typescript';
import { withImporters } from '../importers';
import type { Module, Project } from '../load';
import { inferColours, type Colours } from './colour';
import { findListChanges, type ListChanges } from './list-changes';
import { findRecursion, type Recursion } from './recursion';
import { createResolver, type Resolver } from './resolve';
import { findSecrets, type Secrets } from './secrets';
import { readShellCommand, type ShellCommand } from './shell';
import { createTypeCache } from './types';

/** What is known about a project beyond its types. */
export interface Analysis extends Resolver, Colours, Recursion, Secrets, ListChanges {
  readonly project: Project;
  /** Whether a value of the module may be a set: it names the type, or imports, directly or not, a module that does. */
  mayHoldSets(module: Module): boolean;
  /** Whether any module may run dry: then the Groovy of all of them can. */
  readonly mentionsDryRun: boolean;
  /** The type of an expression, a name or a type node where it stands. */
  typeOf(node: ts.Node): ts.Type;
  /** The constant script and the variables of a command behind `sh`, `sh.output` or `sh.status`. */
  shellCommand(template: ts.TemplateLiteral): ShellCommand;
}

/** The analysis of a project before, and the files whose modules mean what they meant then. */
export interface PreviousAnalysis {
  readonly analysis: Analysis;
  readonly unaffected: ReadonlySet<ts.SourceFile>;
}

/** Makes the side tables of a project. */
export function analyse(project: Project, previous?: PreviousAnalysis): Analysis {
  const typeOf = createTypeCache(project.checker);
  const resolver = createResolver(project);
  const secrets = findSecrets(project, resolver, typeOf, previous);
  return {
    project,
    mayHoldSets: modulesWithSets(project),
    mentionsDryRun: project.modules.some(({ sourceFile }) => /\bwithDryRun\b/.test(sourceFile.text)),
    typeOf,
    ...resolver,
    ...inferColours(project, resolver, previous),
    ...findRecursion(resolver),
    ...findListChanges(project, resolver, typeOf),
    ...secrets,
    shellCommand: (template) => readShellCommand(template, project, secrets),
  };
}

function modulesWithSets(project: Project): (module: Module) => boolean {
  // The word alone stands in many a comment.
  const named = project.modules.filter(({ sourceFile }) =>
    /\bSet\s*[<(]|\bnew\s+Set\b/.test(sourceFile.text),
  );
  const files = withImporters(project, named);
  return ({ sourceFile }) => files.has(sourceFile.fileName);
}
