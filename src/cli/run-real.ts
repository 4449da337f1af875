/** `gig-ci run --real`: a Jenkinsfile on this machine, as a Jenkins agent would run it. */
import { userInfo } from 'node:os';
import { UnusableInput } from '../diagnostics/unusable-input';
import { abandonedLines, RealReport } from '../terminal/real-report';
import { Terminal } from '../terminal/terminal';
import type { World } from '../testing/run';
import { runReal as runPipeline, type RealPipelineRequest } from '../testing/run-real';
import { readRunInput } from './run-input';
import type { ExitCode, Surroundings } from './surroundings';

/** The options of `gig-ci run --real`, as the command line gives them. */
export interface RealRunOptions {
  readonly scenario?: string;
  readonly world?: World | 'both';
  readonly project?: string;
  readonly log?: boolean;
  readonly json?: boolean;
  readonly workspace?: string;
  readonly credentials?: string;
  readonly keepWorkspace?: boolean;
}

/** The run that goes on, as Ctrl-C needs it. */
type Running = Parameters<NonNullable<RealPipelineRequest['began']>>[0];

/** @throws UnusableInput and what `runReal` of `testing/` throws */
export async function runReal(
  jenkinsfile: string,
  { world = 'direct', log = false, json = false, keepWorkspace = false, ...given }: RealRunOptions,
  { folder, environment, output, errors }: Surroundings,
): Promise<ExitCode> {
  if (world === 'both') {
    const remedy = 'Name one: --world direct or --world engine.';
    const reason = 'would do everything twice, and publish it twice';
    throw new UnusableInput([{ place: '--world both', reason, remedy }]);
  }
  const { scenario, project, workspace, credentials } = given;
  const input = readRunInput(
    { jenkinsfile, ...(scenario !== undefined && { scenario }), ...(project !== undefined && { project }) },
    folder,
    'named scenario only',
  );
  const terminal = new Terminal(json ? errors : output, environment);
  const report = new RealReport(terminal, log);
  let running: Running | undefined;
  const interruption = new Interruption(() => {
    const folders = running?.abandon() ?? [];
    terminal.showStatus();
    terminal.print(...abandonedLines(folders, terminal.style));
  });
  try {
    const { record, run, left } = await runPipeline({
      projectFolder: input.projectFolder,
      jenkinsfile: input.jenkinsfile,
      scenario: input.scenario,
      world,
      ...(workspace !== undefined && { workspace }),
      ...(credentials !== undefined && { credentials }),
      keepWorkspace,
      environment,
      abort: interruption.signal,
      preparing: (message) => report.prepare(message),
      began: (began) => {
        running = began;
        const { repository, ...place } = began;
        const { commit, uncommitted } = repository;
        report.began({ ...place, repository: repository.folder, commit, uncommitted });
      },
      listener: (progress) => report.update(progress),
    });
    if (json) output.write(`${JSON.stringify(record, undefined, 2)}\n`);
    terminal.print(...report.closing(record, run.folder, left));
    return record.result === 'SUCCESS' ? 0 : 1;
  } finally {
    interruption.close();
  }
}

/** What Ctrl-C does: the first one aborts the build, a second one ends everything at once. */
class Interruption {
  private readonly controller = new AbortController();
  private readonly signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  private readonly take = (): void => {
    if (!this.controller.signal.aborted) {
      this.controller.abort(userInfo().username);
      return;
    }
    this.endAtOnce();
    process.exit(130);
  };

  constructor(private readonly endAtOnce: () => void) {
    for (const signal of this.signals) process.on(signal, this.take);
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  close(): void {
    for (const signal of this.signals) process.off(signal, this.take);
  }
}
