/** `gig-ci build --explain`: what the compiler knows about one function. Writes nothing. */
import { explain as explainFunction } from '../build/explain';
import { formatDiagnostics } from '../diagnostics/format';
import { explanationLines } from '../terminal/explanation';
import { wantsColour } from '../terminal/style';
import { Terminal } from '../terminal/terminal';
import { requireProject } from './project-folder';
import type { ExitCode, Surroundings } from './surroundings';

export interface ExplainOptions {
  readonly project?: string;
  readonly json?: boolean;
}

/** @throws UnusableInput when there is no such function, or there are several */
export function explain(
  name: string,
  options: ExplainOptions,
  { folder, output, errors, environment }: Surroundings,
): ExitCode {
  const explained = explainFunction(requireProject(folder, options.project), name);
  if (!('name' in explained)) {
    const wrong = JSON.stringify({ diagnostics: explained }, undefined, 2);
    if (options.json === true) output.write(`${wrong}\n`);
    else errors.write(`${formatDiagnostics(explained, wantsColour(errors, environment))}\n`);
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
