/** A campaign: batches of programs of a seed, examined one after the other. */
import type { Engine } from '../../../src/engine';
import { streamsOf } from '../streams';
import { programOf, type Program } from '../writer/program';
import { examine, type Examination, type Finding, type Saving } from './examine';

/** Programs in a batch: together they are type-checked, compiled and run as one build. */
export const batchSize = 50;

/** One batch in so many also runs without ever being saved. */
const neverSavedEvery = 5;

/** Which program of which seed: what it takes to make it again. */
export interface Place {
  readonly seed: number;
  readonly batch: number;
}

export interface Totals {
  readonly programs: number;
  readonly refused: number;
  readonly events: number;
  readonly plain: number;
  readonly neverSaved: number;
}

export const nothingYet: Totals = { programs: 0, refused: 0, events: 0, plain: 0, neverSaved: 0 };

/** The streams of a batch. */
function streamsAt({ seed, batch }: Place): readonly (readonly number[])[] {
  // Seeds of neighbouring batches have nothing to do with each other.
  return streamsOf(Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(batch + 1, 0x85ebca6b), batchSize);
}

/** The programs of a batch. */
export function programsAt(place: Place): readonly Program[] {
  return streamsAt(place).map((stream, index) => programOf(stream, `gigP${index}`));
}

/** Examines a batch. */
export async function examineAt(
  engine: Engine,
  place: Place,
): Promise<Examination & { readonly savings: readonly Saving[] }> {
  const savings: readonly Saving[] =
    place.batch % neverSavedEvery === 0 ? ['every step', 'never'] : ['every step'];
  return { ...(await examine(engine, programsAt(place), savings)), savings };
}

/** Adds an examined batch. */
export function add(
  totals: Totals,
  { refused, events, plain, savings }: Awaited<ReturnType<typeof examineAt>>,
): Totals {
  return {
    programs: totals.programs + batchSize - refused.length,
    refused: totals.refused + refused.length,
    events: totals.events + events,
    plain: totals.plain + plain,
    neverSaved: totals.neverSaved + (savings.includes('never') ? batchSize - refused.length : 0),
  };
}

/** The stream of a program of a batch. */
export function streamOf(place: Place, { program }: Finding): readonly number[] {
  return streamsAt(place)[Number(program.name.slice('gigP'.length))] ?? [];
}
