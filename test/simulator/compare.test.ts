import { compareRecords } from '../../src/simulator/compare';
import type { RunRecord, StepEvent } from '../../src/simulator/record';
import { type Body, echo, run, step } from './fake-program';

const main: Body = function* () {
  yield* step('parallel', {
    a: () => step('sleep', 1),
    b: function* () {
      yield* step('sleep', 2);
      yield* step('error', 'broken');
    },
  });
};
const record = run(main);

/** The record with another event at one place. */
function changed(index: number, change: Partial<StepEvent>): RunRecord {
  return {
    ...record,
    events: record.events.map((event, place) => (place === index ? { ...event, ...change } : event)),
  };
}

test('equal records do not differ', () => {
  expect(compareRecords(record, run(main))).toBeUndefined();
  expect(compareRecords(record, JSON.parse(JSON.stringify(record)) as RunRecord)).toBeUndefined();
});

test.each<[Partial<StepEvent>, string]>([
  [{ operation: 'echo' }, 'operation'],
  [{ arguments: { time: 3 } }, 'arguments'],
  [{ environment: ['GIG_A'] }, 'environment'],
  [{ effects: { releases: ['container'] } }, 'effects'],
  [{ outcome: { kind: 'value', value: false } }, 'outcome'],
  [{ outcome: { kind: 'failure', failure: { kind: 'error', message: '' } } }, 'outcome'],
  [{ began: 1 }, 'began'],
  [{ ended: 1 }, 'ended'],
])('%j is found in its thread', (change, field) => {
  const other = changed(2, change);
  expect(compareRecords(record, other)).toEqual({
    kind: 'event',
    thread: '/0.1',
    sequence: 0,
    field,
    left: record.events[2],
    right: other.events[2],
  });
});

test('a step that one record lacks', () => {
  const other = { ...record, events: record.events.slice(0, -1) };
  const last = record.events.at(-1);
  expect(compareRecords(record, other)).toMatchObject({
    kind: 'event',
    field: 'event',
    left: last,
    right: undefined,
  });
  expect(compareRecords(other, record)).toMatchObject({
    kind: 'event',
    field: 'event',
    left: undefined,
    right: last,
  });
});

test('keys of a map have an order, and lists are no maps', () => {
  const one = changed(1, { arguments: { a: 1, b: 2 } });
  expect(compareRecords(one, changed(1, { arguments: { b: 2, a: 1 } }))).toMatchObject({
    field: 'arguments',
  });
  expect(compareRecords(one, changed(1, { arguments: { a: 1, b: 2, c: 3 } }))).toMatchObject({
    field: 'arguments',
  });
  const list = changed(1, { arguments: { a: ['x'] } });
  expect(compareRecords(list, changed(1, { arguments: { a: { 0: 'x' } } }))).toMatchObject({
    field: 'arguments',
  });
});

test('another order of the threads', () => {
  const [first, second, third, ...rest] = record.events;
  if (first === undefined || second === undefined || third === undefined) throw new Error('too few events');
  const other = { ...record, events: [first, third, second, ...rest] };
  expect(compareRecords(record, other)).toEqual({ kind: 'order', index: 1, left: second, right: third });
});

test.each<[Partial<RunRecord>, string]>([
  [{ result: 'ABORTED' }, 'result'],
  [{ failure: { kind: 'error', message: 'other' } }, 'failure'],
  [{ stages: [{ name: 'x', thread: '', began: 0, ended: 0, result: 'SUCCESS' }] }, 'stages'],
  [{ log: [] }, 'log'],
  [{ sent: [{ script: 'x', value: 1 }] }, 'sent'],
  [{ duration: 1 }, 'duration'],
])('%j is found beside the steps', (change, field) => {
  expect(compareRecords(record, { ...record, ...change })).toMatchObject({ kind: 'record', field });
});

test('a fault in one world comes before the steps that are missing behind it', () => {
  const failure = { kind: 'fault', message: 'not serialisable' } as const;
  const broken: RunRecord = { ...record, events: record.events.slice(0, 1), failure };
  expect(compareRecords(record, broken)).toEqual({
    kind: 'record',
    field: 'failure',
    left: record.failure,
    right: failure,
  });
});

test('the place of a fault is no difference, its message is', () => {
  const faulty = run(() => step('nothing'));
  const elsewhere: RunRecord = { ...faulty, failure: { kind: 'fault', message: "unknown step 'nothing'" } };
  expect(faulty.failure).toMatchObject({ location: 'fake.ts:' });
  expect(compareRecords(faulty, elsewhere)).toBeUndefined();
  expect(
    compareRecords(
      faulty,
      run(() => step('other')),
    ),
  ).toMatchObject({ kind: 'event', field: 'operation' });
});

test('seeds change the order, not the threads', () => {
  const branches: Body = () =>
    step(
      'parallel',
      Object.fromEntries(['a', 'b', 'c', 'd'].map((name): [string, Body] => [name, () => echo(name)])),
    );
  expect(compareRecords(run(branches), run(branches, { seed: 1 }))?.kind).toBe('order');
});
