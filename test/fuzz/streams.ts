/** The streams of decisions that programs are made of. */
import fc from 'fast-check';

/** A program is one array of natural numbers: what shrinks it makes another, smaller program. */
const streamArbitrary = fc.array(fc.nat({ max: 0xffff }), { minLength: 20, maxLength: 600, size: 'max' });

/** The streams of a seed. */
export function streamsOf(seed: number, count: number): readonly (readonly number[])[] {
  return fc.sample(fc.noBias(streamArbitrary), { numRuns: count, seed });
}
