/** What stands below the tree of a run: result, image, what was sent, what was compared, what to do next. */
import type { BuildResult, RunRecord } from '../simulator/record';
import type { Value } from '../simulator/program';
import { quantityText } from '../diagnostics/quantity';
import { formatDuration } from './duration';
import type { Style } from './style';

/** The result with its reason, and what left the machine. */
export function summaryLines(record: RunRecord, style: Style): string[] {
  return [
    resultLine(record, ' of virtual time', style),
    ...reasonLines(record, style),
    ...departureLines(record, style),
  ];
}

/** The result, and what left the machine: of a run that really happened, whose failure has a card of its own. */
export function realSummaryLines(record: RunRecord, style: Style): string[] {
  return [resultLine(record, '', style), ...departureLines(record, style)];
}

function departureLines(record: RunRecord, style: Style): string[] {
  return record.sent.flatMap((sent) => sentLines(sent, hasPublished(record), style));
}

function resultLine(record: RunRecord, ofTime: string, style: Style): string {
  const after = `after ${formatDuration(record.duration)}${ofTime}, ${quantityText(record.events.length, 'step')}`;
  return `${paintResult(record.result, style)} ${style.dim(after)}`;
}

function paintResult(result: BuildResult, style: Style): string {
  const colour = {
    SUCCESS: style.green,
    UNSTABLE: style.yellow,
    FAILURE: style.red,
    NOT_BUILT: style.red,
    ABORTED: style.red,
  };
  return style.bold(colour[result](result));
}

/** Only where no stage has shown it. */
function reasonLines({ failure, stages }: RunRecord, style: Style): string[] {
  const shown = stages.some(
    ({ result }) => result === 'FAILURE' || result === 'ABORTED' || result === 'NOT_BUILT',
  );
  if (failure === undefined || (shown && failure.kind !== 'fault')) {
    return [];
  }
  const place = failure.kind === 'fault' && failure.location !== undefined ? ` (${failure.location})` : '';
  return `${failure.message}${place}`.split('\n').map((line) => `  ${style.red(line)}`);
}

/** A notification names the image it is about; anything else that a script sent is shown as it is. */
function sentLines({ script, value }: RunRecord['sent'][number], published: boolean, style: Style): string[] {
  const image = published ? imageOf(value) : undefined;
  const [first, ...rest] = JSON.stringify(value, undefined, 2).split('\n');
  return [
    ...(image === undefined ? [] : [field('image', image, style)]),
    field('sent', `${style.dim(`by ${script}`)} ${first ?? ''}`, style),
    ...rest.map((line) => field('', line, style)),
  ];
}

function hasPublished({ events }: RunRecord): boolean {
  return events.some(({ effects, outcome }) => effects?.publishes !== undefined && outcome.kind === 'value');
}

function imageOf(value: Value): string | undefined {
  if (value === null || typeof value !== 'object' || !('image' in value)) {
    return undefined;
  }
  const { image, tag } = value;
  return typeof image === 'string' && typeof tag === 'string' && tag !== '' ? `${image}:${tag}` : undefined;
}

/** One labelled line, e.g. `  image   registry/repository:42-a3f5c21`. */
export function field(label: string, text: string, style: Style): string {
  return `  ${style.dim(label.padEnd(8))}${text}`;
}

/** Where a reader of the report can go from here. */
export interface Places {
  readonly jenkinsfile: string;
  /** Path of the scenario. */
  readonly scenario: string;
  readonly scenarioExists: boolean;
  /** The command that ran, without `--json` and `--log`. */
  readonly command: string;
}

/** A longer place has its text in a line of its own. */
const longestPlace = 60;

/** On what to do next. */
export function nextLines({ scenario, scenarioExists, command }: Places, style: Style): string[] {
  const surroundings = 'what surrounds this run: branch, tools, answers, failing commands, an abort';
  const lines = [
    [scenario, scenarioExists ? surroundings : `create it to change ${surroundings}`],
    ['vars/*.ts', 'the global variables; npx gig-ci build writes their Groovy to groovy-out/'],
    [`${command} --log`, 'what the pipeline prints; --json: every step with arguments, times and outcome'],
  ] as const;
  const width = Math.max(...lines.map(([place]) => place.length));
  const isWide = width > longestPlace;
  return [
    style.bold('Next'),
    ...lines.flatMap(([place, text]) =>
      isWide ? [`  ${style.cyan(place)}`, `    ${text}`] : [`  ${style.cyan(place.padEnd(width))}  ${text}`],
    ),
  ];
}
