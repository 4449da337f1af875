/** What bodies return to the step that they belong to; the twin of Results.java. */
import type { ResultMarker, ThreadId, Value } from '../simulator/program';
import { isMap } from '../simulator/values';

/**
 * A step hands back the very object that its body returned, as Jenkins does: it stays here, and the simulator passes a
 * marker on in its place.
 */
export class Results {
  private readonly kept = new Map<ThreadId, unknown>();

  /** What the simulator gets for the result of a body. */
  keep(thread: ThreadId, result: unknown): ResultMarker | null {
    if (result === undefined || result === null) return null;
    this.kept.set(thread, result);
    return { $result: thread };
  }

  /**
   * What the program gets for the value of the step, once; `parallel` returns an object with one result a branch.
   * Groovy's one absence is `null`, an author's is `undefined`.
   */
  handBack(value: Value): unknown {
    const given =
      isMap(value) && !this.isMarker(value)
        ? Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, this.unmarked(entry)]))
        : this.unmarked(value);
    this.kept.clear();
    return given;
  }

  private unmarked(value: Value): unknown {
    return this.isMarker(value) ? this.kept.get(value.$result) : (value ?? undefined);
  }

  private isMarker(value: Value): value is ResultMarker {
    return isMap(value) && typeof value['$result'] === 'string' && this.kept.has(value['$result']);
  }
}
