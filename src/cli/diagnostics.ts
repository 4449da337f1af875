/** How a command says what is wrong with the sources. */
import type { Diagnostic } from '../diagnostics/diagnostic';
import { formatDiagnostics } from '../diagnostics/format';
import { wantsColour } from '../terminal/style';
import type { Surroundings } from './surroundings';

/** Prints diagnostics where problems go. */
export function printDiagnostics(
  diagnostics: readonly Diagnostic[],
  { errors, environment }: Surroundings,
): void {
  errors.write(`${formatDiagnostics(diagnostics, wantsColour(errors, environment))}\n`);
}
