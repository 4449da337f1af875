/** Runs pipeline generators under the simulator: the driver of the direct world. */
import type { Context, Outcome, Program, Signal, ThreadId, Value } from '../simulator/program';
import { Fault, toFailure } from './failures';
import type { Argument, Body, Pipeline, Request } from './requests';

/** Where running code reads its context: the environment and the clock of the thread that runs now. */
export interface Session {
  context: Context | undefined;
}

interface Thread {
  readonly code: Pipeline<unknown>;
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
    return this.begin('', this.main(), context);
  }

  resume(thread: ThreadId, outcome: Outcome, context: Context): Signal {
    return this.advance(thread, this.known(thread), outcome, context);
  }

  startBody(thread: ThreadId, parent: ThreadId, ordinal: number, context: Context): Signal {
    const { bodies } = this.known(parent);
    const body = bodies[ordinal];
    if (body === undefined) throw new Fault(`thread '${parent}' has no closure ${ordinal}`);
    return this.begin(thread, body(), context);
  }

  private begin(id: ThreadId, code: Pipeline<unknown>, context: Context): Signal {
    const thread: Thread = { code, bodies: [] };
    this.threads.set(id, thread);
    return this.advance(id, thread, { kind: 'value', value: null }, context);
  }

  private known(id: ThreadId): Thread {
    const thread = this.threads.get(id);
    if (thread === undefined) throw new Fault(`no thread '${id}'`);
    return thread;
  }

  private advance(id: ThreadId, thread: Thread, outcome: Outcome, context: Context): Signal {
    this.session.context = context;
    try {
      const next = thread.code.next(outcome);
      if (next.done === true) {
        this.threads.delete(id);
        return { kind: 'ended', outcome: { kind: 'value', value: toValue(next.value) } };
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

/** What a body returned, as data: closures and absent values are nothing to the simulator. */
function toValue(result: unknown): Value {
  switch (typeof result) {
    case 'string':
    case 'number':
    case 'boolean':
      return result;
    case 'object': {
      if (result === null) return null;
      if (Array.isArray(result)) return result.map(toValue);
      const entries = Object.entries(result).filter(([, value]) => value !== undefined);
      return Object.fromEntries(entries.map(([key, value]) => [key, toValue(value)]));
    }
    default:
      return null;
  }
}
