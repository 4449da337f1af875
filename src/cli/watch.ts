/** `gig-ci build --watch`: from each change of a source to fresh Groovy, until Ctrl-C. */
import type { BuildResult } from '../build/build';
import { watchLibrary } from '../build/watch';
import { builtLine, rebuiltLine } from '../terminal/build-report';
import { Terminal } from '../terminal/terminal';
import { asData } from './build';
import { printDiagnostics } from './diagnostics';
import { reportProblem } from './problems';
import { requireProject } from './project-folder';
import type { ExitCode, Surroundings } from './surroundings';

/** What `gig-ci build --watch` was asked for. */
export interface WatchOptions {
  readonly project?: string;
  readonly json?: boolean;
}

/**
 * Builds and watches. With `json` each build is one line of data.
 * @throws UnusableInput when there is nothing to build
 */
export async function watch(options: WatchOptions, surroundings: Surroundings): Promise<ExitCode> {
  const folder = requireProject(surroundings.folder, options.project);
  const interruption = new AbortController();
  process.once('SIGINT', () => interruption.abort());
  process.once('SIGTERM', () => interruption.abort());
  const built = options.json === true ? dataPrinter(surroundings) : linePrinter(surroundings);
  const failed = (problem: unknown): void => {
    reportProblem(problem, surroundings);
  };
  await watchLibrary(folder, { built, failed }, interruption.signal);
  return 0;
}

type Printer = (result: BuildResult, changed: readonly string[]) => void;

function dataPrinter({ output }: Surroundings): Printer {
  return (result, changed) => {
    output.write(`${JSON.stringify({ changed, ...asData(result) })}\n`);
  };
}

function linePrinter(surroundings: Surroundings): Printer {
  const terminal = new Terminal(surroundings.output, surroundings.environment);
  const { style } = terminal;
  let isStale = false;
  return (result, changed) => {
    const { diagnostics } = result;
    if (diagnostics.length > 0) {
      printDiagnostics(diagnostics, surroundings);
      terminal.print(style.dim('groovy-out/ stays as it was.'));
    } else {
      if (isStale) terminal.print(style.dim('The sources compile again.'));
      terminal.print(changed.length === 0 ? builtLine(result, style) : rebuiltLine(result, changed, style));
    }
    isStale = diagnostics.length > 0;
    if (changed.length === 0) terminal.print(style.dim('Watching vars/ and resources/. Ctrl-C ends.'));
  };
}
