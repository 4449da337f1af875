/** Pieces of run records for the tests of the report. */
import type { RunRecord, StageRecord, StepEvent } from '../../src/simulator/record';

export function stage(details: Partial<StageRecord>): StageRecord {
  return { name: 'Build', thread: '', began: 0, ended: 1000, result: 'SUCCESS', ...details };
}

export function step(details: Partial<StepEvent>): StepEvent {
  return {
    thread: '',
    sequence: 0,
    operation: 'echo',
    arguments: {},
    began: 0,
    ended: 0,
    outcome: { kind: 'value', value: null },
    ...details,
  };
}

export function record(details: Partial<RunRecord>): RunRecord {
  return { format: 1, result: 'SUCCESS', events: [], stages: [], log: [], duration: 0, sent: [], ...details };
}
