/** `gig-ci describe`: what a global variable takes and does. */
import { describeVariable } from '../check/describe';
import { descriptionLines, listingLines } from '../terminal/description';
import { Terminal } from '../terminal/terminal';
import { openLibraryFor } from './library';
import type { ExitCode, Surroundings } from './surroundings';

/** The options of `gig-ci describe`, as the command line gives them. */
export interface DescribeOptions {
  readonly library?: string;
  readonly json?: boolean;
}

/**
 * Describes a global variable, or lists all of them.
 * @throws UnusableInput when there is no library, or no such global variable in it
 */
export function describe(
  name: string | undefined,
  { library: named, json = false }: DescribeOptions,
  { folder, output, environment }: Surroundings,
): ExitCode {
  const { library } = openLibraryFor(folder, named);
  const help = name === undefined ? '' : describeVariable(library, name);
  const models = [...library.variables.values()];
  const terminal = new Terminal(output, environment);
  if (json) {
    const described = name === undefined ? models : library.variables.get(name);
    output.write(`${JSON.stringify(described, undefined, 2)}\n`);
  } else if (name === undefined) terminal.print(...listingLines(models, terminal.style));
  else terminal.print(...descriptionLines(name, help, terminal.style));
  return 0;
}
