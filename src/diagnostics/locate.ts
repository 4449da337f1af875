/** Puts a problem at its place. */
import type ts from 'typescript';
import type { Diagnostic } from './diagnostic';
import type { Problem } from './problem';

/** The file of a path, relative to the project folder. */
export function relativePath(sourceFile: ts.SourceFile, folder: string): string {
  const { fileName } = sourceFile;
  return fileName.startsWith(`${folder}/`) ? fileName.slice(folder.length + 1) : fileName;
}

/** A problem at a node: its first line is marked. */
export function diagnosticAt(node: ts.Node, problem: Problem, folder: string): Diagnostic {
  const start = node.getStart();
  return diagnosticBetween(node.getSourceFile(), start, node.getEnd() - start, problem, folder);
}

/** A problem at a range of a file, in UTF-16 units. */
export function diagnosticBetween(
  sourceFile: ts.SourceFile,
  start: number,
  length: number,
  problem: Problem,
  folder: string,
): Diagnostic {
  const { line, character } = sourceFile.getLineAndCharacterOfPosition(start);
  const sourceLine = lineOf(sourceFile, line + 1);
  return {
    ...problem,
    file: relativePath(sourceFile, folder),
    line: line + 1,
    column: character + 1,
    length: Math.max(1, Math.min(length, sourceLine.length - character)),
    sourceLine,
  };
}

/** The text of a line, counted from 1. */
export function lineOf(sourceFile: ts.SourceFile, line: number): string {
  return sourceFile.text.slice(sourceFile.getLineStarts()[line - 1]).split(/\r?\n/, 1)[0] ?? '';
}

/** By file and place; the same problem at the same place only once. */
export function sorted(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const unique = new Map(
    diagnostics.map((each) => [`${each.file}:${each.line}:${each.column}:${each.code}`, each]),
  );
  return [...unique.values()].sort(
    (left, right) =>
      compareText(left.file, right.file) ||
      left.line - right.line ||
      left.column - right.column ||
      compareText(left.code, right.code),
  );
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
