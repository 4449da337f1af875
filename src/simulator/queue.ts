/** What is due on the virtual clock: a binary heap ordered by (time, tie). */

/** One thing that happens later, unless it is cancelled before. */
export interface Due<Action> {
  readonly time: number;
  readonly tie: number;
  readonly action: Action;
  cancelled: boolean;
}

/** Entries of the same time come in the order in which they were added; a seed other than 0 permutes them. */
export class TimeQueue<Action> {
  private readonly heap: Due<Action>[] = [];
  private sequence = 0;

  constructor(private readonly seed: number) {}

  /** @param time virtual milliseconds */
  add(time: number, action: Action): Due<Action> {
    const tie = this.seed === 0 ? this.sequence : permuted(this.sequence, this.seed);
    this.sequence += 1;
    const due: Due<Action> = { time, tie, action, cancelled: false };
    let index = this.heap.length;
    this.heap.push(due);
    while (index > 0) {
      const parentIndex = (index - 1) >> 1;
      const parent = this.heap[parentIndex];
      if (parent === undefined || !isBefore(due, parent)) break;
      this.heap[index] = parent;
      index = parentIndex;
    }
    this.heap[index] = due;
    return due;
  }

  /** The next entry that is not cancelled, which stays; `undefined` when nothing is due any more. */
  peek(): Due<Action> | undefined {
    while (this.heap[0]?.cancelled === true) this.takeFirst();
    return this.heap[0];
  }

  /** Takes the next entry that is not cancelled; `undefined` when nothing is due any more. */
  take(): Due<Action> | undefined {
    this.peek();
    return this.takeFirst();
  }

  private takeFirst(): Due<Action> | undefined {
    const first = this.heap[0];
    const last = this.heap.pop();
    if (first === undefined || last === undefined || first === last) return first;
    let index = 0;
    for (;;) {
      const leftIndex = 2 * index + 1;
      const left = this.heap[leftIndex];
      if (left === undefined) break;
      const right = this.heap[leftIndex + 1];
      const rightIsNext = right !== undefined && isBefore(right, left);
      const child = rightIsNext ? right : left;
      if (!isBefore(child, last)) break;
      this.heap[index] = child;
      index = rightIsNext ? leftIndex + 1 : leftIndex;
    }
    this.heap[index] = last;
    return first;
  }
}

function isBefore(a: Due<unknown>, b: Due<unknown>): boolean {
  return a.time < b.time || (a.time === b.time && a.tie < b.tie);
}

/** A bijection on 32 bits for every seed (steps of murmur3's finalizer), so that no two entries tie. */
function permuted(sequence: number, seed: number): number {
  let bits = sequence ^ Math.imul(seed, 0x9e3779b1);
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
