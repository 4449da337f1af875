/** Runs pipeline generators under the simulator: the driver of the direct world. */
import { dryRunVariable } from '../compiler/analysis/names';
import type { Context, Outcome, Program, Signal, ThreadId, Value } from '../simulator/program';
import { beginsDryRun, inDryRun } from './dry-run';
import { Fault, toFailure } from './failures';
import type { Answer, Argument, Body, Pipeline, Request } from './requests';
import { Results } from './results';

/** Where running code reads its context: the environment and the clock of the thread that runs now. */
export interface Session {
  context: Context | undefined;
}

interface Thread {
  readonly code: Pipeline<unknown>;
  /** The thread whose step has this body; none for the main thread. */
  readonly parent: Thread | undefined;
  /** What the bodies of the step that this thread waits for returned. */
  readonly results: Results;
  /** Whether it runs dry, and whether the bodies of the step that it waits for do. */
  readonly dry: boolean;
  dryBodies: boolean;
  /** Closures of the step that this thread waits for. */
  bodies: readonly Body[];
}

/** A program whose main thread is `main`; `session.context` is kept up to date while a thread runs. */
export class DirectProgram implements Program<Signal> {
  private readonly threads = new Map<ThreadId, Thread>();

  constructor(
    private readonly main: () => Pipeline<unknown>,
    private readonly session: Session,
  ) {}

  start(context: Context): Signal {
    return this.begin('', undefined, this.main(), context);
  }

  resume(thread: ThreadId, outcome: Outcome, context: Context): Signal {
    const waiting = this.known(thread);
    const answer =
      outcome.kind === 'value'
        ? { kind: outcome.kind, value: waiting.results.handBack(outcome.value) }
        : outcome;
    return this.advance(thread, waiting, answer, context);
  }

  startBody(thread: ThreadId, parent: ThreadId, ordinal: number, context: Context): Signal {
    const waiting = this.known(parent);
    const body = waiting.bodies[ordinal];
    if (body === undefined) throw new Fault(`thread '${parent}' has no closure ${ordinal}`);
    return this.begin(thread, waiting, body(), context);
  }

  private begin(id: ThreadId, parent: Thread | undefined, code: Pipeline<unknown>, context: Context): Signal {
    const dry = parent === undefined ? dryRunVariable in context.environment : parent.dryBodies;
    const driven = dry ? inDryRun(code, this.session) : code;
    const thread: Thread = { code: driven, parent, results: new Results(), bodies: [], dry, dryBodies: dry };
    this.threads.set(id, thread);
    return this.advance(id, thread, { kind: 'value', value: undefined }, context);
  }

  private known(id: ThreadId): Thread {
    const thread = this.threads.get(id);
    if (thread === undefined) throw new Fault(`no thread '${id}'`);
    return thread;
  }

  private advance(id: ThreadId, thread: Thread, answer: Answer, context: Context): Signal {
    this.session.context = context;
    try {
      const next = thread.code.next(answer);
      if (next.done === true) {
        this.threads.delete(id);
        // What the main thread returns is nothing to Jenkins.
        const value = thread.parent === undefined ? null : thread.parent.results.keep(id, next.value);
        return { kind: 'ended', outcome: { kind: 'value', value } };
      }
      return this.signal(thread, next.value);
    } catch (thrown) {
      this.threads.delete(id);
      return { kind: 'ended', outcome: { kind: 'failure', failure: toFailure(thrown) } };
    }
  }

  private signal(thread: Thread, request: Request): Signal {
    const bodies: Body[] = [];
    const parameters = request.arguments.map((argument) => markBodies(argument, bodies));
    thread.bodies = bodies;
    thread.dryBodies = thread.dry || beginsDryRun(request);
    return { kind: 'step', name: request.name, arguments: parameters, location: request.location };
  }
}

/** Replaces closures by markers, at any depth, and leaves out absent values. */
function markBodies(argument: Argument, bodies: Body[]): Value {
  if (typeof argument === 'function') return { $body: bodies.push(argument) - 1 };
  if (typeof argument !== 'object' || argument === null) return argument ?? null;
  if (Array.isArray(argument)) return argument.map((element: Argument) => markBodies(element, bodies));
  const entries = Object.entries(argument).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries.map(([key, value]) => [key, markBodies(value, bodies)]));
}
