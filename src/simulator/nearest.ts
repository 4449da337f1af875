/** Suggestions for misspelt names. */
import { closest, distance } from 'fastest-levenshtein';

/** The known name that is nearest to a wrong one, when it is near enough to be what was meant. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const candidate = closest(name, known);
  return distance(name, candidate) <= Math.max(2, Math.floor(name.length / 3)) ? candidate : undefined;
}

/** `; did you mean 'x'?`, or nothing when no known name is near. */
export function suggestion(name: string, known: readonly string[]): string {
  const candidate = nearest(name, known);
  return candidate === undefined ? '' : `; did you mean '${candidate}'?`;
}
