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
  const { text, start } = excerpt(sourceLine, column - 1);
  // A tab is one column for us and several for a terminal, so the marker repeats it.
  const before = text.slice(0, column - 1 - start).replace(/[^\t]/g, ' ');
  const marker = '^'.repeat(Math.max(1, Math.min(length, text.length - before.length)));
  const marked = `    ${text}\n    ${before}${paint.red(marker)}`;
  const parts = [`${paint.cyan(`${file}:${line}:${column}`)} ${paint.yellow(code)} ${message}`, marked];
  if (suggestion !== undefined) parts.push(`  ${suggestion}`);
  return parts.join('\n\n');
}

/** How much of a line is shown. */
const shownWidth = 160;
/** How much of it stands in front of the place. */
const shownBefore = 60;

/** The line without its indentation, or of a long one what stands around a position; `start` is where the text begins in it. */
function excerpt(line: string, position: number): { readonly text: string; readonly start: number } {
  const indentation = line.length - line.trimStart().length;
  const whole = line.trim();
  if (whole.length <= shownWidth) return { text: whole, start: indentation };
  const from = Math.max(indentation, position - shownBefore);
  const to = Math.min(indentation + whole.length, from + shownWidth);
  const [front, back] = [from > indentation ? '…' : '', to < indentation + whole.length ? '…' : ''];
  return { text: `${front}${line.slice(from, to)}${back}`, start: from - front.length };
}

/** All of them with a blank line between, and how many there are. */
export function formatDiagnostics(diagnostics: readonly Diagnostic[], colours?: boolean): string {
  const count = diagnostics.length === 1 ? '1 problem' : `${diagnostics.length} problems`;
  return [...diagnostics.map((diagnostic) => formatDiagnostic(diagnostic, colours)), count].join('\n\n');
}
