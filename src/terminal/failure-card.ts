/** One card about the failure of a run: the stage, the command, how it ended, what it said, and what to do. */
import type { RunRecord, StageRecord, StepEvent } from '../simulator/record';
import type { RecentOutput } from './recent-output';
import { describeStep } from './step-text';
import type { Style } from './style';
import { field } from './summary';

/** What an exit code of a shell means, where the failure says nothing else. */
const exitCodes: { readonly [code: string]: string | undefined } = {
  '126': 'The program was found and may not be executed: check its permissions.',
  '127': 'A program was not found: install it on this machine, or put it on the PATH.',
  '137': 'It was killed, perhaps because the memory of this machine was used up.',
  '143': 'It was ended from outside.',
};

/** Nothing for a run that did not fail. */
export function failureCard(record: RunRecord, recent: RecentOutput, style: Style): string[] {
  const failed = failedStep(record);
  if (failed?.outcome.kind !== 'failure') return [];
  const stage = stageOf(failed, record.stages);
  const command = lastCommand(failed, record.events);
  const { message } = failed.outcome.failure;
  const [, code] = /^script returned exit code (\d+)$/.exec(message) ?? [];
  const remedy = code === undefined ? undefined : exitCodes[code];
  const output = command === undefined ? [] : recent.of(command);
  return [
    '',
    style.red(style.bold(`Failed: ${stage?.name ?? 'outside all stages'}`)),
    ...(command === undefined ? [] : [field('command', describeStep(command), style)]),
    ...(code === undefined ? [] : [field('exit', code, style)]),
    ...labelled('cause', message.split('\n'), style),
    ...(remedy === undefined ? [] : [field('remedy', remedy, style)]),
    ...labelled('output', output, style),
  ];
}

/** The first text stands beside the label, the others below it. */
function labelled(label: string, lines: readonly string[], style: Style): string[] {
  return lines.map((line, index) => field(index === 0 ? label : '', line, style));
}

/** The step whose failure ended the run: the first that failed so; those around it only passed the failure on. */
function failedStep({ failure, events }: RunRecord): StepEvent | undefined {
  if (failure === undefined) return undefined;
  const failing = events.filter(
    ({ outcome }) => outcome.kind === 'failure' && outcome.failure.message === failure.message,
  );
  return failing.reduce<StepEvent | undefined>(
    (first, event) =>
      first === undefined || event.ended < first.ended || isDeeper(event, first) ? event : first,
    undefined,
  );
}

function isDeeper(event: StepEvent, other: StepEvent): boolean {
  return event.ended === other.ended && event.thread.length > other.thread.length;
}

function stageOf({ thread }: StepEvent, stages: readonly StageRecord[]): StageRecord | undefined {
  return stages.findLast((stage) => isWithin(thread, stage.thread));
}

/** The step itself when it runs a command, else the last command before it in the same stage or branch. */
function lastCommand(failed: StepEvent, events: readonly StepEvent[]): StepEvent | undefined {
  // Events stand in the order in which they began, which times of one millisecond do not tell.
  return events
    .slice(0, events.indexOf(failed) + 1)
    .findLast(
      ({ operation, thread }) =>
        operation === 'sh' && (isWithin(failed.thread, thread) || isWithin(thread, failed.thread)),
    );
}

function isWithin(thread: string, outer: string): boolean {
  return thread === outer || thread.startsWith(`${outer}/`);
}
