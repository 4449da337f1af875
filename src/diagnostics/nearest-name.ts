/** Suggestions for misspelt names: one rule for every message. The twin is `src/runtime/NearestName.groovy`. */
import { distance } from 'fastest-levenshtein';

/**
 * The known name that was probably meant: the first of those that take the fewest edits, in whatever case. Those are two at
 * most, or a third of the given characters, and never all of them.
 */
export function nearestName(given: string, known: readonly string[]): string | undefined {
  const ranked = known.map((name) => ({
    name,
    edits: distance(given.toLowerCase(), name.toLowerCase()),
  }));
  const fewest = Math.min(...ranked.map(({ edits }) => edits));
  const isNear = (fewest <= 2 || fewest * 3 <= given.length) && fewest < given.length;
  return isNear ? ranked.find(({ edits }) => edits === fewest)?.name : undefined;
}

/** `; did you mean 'x'?`, or nothing when no known name is near. */
export function suggestion(given: string, known: readonly string[]): string {
  return didYouMean(nearestName(given, known));
}

/** The same for a name that was found already. */
export function didYouMean(nearest: string | undefined): string {
  return nearest === undefined ? '' : `; did you mean '${nearest}'?`;
}
