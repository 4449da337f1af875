/** Hostile numbers. The first of each list is the simplest. */
import type { Choices } from '../choices';

const small = [1, 0, 2, 3, -1, 5, 7, 10, -3] as const;
const hostile = [
  0.5, -0.5, 2.5, -2.5, 0.1, 0.2, 1.5, -0.0001, 1e-7, 0.000001, 0.49999999999999994, 2147483647, 2147483648,
  -2147483649, 4294967296, 9007199254740991, 9007199254740992, -9007199254740993, 123456789012345680000, 1e21,
  1.7976931348623157e308, 5e-324, 2e-3, 9223372036854775807, 1000000, 999999, 100, 33.333,
] as const;
const indexes = [
  0, 1, 2, -1, 3, 5, -2, 1.9, -0.5, -0.9, 2147483648, -2147483649, 1e21, 9007199254740993,
] as const;
const counts = [0, 1, 2, 3, 5, 2.9, 0.5, -0.5, 12, -1, -3.5] as const;

export function hostileNumber(choices: Choices): number {
  return choices.weighted([
    [5, () => choices.oneOf(small)],
    [4, () => choices.oneOf(hostile)],
    [1, () => choices.below(1000) - 500],
  ])();
}

/** A position: inside, at the ends, far outside, not whole. */
export function indexNumber(choices: Choices): number {
  return choices.oneOf(indexes);
}

/** How often or how long: small, so that nothing grows without end. */
export function countNumber(choices: Choices): number {
  return choices.oneOf(counts);
}

/** How a number is written where any expression may stand. */
export function numberText(value: number): string {
  return value < 0 || Object.is(value, -0) ? `(${value === 0 ? '-0' : value})` : String(value);
}
