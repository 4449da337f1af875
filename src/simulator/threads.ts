/** Threads of the program and the steps for which they wait: a tree, because the bodies of a step are threads, too. */
import { Fault, StepFailure } from './failures';
import type { Arguments } from './arguments';
import type { Build } from './build';
import type { Environment } from './environment';
import type { Failure, Outcome, ThreadId, Value } from './program';
import type { Due } from './queue';
import type { OpenEvent, OpenStage } from './recorder';
import type { Workspace } from './workspace';

/** What a thread inherits from the steps around it. */
export interface Scope {
  readonly environment: Environment;
  /** The workspace that `node` holds; none outside. */
  readonly workspace: Workspace | undefined;
  /** Absolute path of the current folder; empty outside `node`. */
  readonly folder: string;
  readonly stage: OpenStage | undefined;
  /** Whether a `parallel` is around. */
  readonly branch: boolean;
}

/** One flow of control: the main one, or the body of a step. */
export interface Thread {
  readonly id: ThreadId;
  /** The step whose body this is; none for the main thread. */
  readonly parent: StepContext | undefined;
  readonly body: BodyRun | undefined;
  readonly scope: Scope;
  /** How many steps it has begun. */
  steps: number;
  /** The step for which it waits. */
  current: StepContext | undefined;
  /** An interruption that came before its first step. */
  interruption: Failure | undefined;
}

/** One run of a closure. */
export interface BodyRun {
  readonly ordinal: number;
  readonly scope: Scope;
  readonly onEnd?: ((outcome: Outcome) => void) | undefined;
  outcome?: Outcome;
}

/** What a step waits for. */
export type Suspension =
  | { readonly kind: 'time'; readonly milliseconds: number }
  /** Until {@link StepContext.wake} is called. */
  | { readonly kind: 'wake' }
  /** Until all of them have ended. */
  | { readonly kind: 'bodies'; readonly bodies: readonly BodyRun[] };

/** A step while it runs; an interruption is thrown at its `yield`. */
export type Execution = Generator<Suspension, Value, void>;

/** What a step needs of the scheduler. */
export interface Schedule {
  readonly now: number;
  wake(step: StepContext): void;
  interruptBodies(step: StepContext, failure: Failure): void;
  /** Does something at a virtual time, unless it is cancelled before. */
  after(milliseconds: number, action: () => void): { cancelled: boolean };
}

/** A step that a thread waits for: what its implementation may use. */
export class StepContext {
  /** Threads of its bodies that have not ended. */
  readonly bodies = new Set<Thread>();
  /** Set when this is a `timeout` that has interrupted its body. */
  expired = false;
  /** How an implementation that suspends goes on. */
  execution: Execution | undefined;
  /** When it goes on, where that is known. */
  due: Due<unknown> | undefined;
  private readonly runs: number[] = [];

  constructor(
    private readonly schedule: Schedule,
    readonly build: Build,
    readonly thread: Thread,
    readonly event: OpenEvent,
    readonly given: Arguments,
    private readonly closure: number | undefined,
    readonly location: string | undefined,
  ) {}

  get scope(): Scope {
    return this.thread.scope;
  }

  get environment(): Environment {
    return this.thread.scope.environment;
  }

  /** Milliseconds since the start of the run. */
  get now(): number {
    return this.schedule.now;
  }

  /** Lets virtual time pass. */
  *wait(milliseconds: number): Generator<Suspension, void, void> {
    yield { kind: 'time', milliseconds: Math.round(milliseconds) };
  }

  /**
   * Runs the closure of this step and returns its result, for which a {@link ResultMarker} stands; its failure is
   * thrown.
   */
  *run(change?: Partial<Scope>): Execution {
    if (this.closure === undefined) throw new TypeError(`step '${this.event.operation}' has no body`);
    const body: BodyRun = { ordinal: this.closure, scope: this.bodyScope(change) };
    yield { kind: 'bodies', bodies: [body] };
    const outcome = outcomeOf(body);
    if (outcome.kind === 'failure') throw new StepFailure(outcome.failure);
    return outcome.value;
  }

  /** The scope of a body: this step's own with some changes. */
  bodyScope(change: Partial<Scope> | undefined): Scope {
    return change === undefined ? this.thread.scope : { ...this.thread.scope, ...change };
  }

  /** Id of the thread that the next run of a closure will have. */
  bodyThread(ordinal: number): ThreadId {
    const run = (this.runs[ordinal] ?? 0) + 1;
    const id = `${this.thread.id}/${this.event.sequence}.${ordinal}`;
    return run === 1 ? id : `${id}#${run}`;
  }

  /** Makes the thread of a body. */
  openBody(body: BodyRun): Thread {
    const id = this.bodyThread(body.ordinal);
    this.runs[body.ordinal] = (this.runs[body.ordinal] ?? 0) + 1;
    const thread: Thread = {
      id,
      parent: this,
      body,
      scope: body.scope,
      steps: 0,
      current: undefined,
      interruption: undefined,
    };
    this.bodies.add(thread);
    return thread;
  }

  /** Continues this step, which has yielded `wake`; an interruption that is on its way goes first. */
  wake(): void {
    this.schedule.wake(this);
  }

  /** Interrupts whatever runs in the bodies of this step. */
  interruptBodies(failure: Failure): void {
    this.schedule.interruptBodies(this, failure);
  }

  /** Does something later, unless it is cancelled before. */
  after(milliseconds: number, action: () => void): { cancelled: boolean } {
    return this.schedule.after(milliseconds, action);
  }

  /** The steps around this one, from the innermost. */
  *around(): Generator<StepContext, void, void> {
    for (let step = this.thread.parent; step !== undefined; step = step.thread.parent) yield step;
  }

  /** Prints text in the log of the build. */
  print(text: string): void {
    this.build.recorder.print(text, this.environment.secrets, this.thread.id);
  }

  /** Makes the result of the build and of the stages around at least as bad as this. */
  worsen(result: 'UNSTABLE' | 'FAILURE'): void {
    this.build.worsen(result);
    this.build.recorder.stageWorsened(this.scope.stage, result);
  }

  /** A broken rule at the place of this step's call. */
  fault(message: string): Fault {
    return new Fault(message, this.location);
  }
}

/** How a body that has ended did so. */
export function outcomeOf(body: BodyRun): Outcome {
  if (body.outcome === undefined) throw new TypeError('a step went on before its body had ended');
  return body.outcome;
}
