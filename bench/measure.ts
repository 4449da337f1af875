/** Measures things side by side: A B C, A B C, … in one run, so that a slow period of the machine hits all alike. */
import { performance } from 'node:perf_hooks';

/** Something to measure; what it returns is awaited and thrown away. */
export type Subject<Name extends string = string> = { readonly name: Name } & (
  | { readonly run: () => unknown }
  /** Makes ready what is then measured, before each repetition. */
  | { readonly prepare: () => Promise<() => unknown> }
);

/** Milliseconds of the repetitions, sorted. */
export interface Samples {
  readonly minimum: number;
  readonly median: number;
  readonly maximum: number;
  readonly repetitions: number;
}

/**
 * Runs all subjects in turn, once to warm up and then `repetitions` times.
 * @throws what a subject throws: a failed run is no measurement
 */
export async function interleaved<Name extends string>(
  subjects: readonly Subject<Name>[],
  repetitions: number,
): Promise<{ readonly [name in Name]: Samples }> {
  const times = new Map<Name, number[]>(subjects.map(({ name }) => [name, []]));
  for (let round = 0; round <= repetitions; round++) {
    for (const subject of subjects) {
      const { name } = subject;
      const run = 'run' in subject ? subject.run : await subject.prepare();
      const began = performance.now();
      await run();
      const elapsed = performance.now() - began;
      if (round > 0) {
        times.get(name)?.push(elapsed);
      }
    }
  }
  const samples = [...times].map(([name, values]) => [name, summarise(values)] as const);
  return Object.fromEntries(samples) as { [name in Name]: Samples };
}

/** What one of several equal parts takes. */
export function share(whole: Samples, parts: number): Samples {
  return {
    minimum: whole.minimum / parts,
    median: whole.median / parts,
    maximum: whole.maximum / parts,
    repetitions: whole.repetitions,
  };
}

/** @param values at least one */
export function summarise(values: readonly number[]): Samples {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length / 2;
  const median = (at(sorted, Math.ceil(middle) - 1) + at(sorted, Math.floor(middle))) / 2;
  return {
    minimum: at(sorted, 0),
    median,
    maximum: at(sorted, sorted.length - 1),
    repetitions: sorted.length,
  };
}

function at(values: readonly number[], index: number): number {
  const value = values[index];
  if (value === undefined) {
    throw new Error('nothing was measured');
  }
  return value;
}
