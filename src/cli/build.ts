/** `gig-ci build`: from vars/ and resources/ to groovy-out/. */
import { build as buildLibrary } from '../build/build';
import type { BuildResult } from '../build/build';
import { builtLine, checkLines } from '../terminal/build-report';
import { Terminal } from '../terminal/terminal';
import { printDiagnostics } from './diagnostics';
import { requireProject } from './project-folder';
import type { ExitCode, Surroundings } from './surroundings';

/** What `gig-ci build` was asked for. */
export interface BuildCommandOptions {
  readonly project?: string;
  readonly check?: boolean;
  readonly json?: boolean;
}

/**
 * Builds and reports.
 * @throws UnusableInput when there is nothing to build
 */
export function build(options: BuildCommandOptions, surroundings: Surroundings): ExitCode {
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

function print(result: BuildResult, options: BuildCommandOptions, surroundings: Surroundings): void {
  if (result.diagnostics.length > 0) {
    printDiagnostics(result.diagnostics, surroundings);
    return;
  }
  const terminal = new Terminal(surroundings.output, surroundings.environment);
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
