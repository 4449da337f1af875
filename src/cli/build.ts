/** `gig-ci build`: from vars/ and resources/ to groovy-out/. */
import { build as buildLibrary } from '../build/build';
import type { BuildResult } from '../build/build';
import { formatDiagnostics } from '../diagnostics/format';
import { UnusableInput } from '../diagnostics/unusable-input';
import { builtLine, checkLines } from '../terminal/build-report';
import { wantsColour } from '../terminal/style';
import { Terminal } from '../terminal/terminal';
import { findProject } from './project-folder';
import type { ExitCode, Surroundings } from './surroundings';

export interface BuildOptions {
  readonly project?: string;
  readonly check?: boolean;
  readonly json?: boolean;
}

/** @throws UnusableInput when there is nothing to build */
export function build(options: BuildOptions, surroundings: Surroundings): ExitCode {
  const project = findProject(surroundings.folder, options.project);
  if ('problem' in project) {
    throw new UnusableInput([project.problem]);
  }
  const result = buildLibrary(project.folder, { check: options.check === true });
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

function asData({
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
