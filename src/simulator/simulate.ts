/**
 * Runs a program in a scenario and returns the run record: the entrance of the simulator, for both worlds. `scheduler`
 * owns the threads and the virtual clock, `steps/` has what a step does and `shell/` what a command does, `recorder` writes
 * it down. Which world runs the program nobody knows here: it is a `Program`.
 */
import { Build } from './build';
import { abortedBy, Fault } from './failures';
import { type Machine, simulatedMachine } from './machine';
import type { Outcome, Program, Signal } from './program';
import type { ProgressListener } from './progress';
import type { RunRecord } from './record';
import { Recorder } from './recorder';
import { ask, type ProgramRequest, type Wait } from './requests';
import { Resources, type ScriptSource } from './resources';
import { resultOf } from './results';
import { checkCommands } from './scenario-scripts';
import type { Scenario } from './scenario';
import { Scheduler } from './scheduler';
import { settingsOf } from './settings';

/** What surrounds the run of a program. */
export interface SimulationInput {
  readonly scenario: Scenario;
  /** The resource scripts of the library. */
  readonly scripts: readonly ScriptSource[];
  /** Hears what happens while it happens. */
  readonly onEvent?: ProgressListener;
  /** What it happens on (a simulated machine). */
  readonly machine?: Machine;
  /** Aborts the build, as a person does in Jenkins; its reason is who that is. */
  readonly abort?: AbortSignal;
  /** A program that asks for more steps is taken for one that loops (1,000,000). */
  readonly maximumSteps?: number;
}

/**
 * Runs a program that answers at once.
 * @throws ScenarioError when the scenario does not fit the scripts
 */
export function simulate(program: Program<Signal>, input: SimulationInput): RunRecord {
  const simulation = run(input);
  let step = simulation.next();
  while (step.done !== true) {
    if (step.value.kind === 'wait') throw new TypeError('simulated time is not waited for');
    step = simulation.next(ask(program, step.value));
  }
  return step.value;
}

/**
 * Runs a program that answers with promises, or on a machine whose time passes.
 * @throws ScenarioError when the scenario does not fit the scripts
 */
export async function simulateAsync(program: Program, input: SimulationInput): Promise<RunRecord> {
  const simulation = run(input);
  let step = simulation.next();
  while (step.done !== true) {
    const request = step.value;
    if (request.kind === 'wait') {
      await request.until;
      step = simulation.next();
    } else {
      step = simulation.next(await ask(program, request));
    }
  }
  return step.value;
}

function* run({
  scenario,
  scripts,
  onEvent,
  machine = simulatedMachine(),
  abort,
  maximumSteps = 1_000_000,
}: SimulationInput): Generator<ProgramRequest | Wait, RunRecord, Signal | undefined> {
  checkCommands(scenario, scripts);
  const resources = new Resources(scripts);
  const recorder = new Recorder(machine.time, (text) => resources.withText(text)?.path, onEvent);
  const build = new Build(settingsOf(scenario), resources, recorder);
  const scheduler = new Scheduler(build, machine, maximumSteps);
  const onAbort = (): void => scheduler.abort(abortedBy(String(abort?.reason)));
  if (abort?.aborted === true) onAbort();
  abort?.addEventListener('abort', onAbort);
  let outcome: Outcome;
  try {
    outcome = yield* scheduler.run();
  } catch (problem) {
    if (!(problem instanceof Fault)) throw problem;
    scheduler.abandon(problem);
    return recorder.finish('FAILURE', problem.failure);
  }
  // An aborted build stays aborted, whatever its program makes of the interruption.
  if (scheduler.aborted !== undefined) build.worsen('ABORTED');
  const failure = outcome.kind === 'failure' ? outcome.failure : scheduler.aborted;
  if (failure !== undefined) build.worsen(resultOf(failure));
  return recorder.finish(build.result, failure);
}
