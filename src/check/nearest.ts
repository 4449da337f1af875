/** Which change of a name is safe: to the only known one that is one or two edits away. */
import { distance } from 'fastest-levenshtein';

const FARTHEST = 2;

/** The one known name that differs from the given one by two edits at most, in whatever case. */
export function onlyNearName(given: string, known: readonly string[]): string | undefined {
  const near = known.filter((name) => editsBetween(given, name) <= FARTHEST);
  const [only] = near;
  return near.length === 1 && only !== given && only !== undefined && only.length > FARTHEST
    ? only
    : undefined;
}

/** Edits between two names, in whatever case. */
export function editsBetween(one: string, other: string): number {
  return distance(one.toLowerCase(), other.toLowerCase());
}
