/** Writes the run record and tells a listener while it does. */
import { steps } from '../jenkins';
import { StepFailure } from './failures';
import type { Failure, Outcome, ThreadId, Value } from './program';
import type { ProgressListener } from './progress';
import type { BuildResult, RunRecord, StageRecord, StepEvent } from './record';
import { resultOf, worse } from './results';
import type { Time } from './time';
import { recorded, recordedMap, type ResourceNames, type ValueMap } from './values';

/** An event whose step may still be running. */
export type OpenEvent = { -readonly [Field in keyof StepEvent]: StepEvent[Field] };

/** A stage whose body may still be running. */
export interface OpenStage {
  readonly record: { -readonly [Field in keyof StageRecord]: StageRecord[Field] };
  /** The stage around it. */
  readonly outer: OpenStage | undefined;
}

const nothing: Outcome = { kind: 'value', value: null };

/** Writes the record while the run goes on. */
export class Recorder {
  readonly events: OpenEvent[] = [];
  private readonly stages: OpenStage['record'][] = [];
  private readonly lines: string[] = [];
  private readonly sent: { readonly script: string; readonly value: Value }[] = [];

  constructor(
    private readonly time: Pick<Time, 'now'>,
    private readonly resourceName: ResourceNames,
    private readonly listener: ProgressListener | undefined,
  ) {}

  stepBegan(thread: ThreadId, sequence: number, operation: string): OpenEvent {
    const began = this.time.now;
    const event: OpenEvent = {
      thread,
      sequence,
      operation,
      arguments: {},
      began,
      ended: began,
      outcome: nothing,
    };
    this.events.push(event);
    return event;
  }

  /** Adds what a step was called with. */
  stepBound(event: OpenEvent, values: ValueMap): void {
    event.arguments = recordedMap(values, this.resourceName);
    this.listener?.({ kind: 'stepBegan', event });
  }

  stepEnded(event: OpenEvent, outcome: Outcome): void {
    event.ended = this.time.now;
    event.outcome = this.recordedOutcome(takesBody(event.operation) ? withoutValue(outcome) : outcome);
    this.listener?.({ kind: 'stepEnded', event });
  }

  stageBegan(name: string, thread: ThreadId, outer: OpenStage | undefined): OpenStage {
    const began = this.time.now;
    const record: OpenStage['record'] = { name, thread, began, ended: began, result: 'SUCCESS' };
    this.stages.push(record);
    this.listener?.({ kind: 'stageBegan', name, thread, began });
    return { record, outer };
  }

  /** Worsens the result of a stage and of those around it. */
  stageWorsened(stage: OpenStage | undefined, result: BuildResult): void {
    for (let at = stage; at !== undefined; at = at.outer) at.record.result = worse(at.record.result, result);
  }

  stageSkipped({ record }: OpenStage, reason: string): void {
    record.skipped = reason;
    this.listener?.({ kind: 'stageSkipped', name: record.name, thread: record.thread, reason });
  }

  /** @param problem what was thrown out of the stage's body, if anything */
  stageEnded({ record }: OpenStage, problem?: unknown): void {
    record.ended = this.time.now;
    if (problem !== undefined) {
      const result = problem instanceof StepFailure ? resultOf(problem.failure) : 'FAILURE';
      record.result = worse(record.result, result);
    }
    this.listener?.({ kind: 'stageEnded', stage: record });
  }

  /**
   * Prints text, line by line, with secrets masked as the credentials-binding plugin does.
   * @param thread whose step prints it; none: the build itself
   */
  print(text: string, secrets: readonly string[], thread?: ThreadId): void {
    let masked = text;
    for (const secret of secrets) masked = masked.replaceAll(secret, '****');
    const lines = masked.includes('\n') ? masked.split('\n') : [masked];
    const time = this.time.now;
    for (const line of lines) {
      this.lines.push(line);
      this.listener?.({ kind: 'line', text: line, time, ...(thread !== undefined && { thread }) });
    }
  }

  /** Notes what a script sent outside. */
  scriptSent(script: string, value: Value): void {
    this.sent.push({ script, value });
  }

  /** The record of the whole run. */
  finish(result: BuildResult, failure: Failure | undefined): RunRecord {
    if (failure !== undefined) {
      this.print(failure.kind === 'error' ? `ERROR: ${failure.message}` : failure.message, []);
    }
    this.print(`Finished: ${result}`, []);
    const duration = this.time.now;
    this.listener?.({ kind: 'ended', result, duration });
    return {
      format: 1,
      result,
      ...(failure === undefined ? {} : { failure }),
      events: this.events,
      stages: this.stages,
      log: this.lines,
      duration,
      sent: this.sent,
    };
  }

  private recordedOutcome(outcome: Outcome): Outcome {
    if (outcome.kind === 'failure' || outcome.value === null) return outcome;
    return { kind: 'value', value: recorded(outcome.value, this.resourceName) };
  }
}

/**
 * What a body returned is data of the program and no event: a closure of Groovy returns its last expression even when
 * nobody asks for it.
 */
function withoutValue(outcome: Outcome): Outcome {
  return outcome.kind === 'value' ? nothing : outcome;
}

function takesBody(operation: string): boolean {
  return operation === 'parallel' || steps.get(operation)?.body === true;
}
