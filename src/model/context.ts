/** What the readers of the models share. */
import type ts from 'typescript';
import type { Diagnostic } from '../diagnostics/diagnostic';
import { diagnosticAt } from '../diagnostics/locate';
import type { Problem } from '../diagnostics/problem';

/** The checked program that global variables are read from; the compiler's `Project` fits. */
export interface DefinitionSources {
  /** Absolute path of the project folder, with forward slashes. */
  readonly folder: string;
  readonly checker: ts.TypeChecker;
  readonly modules: readonly DefinitionModule[];
}

/** A source of the library with its syntax tree. */
export interface DefinitionModule {
  readonly kind: 'globalVariable' | 'shared';
  /** File name without extension. */
  readonly name: string;
  /** Path relative to the project folder. */
  readonly file: string;
  readonly sourceFile: ts.SourceFile;
}

/** Collects diagnostics. */
export class ModelContext {
  private readonly found: Diagnostic[] = [];

  constructor(
    private readonly folder: string,
    readonly checker: ts.TypeChecker,
  ) {}

  report(node: ts.Node, problem: Problem): void {
    this.found.push(diagnosticAt(node, problem, this.folder));
  }

  diagnostics(): readonly Diagnostic[] {
    return this.found;
  }
}
