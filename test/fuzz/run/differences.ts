/** In which program two runs of a batch differ first. */
import { compareRecords, type RecordDifference } from '../../../src/simulator/compare';
import type { RunRecord, StepEvent } from '../../../src/simulator/record';
import type { Program } from '../writer/program';
import type { WorldRun } from './worlds';

/** The first difference of a batch. */
export interface BatchDifference {
  /** The program; the last one that ran when nothing says more. */
  readonly program: Program;
  readonly difference: RecordDifference | { readonly kind: 'crash'; readonly message: string };
}

/** Compares a run with that of the direct world. */
export function firstDifference(
  programs: readonly Program[],
  direct: RunRecord,
  engine: WorldRun,
): BatchDifference | undefined {
  if (engine.kind === 'refused') {
    const program = programs.find(({ name }) => engine.files.some((file) => owns(name, file)));
    return { program: program ?? fallback(programs), difference: { kind: 'crash', message: engine.message } };
  }
  const difference = compareRecords(direct, engine.record);
  if (difference === undefined) return undefined;
  const names = namesIn(difference, direct, engine.record);
  const index = programs.findIndex(({ name }) => names.includes(name));
  return { program: programs[index] ?? fallback(programs), difference };
}

/** The program that ended the build of its batch, in all worlds alike: those behind it did not run. */
export function programThatEnds(
  programs: readonly Program[],
  direct: RunRecord,
): BatchDifference | undefined {
  if (direct.failure === undefined) return undefined;
  const name = lastProgram(direct);
  const program = programs.find((each) => each.name === name) ?? fallback(programs);
  return {
    program,
    difference: { kind: 'crash', message: `the build ends: ${JSON.stringify(direct.failure)}` },
  };
}

/** The programs in which the two records may differ first. */
function namesIn(difference: RecordDifference, direct: RunRecord, engine: RunRecord): readonly string[] {
  if (difference.kind === 'event') {
    return [
      programAt(direct, difference.left) ?? lastProgram(direct),
      programAt(engine, difference.right) ?? lastProgram(engine),
    ].flatMap((name) => name ?? []);
  }
  if (difference.kind === 'order') return [programBefore(direct, difference.index) ?? ''];
  return [named(difference), lastProgram(direct), lastProgram(engine)]
    .flatMap((name) => name ?? [])
    .slice(0, 1);
}

/** The program whose file a fault names: it came before any program ran. */
function named({ field, left, right }: Extract<RecordDifference, { kind: 'record' }>): string | undefined {
  if (field !== 'failure') return undefined;
  return /vars\/(gigP\d+|gigFound\d+)\.ts/.exec(JSON.stringify([left, right]))?.[1];
}

function programAt(record: RunRecord, event: StepEvent | undefined): string | undefined {
  const index = event === undefined ? -1 : record.events.indexOf(event);
  return index < 0 ? undefined : programBefore(record, index);
}

function programBefore(record: RunRecord, index: number): string | undefined {
  for (let at = index; at >= 0; at--) {
    const message = record.events[at]?.arguments['message'];
    if (typeof message === 'string' && message.startsWith('program '))
      return message.slice('program '.length);
  }
  return undefined;
}

function lastProgram(record: RunRecord): string | undefined {
  return programBefore(record, record.events.length - 1);
}

/** `vars/gigP3.groovy` and `src/gigci/shared/GigP3Helpers.groovy` belong to gigP3. */
function owns(name: string, file: string): boolean {
  return new RegExp(`(^|/)${name}(Helpers)?\\.groovy`, 'i').test(file);
}

function fallback(programs: readonly Program[]): Program {
  const last = programs.at(-1);
  if (last === undefined) throw new RangeError('an empty batch has no difference');
  return last;
}
