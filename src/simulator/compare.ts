/** Compares the records of the two worlds: first the steps of each thread, then their order, then the rest. */
import type { Failure, Outcome, ThreadId } from './program';
import type { RunRecord, StepEvent } from './record';

/** The first thing in which two records differ. */
export type RecordDifference =
  /** A step; an event that is `undefined` is missing in that record. */
  | {
      readonly kind: 'event';
      readonly thread: ThreadId;
      /** Place in the thread, from 0. */
      readonly sequence: number;
      /** `event` when one record has no such step. */
      readonly field: 'event' | (typeof eventFields)[number];
      readonly left: StepEvent | undefined;
      readonly right: StepEvent | undefined;
    }
  /** The threads did the same, but in another order: the events at one place of the records. */
  | { readonly kind: 'order'; readonly index: number; readonly left: StepEvent; readonly right: StepEvent }
  /** Something beside the steps. */
  | {
      readonly kind: 'record';
      readonly field: (typeof recordFields)[number];
      readonly left: unknown;
      readonly right: unknown;
    };

const eventFields = [
  'operation',
  'arguments',
  'environment',
  'effects',
  'outcome',
  'began',
  'ended',
] as const;
const recordFields = ['result', 'failure', 'stages', 'log', 'sent', 'duration'] as const;

/** The first difference, or `undefined` when the records say the same. Lists and the keys of maps must be in the same order. */
export function compareRecords(left: RunRecord, right: RunRecord): RecordDifference | undefined {
  return (
    faultDifference(left, right) ??
    threadDifference(left, right) ??
    orderDifference(left, right) ??
    restDifference(left, right)
  );
}

/** A fault in one world says more than the steps that are missing behind it. */
function faultDifference(
  { failure: left }: RunRecord,
  { failure: right }: RunRecord,
): RecordDifference | undefined {
  if ((left?.kind === 'fault') === (right?.kind === 'fault')) return undefined;
  return { kind: 'record', field: 'failure', left, right };
}

function threadDifference(left: RunRecord, right: RunRecord): RecordDifference | undefined {
  const leftThreads = byThread(left.events);
  const rightThreads = byThread(right.events);
  for (const thread of new Set([...leftThreads.keys(), ...rightThreads.keys()])) {
    const leftEvents = leftThreads.get(thread) ?? [];
    const rightEvents = rightThreads.get(thread) ?? [];
    for (let sequence = 0; sequence < Math.max(leftEvents.length, rightEvents.length); sequence += 1) {
      const field = eventDifference(leftEvents[sequence], rightEvents[sequence]);
      if (field !== undefined) {
        return {
          kind: 'event',
          thread,
          sequence,
          field,
          left: leftEvents[sequence],
          right: rightEvents[sequence],
        };
      }
    }
  }
  return undefined;
}

function byThread(events: readonly StepEvent[]): ReadonlyMap<ThreadId, readonly StepEvent[]> {
  const threads = new Map<ThreadId, StepEvent[]>();
  for (const event of events) {
    const list = threads.get(event.thread);
    if (list === undefined) threads.set(event.thread, [event]);
    else list.push(event);
  }
  return threads;
}

function eventDifference(
  left: StepEvent | undefined,
  right: StepEvent | undefined,
): 'event' | (typeof eventFields)[number] | undefined {
  if (left === undefined || right === undefined) return 'event';
  return eventFields.find((field) =>
    field === 'outcome'
      ? !isSame(comparableOutcome(left.outcome), comparableOutcome(right.outcome))
      : !isSame(left[field], right[field]),
  );
}

function orderDifference(left: RunRecord, right: RunRecord): RecordDifference | undefined {
  for (const [index, event] of left.events.entries()) {
    const other = right.events[index];
    if (other !== undefined && event.thread !== other.thread)
      return { kind: 'order', index, left: event, right: other };
  }
  return undefined;
}

function restDifference(left: RunRecord, right: RunRecord): RecordDifference | undefined {
  for (const field of recordFields) {
    const same =
      field === 'failure'
        ? isSame(comparable(left.failure), comparable(right.failure))
        : isSame(left[field], right[field]);
    if (!same) return { kind: 'record', field, left: left[field], right: right[field] };
  }
  return undefined;
}

function comparableOutcome(outcome: Outcome): unknown {
  return outcome.kind === 'value' ? outcome : { kind: outcome.kind, failure: comparable(outcome.failure) };
}

/** A failure in one order of its fields and without the place of a fault, which each world knows in its own way. */
function comparable(failure: Failure | undefined): unknown {
  if (failure === undefined) return undefined;
  const { kind, message } = failure;
  return failure.kind === 'interruption' ? { kind, message, result: failure.result } : { kind, message };
}

function isSame(left: unknown, right: unknown): boolean {
  if (Object.is(left, right)) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const leftEntries = Object.entries(left);
  const rightEntries = Object.entries(right);
  return (
    leftEntries.length === rightEntries.length &&
    leftEntries.every(([key, value], index) => {
      const other = rightEntries[index];
      return other?.[0] === key && isSame(value, other[1]);
    })
  );
}
