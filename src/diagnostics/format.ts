/** How a diagnostic is printed. */
import pc from 'picocolors';
import type { Diagnostic } from './diagnostic';

/**
 * The text of a diagnostic:
 *
 *     vars/gigPush.ts:12:7 GIG1001 `var` is visible outside its block.
 *
 *         var tag = image;
 *         ^^^
 *
 *       Write `const`, or `let` where it is assigned again.
 *
 * @param colours whether to use the colours of a terminal; by default as the output of this process can
 */
export function formatDiagnostic(diagnostic: Diagnostic, colours: boolean = pc.isColorSupported): string {
  const paint = pc.createColors(colours);
  const { file, line, column, code, message, suggestion, sourceLine, length } = diagnostic;
  const indentation = sourceLine.length - sourceLine.trimStart().length;
  // A tab is one column for us and several for a terminal, so the marker repeats it.
  const before = sourceLine.slice(indentation, column - 1).replace(/[^\t]/g, ' ');
  const marked = `    ${sourceLine.trim()}\n    ${before}${paint.red('^'.repeat(length))}`;
  const parts = [`${paint.cyan(`${file}:${line}:${column}`)} ${paint.yellow(code)} ${message}`, marked];
  if (suggestion !== undefined) parts.push(`  ${suggestion}`);
  return parts.join('\n\n');
}

/** All of them with a blank line between, and how many there are. */
export function formatDiagnostics(diagnostics: readonly Diagnostic[], colours?: boolean): string {
  const count = diagnostics.length === 1 ? '1 problem' : `${diagnostics.length} problems`;
  return [...diagnostics.map((diagnostic) => formatDiagnostic(diagnostic, colours)), count].join('\n\n');
}
