/** The first thing in which the two worlds differ, for a person who has to find out why. */
import type { RecordDifference } from '../simulator/compare';
import type { StepEvent } from '../simulator/record';
import { describeStep } from './step-text';
import type { Style } from './style';

/** Where the worlds differ, and what each of them has there. */
export function differenceLines(difference: RecordDifference, style: Style): string[] {
  const { place, left, right } = locate(difference);
  return [
    `  ${style.red(`first difference: ${place}`)}`,
    `    in Node    ${shown(left)}`,
    `    on engine  ${shown(right)}`,
  ];
}

interface Located {
  readonly place: string;
  readonly left: unknown;
  readonly right: unknown;
}

function locate(difference: RecordDifference): Located {
  const { left, right } = difference;
  switch (difference.kind) {
    case 'event':
      return locateEvent(difference);
    case 'order':
      return {
        place: `step ${difference.index + 1} of the run`,
        left: inThread(difference.left),
        right: inThread(difference.right),
      };
    case 'record':
      return { place: `${difference.field} of the run`, left, right };
  }
}

function locateEvent({
  thread,
  sequence,
  field,
  left,
  right,
}: Extract<RecordDifference, { kind: 'event' }>): Located {
  const known = left ?? right;
  const step = `step ${sequence + 1} of thread '${thread}'`;
  if (field === 'event' || known === undefined) {
    return { place: step, left: left && describeStep(left), right: right && describeStep(right) };
  }
  return { place: `${field} of ${step}, ${describeStep(known)}`, left: left?.[field], right: right?.[field] };
}

function inThread(event: StepEvent): string {
  return `${describeStep(event)} in thread '${event.thread}'`;
}

function shown(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}
