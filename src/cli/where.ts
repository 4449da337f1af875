/** `gig-ci where`: from the Groovy lines that Jenkins reports to the lines of TypeScript. */
import { createInterface } from 'node:readline';
import { GeneratedPlaces, type TracedLine } from '../build/where';
import { UnusableInput } from '../diagnostics/unusable-input';
import { requireProject } from './project-folder';
import type { ExitCode, Surroundings } from './surroundings';

/** The options of `gig-ci where`, as the command line gives them. */
export interface WhereOptions {
  readonly project?: string;
  readonly json?: boolean;
}

/**
 * Traces the places, or, when there are none, passes a log from standard input through.
 * @throws UnusableInput with every place that cannot be traced
 */
export async function where(
  places: readonly string[],
  options: WhereOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const generated = new GeneratedPlaces(requireProject(surroundings.folder, options.project));
  if (places.length === 0) {
    await annotateLog(generated, surroundings);
  } else {
    print(traceAll(generated, places), options, surroundings);
  }
  return 0;
}

function traceAll(generated: GeneratedPlaces, places: readonly string[]): readonly TracedLine[] {
  const found = places.map((place) => generated.trace(place));
  const problems = found.filter((each) => 'reason' in each);
  if (problems.length > 0) {
    throw new UnusableInput(problems);
  }
  return found.filter((each) => 'origin' in each);
}

function print(traced: readonly TracedLine[], { json }: WhereOptions, { output }: Surroundings): void {
  if (json === true) {
    const data = traced.map(({ groovy, groovyLine, origin }) => ({ groovy, groovyLine, ...origin }));
    output.write(`${JSON.stringify(data, undefined, 2)}\n`);
    return;
  }
  for (const { origin } of traced) {
    output.write(`${origin.file}:${origin.line}:${origin.column}\n`);
  }
}

async function annotateLog(generated: GeneratedPlaces, { input, output }: Surroundings): Promise<void> {
  if (input.isTTY === true) {
    throw new UnusableInput([
      {
        place: 'standard input',
        reason: 'is a terminal, and no place was named',
        remedy: 'Name a place, gig-ci where gigPush.groovy:37, or send a log: gig-ci where < console.txt',
      },
    ]);
  }
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    output.write(`${generated.annotate(line)}\n`);
  }
}
