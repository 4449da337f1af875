/** Makes a program that differs smaller, as long as it still differs. */
import type { Engine } from '../../../src/engine';
import { programOf } from '../writer/program';
import { examine, type Finding } from './examine';

/** Candidates that are compiled and run together. */
const together = 20;

/**
 * The smallest stream found whose program still differs.
 * @param until when to stop, in milliseconds of `Date.now()`
 */
export async function shrink(
  engine: Engine,
  stream: readonly number[],
  finding: Finding,
  until: number,
): Promise<{ readonly stream: readonly number[]; readonly finding: Finding }> {
  let best = { stream, finding };
  for (let isDone = false; !isDone && Date.now() < until;) {
    isDone = true;
    for (const group of groups(candidates(best.stream), together)) {
      const programs = group.map((each, index) => programOf(each, `gigP${index}`));
      const { findings } = await examine(engine, programs, [best.finding.saving], 1);
      const [found] = findings;
      if (found !== undefined) {
        best = { stream: group[Number(found.program.name.slice('gigP'.length))] ?? stream, finding: found };
        isDone = false;
        break;
      }
      if (Date.now() > until) break;
    }
  }
  return best;
}

/** Streams with a part left out, large parts first; then with smaller numbers. */
function* candidates(stream: readonly number[]): Generator<readonly number[]> {
  for (let size = stream.length >> 1; size > 0; size >>= 1) {
    for (let start = stream.length - size; start >= 0; start -= size) {
      yield [...stream.slice(0, start), ...stream.slice(start + size)];
    }
  }
  for (const [index, value] of stream.entries()) {
    if (value !== 0) yield stream.with(index, 0);
  }
}

function* groups<Item>(items: Iterable<Item>, size: number): Generator<readonly Item[]> {
  let group: Item[] = [];
  for (const item of items) {
    group.push(item);
    if (group.length < size) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}
