/** How a command that could not do its work says so. */
import { problemLines } from '../terminal/problems';
import { Terminal } from '../terminal/terminal';
import { LibraryError } from '../testing/library';
import { inputProblems } from '../testing/run-input';
import { printDiagnostics } from './diagnostics';
import { fileProblem } from './file-errors';
import type { ExitCode, Surroundings } from './surroundings';

/** Prints why a command failed: problems of the input, all at once, or a fault of gig-ci itself. */
export function reportProblem(error: unknown, surroundings: Surroundings): ExitCode {
  if (error instanceof LibraryError) {
    printDiagnostics(error.diagnostics, surroundings);
    return 2;
  }
  const { errors, environment } = surroundings;
  const terminal = new Terminal(errors, environment);
  const ofFileSystem = fileProblem(error);
  const problems = ofFileSystem === undefined ? inputProblems(error) : [ofFileSystem];
  if (problems !== undefined) {
    terminal.print(...problemLines(problems, terminal.style));
    return 2;
  }
  const wantsStack = environment['GIG_CI_STACK'] !== undefined;
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  terminal.print(
    `${terminal.style.red('internal error')}: ${message}`,
    'This is a fault of gig-ci, not of your files. Please report it with the command line and what',
    'GIG_CI_STACK=1 in the environment makes it print.',
    ...(wantsStack && stack !== undefined ? [stack] : []),
  );
  return 1;
}
