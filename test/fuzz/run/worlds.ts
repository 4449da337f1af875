/** Runs a batch in the two worlds. */
import { callScript } from '../../support/call-script';
import { loadDirectLibrary } from '../../../src/direct';
import { EngineError, type Engine, type Saving } from '../../../src/engine';
import type { Program as Simulated, Signal } from '../../../src/simulator/program';
import type { RunRecord } from '../../../src/simulator/record';
import type { Scenario } from '../../../src/simulator/scenario';
import { simulate, simulateAsync } from '../../../src/simulator/simulate';
import { runnableScript } from '../../../src/outputs/scripts';
import { scripts } from './scripts';
import { driver, type Batch, type GeneratedLibrary } from './batch';

/** What commands answer: `print` prints, `fail` ends with 3, every other one does nothing. */
const scenario: Scenario = {
  commands: [
    { command: 'print', output: 'line one\n  line two $x\n\n', seconds: 2 },
    { command: 'fail', exit: 3 },
  ],
};

/** The scripts as `libraryResource` returns them. */
const sources = scripts.map((script) => ({ model: script.model, text: runnableScript(script) }));

/** What a world did. */
export type WorldRun =
  | { readonly kind: 'record'; readonly record: RunRecord; readonly locations: Locations }
  /** The generated library does not compile: `files` are the faulty ones. */
  | { readonly kind: 'refused'; readonly message: string; readonly files: readonly string[] };

/** Where each step stands, `file:line`, in the order in which steps were asked for; by thread and place in it. */
export type Locations = ReadonlyMap<string, string>;

/** Runs the TypeScript in Node. */
export function runDirect({ compilation, models }: Batch): Extract<WorldRun, { kind: 'record' }> {
  const library = loadDirectLibrary(
    compilation.analysis,
    models,
    scripts.map(({ model }) => model),
  );
  const locations = new Map<string, string>();
  const program = library.program(callScript(driver, {}, 'Jenkinsfile:1'));
  const record = simulate(located(program, locations), { scenario, scripts: sources });
  return { kind: 'record', record, locations };
}

/** Each program leaves classes behind: a fresh process after so many libraries of a batch. */
const loadsPerProcess = 40;
let loads = 0;

/** Runs the Groovy on the engine. */
export async function runEngine(
  engine: Engine,
  library: GeneratedLibrary,
  saving: Saving,
): Promise<WorldRun> {
  const locations = new Map<string, string>();
  if (++loads % loadsPerProcess === 0) await engine.close();
  try {
    const program = await engine.load({
      libraryFolder: library.folder,
      jenkinsfile: `${driver}()\n`,
      jenkinsfilePath: 'Jenkinsfile',
      saving,
    });
    const record = await simulateAsync(located(program, locations), { scenario, scripts: sources });
    return { kind: 'record', record, locations };
  } catch (failure) {
    if (!(failure instanceof EngineError)) throw failure;
    const files = failure.errors.flatMap(({ file }) => (file === undefined ? [] : [file]));
    return { kind: 'refused', message: failure.message, files };
  }
}

/** The program, with a note of where each of its steps stands. */
function located<Answer extends Signal | Promise<Signal>>(
  program: Simulated<Answer>,
  locations: Map<string, string>,
): Simulated<Answer> {
  const counts = new Map<string, number>();
  const note = (thread: string, answer: Answer): Answer => {
    const take = (signal: Signal): void => {
      if (signal.kind !== 'step') return;
      const sequence = counts.get(thread) ?? 0;
      counts.set(thread, sequence + 1);
      if (signal.location !== undefined) locations.set(`${thread}#${sequence}`, signal.location);
    };
    if (answer instanceof Promise) void answer.then(take, () => undefined);
    else take(answer);
    return answer;
  };
  return {
    start: (context) => note('', program.start(context)),
    resume: (thread, outcome, context) => note(thread, program.resume(thread, outcome, context)),
    startBody: (thread, parent, ordinal, context) =>
      note(thread, program.startBody(thread, parent, ordinal, context)),
  };
}
