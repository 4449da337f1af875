/** Measures one planted mistake: how many programs it takes until the worlds differ. */
import { isDeepStrictEqual } from 'node:util';
import { compile } from '../../../src/compiler/compile';
import type { Engine } from '../../../src/engine';
import type { RunRecord } from '../../../src/simulator/record';
import {
  generate,
  NoSuchText,
  openBatch,
  removeLibrary,
  type Batch,
  type GeneratedLibrary,
} from '../run/batch';
import { batchSize, programsAt } from '../run/campaign';
import { firstDifference, type BatchDifference } from '../run/differences';
import { runDirect, runEngine, type Locations } from '../run/worlds';
import { expressionFaults } from './expressions';
import { memberFaults } from './members';
import type { Fault } from './plant';
import { statementFaults } from './statements';

export const faults: readonly Fault[] = [...statementFaults, ...expressionFaults, ...memberFaults];
export const programsAtMost = 300;

const seed = 42;
/** Programs that are run together: most mistakes are found in the first of them. */
const sampleSize = batchSize / 2;

/** Where a mistake was found. */
export interface Found {
  /** How many programs it took. */
  readonly after: number;
  readonly statement: string;
}

/** What every fault is measured with; the direct world has none of them. */
interface Sample {
  readonly batch: Batch;
  readonly direct: { readonly record: RunRecord; readonly locations: Locations };
  /** What the sound compiler makes. */
  readonly sound: GeneratedLibrary['texts'];
}

/** A place among the programs of a sample. */
interface Hit {
  readonly place: number;
  readonly statement: string;
}

/** Measures faults on an engine, one after the other. */
export class Measurement {
  private readonly samples: Sample[] = [];

  constructor(private readonly engine: Engine) {}

  /** Nothing when no program finds it. */
  async measure(fault: Fault): Promise<Found | undefined> {
    for (let first = 0; first < programsAtMost; first += sampleSize) {
      const sample = (this.samples[first / sampleSize] ??= makeSample(first));
      const hit = await this.findIn(fault, sample);
      if (hit !== undefined) return { after: first + hit.place + 1, statement: hit.statement };
    }
    return undefined;
  }

  private async findIn(fault: Fault, { batch, direct, sound }: Sample): Promise<Hit | undefined> {
    const library = withFault(fault, batch);
    if ('place' in library) return library;
    try {
      if (isDeepStrictEqual(library.texts, sound)) return undefined;
      const run = await runEngine(this.engine, library, 'every step');
      const difference = firstDifference(batch.programs, direct.record, run);
      return difference && describe(batch, direct.locations, difference);
    } finally {
      removeLibrary(library);
    }
  }
}

function makeSample(first: number): Sample {
  const offset = first % batchSize;
  const programs = programsAt({ seed, batch: Math.floor(first / batchSize) });
  const batch = openBatch(programs.slice(offset, offset + sampleSize));
  const library = generate(batch);
  removeLibrary(library);
  return { batch, direct: runDirect(batch), sound: library.texts };
}

/** What the faulty compiler makes; a hit when it refuses or fails. */
function withFault(fault: Fault, batch: Batch): GeneratedLibrary | Hit {
  const restore = fault.plant();
  try {
    // A mistake in a helper is none of the compiler.
    const { files, diagnostics } =
      fault.helper === undefined ? compile(batch.compilation.analysis.project) : batch.compilation;
    const [problem] = diagnostics;
    if (problem !== undefined) {
      const place = batch.programs.findIndex((program) => program.files.has(problem.file));
      return { place: Math.max(place, 0), statement: `refused: ${problem.message}` };
    }
    return generate(batch, files, fault.helper);
  } catch (crash) {
    if (crash instanceof NoSuchText) throw crash;
    return {
      place: 0,
      statement: `the compiler fails: ${crash instanceof Error ? crash.message : String(crash)}`,
    };
  } finally {
    restore();
  }
}

function describe({ programs }: Batch, locations: Locations, { program, difference }: BatchDifference): Hit {
  const place = programs.indexOf(program);
  if (difference.kind !== 'event') {
    const text = difference.kind === 'crash' ? difference.message : JSON.stringify(difference);
    return { place, statement: text.split('\n')[0]?.slice(0, 160) ?? '' };
  }
  const location = locations.get(`${difference.thread}#${difference.sequence}`) ?? '';
  const said = difference.left?.arguments['message'];
  const label = typeof said === 'string' ? /^\d+ /.exec(said)?.[0] : undefined;
  return { place, statement: statementBefore(program.files, location, label) };
}

/** The statement whose variables differ: it stands in front of the one that says them under a label. */
function statementBefore(
  files: ReadonlyMap<string, string>,
  location: string,
  label: string | undefined,
): string {
  const [file = '', place = '1'] = location.split(/:(?=\d+$)/);
  const lines = (files.get(file) ?? '').split('\n');
  const labelled = label === undefined ? -1 : lines.findIndex((each) => each.includes(`('${label}'`));
  const line = labelled < 0 ? Number(place) : labelled + 1;
  return lines
    .slice(Math.max(0, line - 2), line)
    .join(' ')
    .slice(0, 160);
}
