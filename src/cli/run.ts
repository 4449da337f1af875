/** `gig-ci run`: a Jenkinsfile in a scenario, in Node, on the Pipeline engine, or in both. */
import { closingLines, LiveReport, succeeded } from '../terminal/run-report';
import { Terminal } from '../terminal/terminal';
import { runPipeline, type World } from '../testing/run';
import { readRunInput } from './run-input';
import type { ExitCode, Surroundings } from './surroundings';

/** The options of `gig-ci run`, as the command line gives them. */
export interface RunOptions {
  readonly scenario?: string;
  readonly world?: World | 'both';
  readonly project?: string;
  readonly log?: boolean;
  readonly json?: boolean;
}

/** @throws UnusableInput and what `runPipeline` throws */
export async function run(
  jenkinsfile: string,
  { world, log = false, json = false, ...files }: RunOptions,
  { folder, environment, output, errors }: Surroundings,
): Promise<ExitCode> {
  const { places, ...input } = readRunInput({ jenkinsfile, ...files, ...(world && { world }) }, folder);
  // Data goes to standard output alone; what takes time is told beside it.
  const terminal = new Terminal(json ? errors : output, environment);
  const report = new LiveReport(terminal, `Run of ${places.jenkinsfile}`, log);
  const result = await runPipeline({
    ...input,
    worlds: world ?? 'available',
    preparing: (message) => report.prepare(message),
    ...(json ? {} : { listener: report.update.bind(report) }),
  });
  if (json) {
    output.write(`${JSON.stringify(result, undefined, 2)}\n`);
  } else {
    terminal.print(...closingLines(result, places, terminal.style));
  }
  return succeeded(result) ? 0 : 1;
}
