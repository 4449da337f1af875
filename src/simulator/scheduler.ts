/**
 * Runs a program in the time of a machine. It owns the threads: it says which one runs next, and what becomes of the step that
 * a thread asks for. The program is behind {@link ProgramRequest}s, so this is the same for every driver.
 */
import type { Build } from './build';
import { dispatch } from './dispatch';
import { abortedBy, agentRemoved, Fault, missingStep, StepFailure, workspaceMissing } from './failures';
import type { Machine } from './machine';
import type { Context, Failure, Outcome, Signal, Value } from './program';
import { TimeQueue } from './queue';
import { type ProgramRequest, ThreadContext, type Wait } from './requests';
import { standstill } from './standstill';
import { type BodyRun, type Schedule, StepContext, type Thread } from './threads';
import { symbolsIn } from './values';

/** A request with the thread that will answer it. */
interface Turn {
  readonly thread: Thread;
  readonly request: ProgramRequest;
}

type StepSignal = Extract<Signal, { kind: 'step' }>;

/** The simulation of one build. */
export class Scheduler implements Schedule {
  private readonly queue: TimeQueue<() => Turn | undefined>;
  private readonly main: Thread;
  private abortion: Failure | undefined;
  /** An abort that has come and that no thread knows of yet. */
  private untold: Failure | undefined;

  constructor(
    private readonly build: Build,
    private readonly machine: Machine,
    private readonly maximumSteps: number,
  ) {
    this.queue = new TimeQueue(build.settings.seed);
    const { environment } = build;
    this.main = {
      id: '',
      parent: undefined,
      body: undefined,
      scope: { environment, workspace: undefined, folder: '', stage: undefined, branch: false },
      steps: 0,
      current: undefined,
      interruption: undefined,
    };
  }

  get now(): number {
    return this.machine.time.now;
  }

  /** By what the build was aborted, if it was. */
  get aborted(): Failure | undefined {
    return this.abortion;
  }

  /**
   * Aborts the build from outside: whatever runs is interrupted. It may come at any time, e.g. from a listener that hears what a
   * step does; threads are told when none of them is between two states.
   */
  abort(failure: Failure): void {
    this.abortion ??= failure;
    this.untold = failure;
    this.machine.time.wake();
  }

  private tellOfAbort(): void {
    const failure = this.untold;
    this.untold = undefined;
    if (failure !== undefined) this.interrupt(this.main, failure);
  }

  /**
   * Yields what the program has to do and takes its answers, until the main thread ends.
   * @returns how it ended
   * @throws Fault when the run is worthless
   */
  *run(): Generator<ProgramRequest | Wait, Outcome, Signal | undefined> {
    let turn: Turn = { thread: this.main, request: { kind: 'start', context: this.context(this.main) } };
    for (;;) {
      this.tellOfAbort();
      const signal = yield turn.request;
      if (signal === undefined) throw new TypeError('a request to a program is answered by a signal');
      let next: Turn | undefined;
      if (signal.kind === 'step') {
        next = this.begin(turn.thread, signal);
      } else {
        const { outcome } = signal;
        if (outcome.kind === 'failure' && outcome.failure.kind === 'fault') {
          throw new Fault(outcome.failure.message, outcome.failure.location);
        }
        if (turn.thread === this.main) return outcome;
        next = this.bodyEnded(turn.thread, outcome);
      }
      turn = next ?? (yield* this.nextTurn());
    }
  }

  /** Ends all steps that still run, because the run is worthless. */
  abandon(fault: Fault): void {
    this.abandonThread(this.main, fault);
  }

  wake(step: StepContext): void {
    step.due ??= this.queue.add(this.now, () => this.advance(step));
    this.machine.time.wake();
  }

  interruptBodies(step: StepContext, failure: Failure): void {
    for (const thread of step.bodies) this.interrupt(thread, failure);
  }

  after(milliseconds: number, action: () => void): { cancelled: boolean } {
    return this.queue.add(this.now + milliseconds, () => {
      action();
      return undefined;
    });
  }

  /** Waits until a thread can go on. */
  private *nextTurn(): Generator<Wait, Turn, unknown> {
    for (;;) {
      this.tellOfAbort();
      const until = this.machine.time.reach(this.queue.peek()?.time);
      if (until !== undefined) {
        yield { kind: 'wait', until };
        continue;
      }
      const due = this.queue.take();
      if (due === undefined) throw standstill(this.main);
      const turn = due.action();
      if (turn !== undefined) return turn;
    }
  }

  /** A thread asks for a step. */
  private begin(thread: Thread, { name, arguments: raw, location }: StepSignal): Turn | undefined {
    const { recorder } = this.build;
    const event = recorder.stepBegan(thread.id, thread.steps, name);
    thread.steps += 1;
    const found =
      recorder.events.length > this.maximumSteps
        ? `more than ${this.maximumSteps} steps: does the program loop?`
        : dispatch(name, raw, this.machine.steps);
    if (typeof found === 'string') {
      const fault = new Fault(found, location);
      recorder.stepEnded(event, { kind: 'failure', failure: fault.failure });
      throw fault;
    }
    const { definition, implementation, call } = found;
    recorder.stepBound(event, call.arguments.values);
    const step = new StepContext(this, this.build, thread, event, call.arguments, call.body, location);
    this.tellOfAbort();
    thread.current = step;
    const obstacle = this.obstacle(step, definition.workspace);
    if (obstacle !== undefined) return this.complete(step, { kind: 'failure', failure: obstacle });
    if (implementation.kind === 'suspending') {
      step.execution = implementation.run(step);
      return this.advance(step);
    }
    let value: Value;
    try {
      value = implementation.run(step);
    } catch (thrown) {
      return this.fail(step, thrown);
    }
    return this.complete(step, valueOutcome(value));
  }

