/** `gig-ci build`: from vars/ and resources/ to groovy-out/. */
import { build as buildLibrary } from '../build/build';
import type { BuildResult } from '../build/build';
import { formatDiagnostics } from '../diagnostics/format';
import { builtLine, checkLines } from '../terminal/build-report';
import { wantsColour } from '../terminal/style';
import { Terminal } from '../terminal/terminal';
import { requireProject } from './project-folder';
import type { ExitCode, Surroundings } from './surroundings';

export interface BuildOptions {
  readonly project?: string;
  readonly check?: boolean;
  readonly json?: boolean;
}

/** @throws UnusableInput when there is nothing to build */
export function build(options: BuildOptions, surroundings: Surroundings): ExitCode {
  const result = buildLibrary(requireProject(surroundings.folder, options.project), {
    check: options.check === true,
  });
  if (options.json === true) {
    surroundings.output.write(`${JSON.stringify(asData(result), undefined, 2)}\n`);
  } else {
    print(result, options, surroundings);
  }
  if (result.diagnostics.length > 0) {
    return 2;
  }
  return result.stale.length === 0 ? 0 : 1;
}

function print(
  result: BuildResult,
  options: BuildOptions,
  { output, errors, environment }: Surroundings,
): void {
  if (result.diagnostics.length > 0) {
    errors.write(`${formatDiagnostics(result.diagnostics, wantsColour(errors, environment))}\n`);
    return;
  }
  const terminal = new Terminal(output, environment);
  const { style } = terminal;
  terminal.print(
    ...(options.check === true ? checkLines(result.stale, result, style) : [builtLine(result, style)]),
  );
}

/** The outcome for a program that reads it. */
export function asData({
  diagnostics,
  stale,
  written,
  unchanged,
  removed,
  globalVariables,
  scripts,
  milliseconds,
}: BuildResult): object {
  return {
    diagnostics,
    stale,
    written,
    unchanged,
    removed,
    globalVariables,
    scripts: scripts.map(({ model }) => model.name),
    milliseconds: Math.round(milliseconds),
  };
}
