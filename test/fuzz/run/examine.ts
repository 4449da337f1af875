/** Runs programs in all worlds and finds those whose worlds differ. */
import type { Engine } from '../../../src/engine';
import type { RecordDifference } from '../../../src/simulator/compare';
import type { Program } from '../writer/program';
import { generate, openBatch, removeLibrary, type Batch, type GeneratedLibrary } from './batch';
import { firstDifference, programThatEnds } from './differences';
import { plainTrace, traceDifference, traceOf } from './plain';
import { runDirect, runEngine, type Locations } from './worlds';

/** What differs. */
type Difference =
  | RecordDifference
  /** The compiler threw, what it made does not compile, or the program ends its build. */
  | { readonly kind: 'crash'; readonly message: string }
  /** Plain Node says something else than the direct world. */
  | {
      readonly kind: 'plain';
      readonly index: number;
      readonly plain: string | undefined;
      readonly direct: string | undefined;
    };

/** A program whose worlds differ, with what the report needs. */
export interface Finding {
  readonly program: Program;
  /** How the program was saved in the run that differs. */
  readonly saving: Saving;
  readonly difference: Difference;
  readonly directLocations?: Locations;
  readonly engineLocations?: Locations;
  readonly library?: GeneratedLibrary;
}

export type Saving = 'every step' | 'never';

export interface Examination {
  readonly findings: readonly Finding[];
  readonly refused: Batch['refused'];
  readonly events: number;
  /** Programs that plain Node ran, too. */
  readonly plain: number;
}

/**
 * Examines programs together; one that differs is left out and the rest goes on.
 * @param limit differences after which nothing more is examined
 * @param savings how the engine keeps the state of the program: each is a run
 */
export async function examine(
  engine: Engine,
  programs: readonly Program[],
  savings: readonly Saving[] = ['every step'],
  limit = Infinity,
): Promise<Examination> {
  const findings: Finding[] = [];
  const refused: Batch['refused'][number][] = [];
  let [events, plain] = [0, 0];
  for (let rest = programs; rest.length > 0 && findings.length < limit;) {
    const batch = openSafely(rest, findings);
    if (batch === undefined) break;
    refused.push(...batch.refused);
    rest = batch.programs;
    if (rest.length === 0) break;
    const direct = runDirect(batch);
    const library = generate(batch);
    try {
      let found: Finding | undefined;
      for (const saving of savings) {
        const run = await runEngine(engine, library, saving);
        const first = firstDifference(rest, direct.record, run);
        if (first === undefined) continue;
        const engineLocations = run.kind === 'record' ? { engineLocations: run.locations } : {};
        found = { ...first, saving, library, directLocations: direct.locations, ...engineLocations };
        break;
      }
      const ending = programThatEnds(rest, direct.record);
      if (found === undefined && ending !== undefined) found = { ...ending, saving: 'every step' };
      if (found === undefined) {
        events += direct.record.events.length;
        const comparable = rest.filter(({ isPlain }) => isPlain);
        plain += comparable.length;
        findings.push(
          ...comparable.flatMap((program) => comparePlain(program, traceOf(direct.record, program))),
        );
        break;
      }
      findings.push(found);
      const { program } = found;
      rest = rest.filter((each) => each !== program);
    } finally {
      removeLibrary(library);
    }
  }
  return { findings, refused, events, plain };
}

function comparePlain(program: Program, direct: readonly string[]): readonly Finding[] {
  const difference = traceDifference(plainTrace(program), direct);
  return difference === undefined
    ? []
    : [{ program, saving: 'every step', difference: { kind: 'plain', ...difference } }];
}

/**
 * A program on which the compiler itself fails is found by compiling one after the other. Where each is sound alone, the first
 * stands for all.
 */
function openSafely(programs: readonly Program[], findings: Finding[]): Batch | undefined {
  const open = (some: readonly Program[]): Batch | undefined => {
    try {
      return openBatch(some);
    } catch (thrown) {
      const message = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
      const crash: Finding['difference'] = { kind: 'crash', message };
      findings.push(
        ...some.slice(0, 1).map((program) => ({ program, saving: 'every step' as const, difference: crash })),
      );
      return undefined;
    }
  };
  try {
    return openBatch(programs);
  } catch {
    const sound = programs.filter((program) => open([program]) !== undefined);
    return sound.length === 0 ? undefined : open(sound);
  }
}