  /** Why a step fails before it does anything, if it does: faults of the scenario first, as they come from outside. */
  private obstacle(step: StepContext, needsWorkspace: boolean): Failure | undefined {
    const { settings, recorder } = this.build;
    const number = recorder.events.length;
    if (number === settings.abortAtStep) {
      this.abortion = abortedBy('the scenario');
      this.interrupt(this.main, this.abortion, step);
      return this.abortion;
    }
    if (number === settings.agentLostAtStep) {
      for (const around of step.around()) {
        if (around.event.operation !== 'node') continue;
        for (const thread of around.bodies) this.interrupt(thread, agentRemoved, step);
        return agentRemoved;
      }
    }
    const { interruption } = step.thread;
    if (interruption !== undefined) {
      step.thread.interruption = undefined;
      return interruption;
    }
    const { operation, arguments: given } = step.event;
    const missing = [operation, ...symbolsIn(given)].find((name) => settings.missingSteps.has(name));
    if (missing !== undefined) return missingStep(missing);
    return needsWorkspace && step.scope.workspace === undefined ? workspaceMissing : undefined;
  }

  /** Runs the implementation of a step to its next `yield`, at which `failure` is thrown if there is one. */
  private advance(step: StepContext, failure?: Failure): Turn | undefined {
    const { execution } = step;
    if (execution === undefined) throw new TypeError(`step '${step.event.operation}' cannot wait`);
    step.due = undefined;
    for (;;) {
      let result;
      try {
        result = failure === undefined ? execution.next() : execution.throw(new StepFailure(failure));
      } catch (problem) {
        return this.fail(step, problem);
      }
      if (result.done === true) return this.complete(step, valueOutcome(result.value));
      const suspension = result.value;
      if (suspension.kind === 'wake') return undefined;
      if (suspension.kind === 'time') {
        step.due = this.queue.add(this.now + suspension.milliseconds, () => this.advance(step));
        return undefined;
      }
      const { bodies } = suspension;
      const [first] = bodies;
      if (first !== undefined && bodies.length === 1)
        return this.startBody(step, step.openBody(first), first);
      for (const body of bodies) {
        const thread = step.openBody(body);
        this.queue.add(this.now, () => this.startBody(step, thread, body));
      }
      if (first !== undefined) return undefined;
      // No bodies at all: they have ended.
      failure = undefined;
    }
  }

  private startBody(step: StepContext, thread: Thread, { ordinal }: BodyRun): Turn {
    const context = this.context(thread);
    return {
      thread,
      request: { kind: 'startBody', thread: thread.id, parent: step.thread.id, ordinal, context },
    };
  }

  private bodyEnded(thread: Thread, outcome: Outcome): Turn | undefined {
    const { parent, body } = thread;
    if (parent === undefined || body === undefined) throw new TypeError('the main thread is no body');
    parent.bodies.delete(thread);
    body.outcome = outcome;
    body.onEnd?.(outcome);
    return parent.bodies.size === 0 ? this.advance(parent) : undefined;
  }

  private fail(step: StepContext, problem: unknown): Turn {
    if (problem instanceof StepFailure)
      return this.complete(step, { kind: 'failure', failure: problem.failure });
    throw problem;
  }

  private complete(step: StepContext, outcome: Outcome): Turn {
    const { thread } = step;
    thread.current = undefined;
    this.build.recorder.stepEnded(step.event, outcome);
    return { thread, request: { kind: 'resume', thread: thread.id, outcome, context: this.context(thread) } };
  }

  /** Interrupts the innermost steps of a thread, as CpsFlowExecution.interrupt and BodyExecution.cancel do. */
  private interrupt(thread: Thread, failure: Failure, except?: StepContext): void {
    const step = thread.current;
    if (step === undefined) {
      thread.interruption = failure;
    } else if (step.bodies.size > 0) {
      for (const body of step.bodies) this.interrupt(body, failure, except);
    } else if (step !== except) {
      if (step.due !== undefined) step.due.cancelled = true;
      step.due = this.queue.add(this.now, () => this.advance(step, failure));
    }
  }

  private context(thread: Thread): Context {
    return new ThreadContext(
      this.machine.time.start + this.now,
      thread.scope.environment,
      this.build.currentBuild,
    );
  }

  private abandonThread({ current }: Thread, fault: Fault): void {
    if (current === undefined) return;
    for (const thread of current.bodies) this.abandonThread(thread, fault);
    try {
      current.execution?.throw(fault);
    } catch {
      // The fault itself comes back: it has been told already.
    }
    this.build.recorder.stepEnded(current.event, { kind: 'failure', failure: fault.failure });
  }
}

const nothing: Outcome = { kind: 'value', value: null };

/** Most steps return nothing, which needs no object of its own. */
function valueOutcome(value: Value): Outcome {
  return value === null ? nothing : { kind: 'value', value };
}
