/** `gig-ci build --explain`: what the compiler knows about one function. Writes nothing. */
import { explain as explainFunction } from '../build/explain';
import { explanationLines } from '../terminal/explanation';
import { Terminal } from '../terminal/terminal';
import { printDiagnostics } from './diagnostics';
import { requireProject } from './project-folder';
import type { ExitCode, Surroundings } from './surroundings';

/** What `gig-ci build --explain` was asked for, besides the function. */
export interface ExplainOptions {
  readonly project?: string;
  readonly json?: boolean;
}

/**
 * Prints the explanation of a function.
 * @throws UnusableInput when there is no such function, or there are several
 */
export function explain(name: string, options: ExplainOptions, surroundings: Surroundings): ExitCode {
  const { folder, output, environment } = surroundings;
  const explained = explainFunction(requireProject(folder, options.project), name);
  if (!('name' in explained)) {
    const wrong = JSON.stringify({ diagnostics: explained }, undefined, 2);
    if (options.json === true) output.write(`${wrong}\n`);
    else printDiagnostics(explained, surroundings);
    return 2;
  }
  if (options.json === true) {
    output.write(`${JSON.stringify(explained, undefined, 2)}\n`);
    return 0;
  }
  const terminal = new Terminal(output, environment);
  terminal.print(...explanationLines(explained, terminal.style));
  return 0;
}
