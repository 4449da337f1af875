/** Decisions read from a stream of numbers: the same stream makes the same program, a shorter one a smaller program. */
export class Choices {
  private position = 0;

  /** @param stream natural numbers; behind its end every decision is the first alternative, the simplest one */
  constructor(private readonly stream: readonly number[]) {}

  /** A number from 0 to before `count`. */
  below(count: number): number {
    return count <= 1 ? 0 : (this.stream[this.position++] ?? 0) % count;
  }

  /** True in so many of a hundred cases, and never behind the end of the stream. */
  chance(percent: number): boolean {
    return this.below(100) >= 100 - percent;
  }

  /** One of the items; the first is the simplest. */
  oneOf<Item>(items: readonly [Item, ...Item[]]): Item {
    return items[this.below(items.length)] ?? items[0];
  }

  /** One of the items by weight; the first is the simplest. */
  weighted<Item>(items: readonly (readonly [weight: number, item: Item])[]): Item {
    let rest = this.below(items.reduce((sum, [weight]) => sum + weight, 0));
    for (const [weight, item] of items) {
      if (rest < weight) return item;
      rest -= weight;
    }
    throw new RangeError('nothing to choose from');
  }

  /** Whether the stream still decides anything. */
  get isOver(): boolean {
    return this.position >= this.stream.length;
  }
}
