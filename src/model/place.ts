/** Diagnostics in text files other than TypeScript. */
import type { Diagnostic } from '../diagnostics/diagnostic';
import type { Problem } from '../diagnostics/problem';

/** A text file of the project, for diagnostics. */
export interface TextFile {
  /** Path relative to the project folder. */
  readonly path: string;
  readonly lines: readonly string[];
}

/** Places a problem at a line, counted from 1: at `marked` where the line contains it, else at the whole line. */
export function diagnosticAtLine(
  { path, lines }: TextFile,
  line: number,
  problem: Problem,
  marked?: string,
): Diagnostic {
  const sourceLine = lines[line - 1] ?? '';
  const found = marked === undefined ? -1 : sourceLine.indexOf(marked);
  const isFound = found !== -1 && marked !== undefined;
  const start = isFound ? found : sourceLine.length - sourceLine.trimStart().length;
  const length = isFound ? marked.length : sourceLine.trim().length;
  return { ...problem, file: path, line, column: start + 1, length: Math.max(1, length), sourceLine };
}
