/** Drives an engine program without the simulator: answers every step from a table and writes down what was asked. */
import type { EngineProgram } from '../../src/engine';
import type { Context, Outcome, Signal, Value } from '../../src/simulator/program';

type StepSignal = Extract<Signal, { kind: 'step' }>;

/** What the tests compare: one line per step, `thread name arguments`, and how the program ended. */
export interface Trace {
  readonly steps: readonly string[];
  readonly locations: readonly (string | undefined)[];
  readonly outcome: Outcome;
}

/** Runs bodies of the step and says how it ends. */
export type Answer = (
  step: StepSignal,
  run: (ordinal: number) => Promise<Outcome>,
) => Promise<Outcome> | Outcome;

export const context: Context = {
  time: 1_700_000_000_000,
  environment: { BRANCH_NAME: 'main' },
  build: { number: 7, currentResult: 'SUCCESS', result: null },
};

export const value = (of: Value): Outcome => ({ kind: 'value', value: of });
export const error = (message: string): Outcome => ({ kind: 'failure', failure: { kind: 'error', message } });
export const interruption = (message: string): Outcome => ({
  kind: 'failure',
  failure: { kind: 'interruption', result: 'ABORTED', message },
});

/** Steps without an answer of their own run their bodies once, in order, and answer with the last body's outcome. */
export async function runSteps(
  program: EngineProgram,
  answers: { readonly [step: string]: Answer } = {},
): Promise<Trace> {
  const steps: string[] = [];
  const locations: (string | undefined)[] = [];
  let bodies = 0;

  const finish = async (thread: string, first: Signal): Promise<Outcome> => {
    let signal = first;
    while (signal.kind === 'step') {
      steps.push(`${thread} ${signal.name} ${JSON.stringify(signal.arguments)}`.trim());
      locations.push(signal.location);
      const run = async (ordinal: number): Promise<Outcome> => {
        const body = `${thread}/${++bodies}`;
        return finish(body, await program.startBody(body, thread, ordinal, context));
      };
      const outcome = await (answers[signal.name] ?? runAll)(signal, run);
      signal = await program.resume(thread, outcome, context);
    }
    return signal.outcome;
  };

  const outcome = await finish('', await program.start(context));
  return { steps, locations, outcome };
}

async function runAll(step: StepSignal, run: (ordinal: number) => Promise<Outcome>): Promise<Outcome> {
  let outcome = value(null);
  for (const ordinal of ordinals(step.arguments)) {
    outcome = await run(ordinal);
    if (outcome.kind === 'failure') return outcome;
  }
  return outcome;
}

function ordinals(data: Value): readonly number[] {
  if (typeof data !== 'object' || data === null) return [];
  if ('$body' in data && typeof data.$body === 'number') return [data.$body];
  return Object.values(data).flatMap(ordinals);
}
