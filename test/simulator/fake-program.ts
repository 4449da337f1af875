/** A program for the simulator without any compiler: generator functions that yield steps. */
import type {
  Failure,
  Outcome,
  Program,
  Signal,
  ThreadId,
  Value,
  Context,
} from '../../src/simulator/program';
import type { ProgressListener } from '../../src/simulator/progress';
import type { RunRecord } from '../../src/simulator/record';
import type { ScriptSource } from '../../src/simulator/resources';
import type { Scenario } from '../../src/simulator/scenario';
import { simulate } from '../../src/simulator/simulate';

/** What a closure of a fake program may be given as an argument of a step: values and closures. */
export type Argument = Value | Body | readonly Argument[] | { readonly [name: string]: Argument };

export type Body = () => Fake;

/** Yields steps, receives their values; a failed step throws {@link Thrown}. */
type Fake = Generator<Request, Value, Value> | Generator<Request, void, Value>;

interface Request {
  readonly name: string;
  readonly arguments: readonly Argument[];
}

/** A failure as it goes through a fake program. */
export class Thrown extends Error {
  constructor(readonly failure: Failure) {
    super(failure.message);
  }
}

/** Asks for a step: `const text = yield* step('readFile', 'a.txt')`. */
export function* step(name: string, ...args: readonly Argument[]): Generator<Request, Value, Value> {
  return yield { name, arguments: args };
}

export const echo = (message: string): Generator<Request, Value, Value> => step('echo', message);

/** What the program may read at this moment, of the thread that runs. */
export interface View {
  context: Context;
}

interface FakeThread {
  readonly fake: Fake;
  closures: readonly Body[];
}

export class FakeProgram implements Program<Signal> {
  private readonly threads = new Map<ThreadId, FakeThread>();

  constructor(
    private readonly main: Body,
    private readonly view?: View,
  ) {}

  start(context: Context): Signal {
    return this.open('', this.main, context);
  }

  resume(thread: ThreadId, outcome: Outcome, context: Context): Signal {
    const { fake } = this.thread(thread);
    return this.run(thread, context, () =>
      outcome.kind === 'value' ? fake.next(outcome.value) : fake.throw(new Thrown(outcome.failure)),
    );
  }

  startBody(thread: ThreadId, parent: ThreadId, ordinal: number, context: Context): Signal {
    const closure = this.thread(parent).closures[ordinal];
    if (closure === undefined) throw new Error(`no closure ${ordinal} in '${parent}'`);
    return this.open(thread, closure, context);
  }

  private open(thread: ThreadId, body: Body, context: Context): Signal {
    if (this.view !== undefined) this.view.context = context;
    const fake = body();
    this.threads.set(thread, { fake, closures: [] });
    return this.run(thread, context, () => fake.next(null));
  }

  private run(
    id: ThreadId,
    context: Context,
    go: () => IteratorResult<Request, Value> | IteratorResult<Request, void>,
  ): Signal {
    if (this.view !== undefined) this.view.context = context;
    let result;
    try {
      result = go();
    } catch (problem) {
      if (!(problem instanceof Thrown)) throw problem;
      this.threads.delete(id);
      return { kind: 'ended', outcome: { kind: 'failure', failure: problem.failure } };
    }
    if (result.done === true) {
      this.threads.delete(id);
      return {
        kind: 'ended',
        outcome: { kind: 'value', value: result.value === undefined ? null : result.value },
      };
    }
    const closures: Body[] = [];
    const args = result.value.arguments.map((argument) => marked(argument, closures));
    this.thread(id).closures = closures;
    return { kind: 'step', name: result.value.name, arguments: args, location: `fake.ts:${id}` };
  }

  private thread(id: ThreadId): FakeThread {
    const thread = this.threads.get(id);
    if (thread === undefined) throw new Error(`thread '${id}' does not run`);
    return thread;
  }
}

function marked(argument: Argument, closures: Body[]): Value {
  if (typeof argument === 'function') return { $body: closures.push(argument) - 1 };
  if (typeof argument !== 'object' || argument === null) return argument;
  if (Array.isArray(argument)) return argument.map((element: Argument) => marked(element, closures));
  return Object.fromEntries(Object.entries(argument).map(([name, value]) => [name, marked(value, closures)]));
}

/** Runs a fake program. */
export function run(
  main: Body,
  scenario: Scenario = {},
  extras: {
    readonly scripts?: readonly ScriptSource[];
    readonly view?: View;
    readonly onEvent?: ProgressListener;
    readonly abort?: AbortSignal;
  } = {},
): RunRecord {
  const { scripts = [], view, onEvent, abort } = extras;
  return simulate(new FakeProgram(main, view), {
    scenario,
    scripts,
    ...(onEvent && { onEvent }),
    ...(abort && { abort }),
  });
}

/** A value as a program might print it. */
export const shown = (value: Value | undefined): string =>
  typeof value === 'string' ? value : JSON.stringify(value);

/** What happened, one line a step: thread, operation, its only text, times, failure. */
export function trace(record: RunRecord): readonly string[] {
  return record.events.map(({ thread, operation, arguments: given, began, ended, outcome }) => {
    const texts = Object.values(given).flatMap((value) =>
      typeof value === 'string' && value !== '<body>' ? [value] : [],
    );
    const result = outcome.kind === 'failure' ? ` ! ${outcome.failure.message}` : '';
    return `${thread}: ${[operation, ...texts].join(' ')} ${began}-${ended}${result}`;
  });
}
