/** Places in a text, for people: lines and columns counted from 1. */

/** A place for people: line and column, both counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The lines of a text; `\n`, `\r\n` and `\r` end one, also side by side in one file. */
export class Lines {
  private readonly starts: readonly number[];

  constructor(private readonly text: string) {
    // A byte order mark takes no column.
    const starts = [text.startsWith('\uFEFF') ? 1 : 0];
    const ends = /\r\n?|\n/g;
    for (let end = ends.exec(text); end !== null; end = ends.exec(text)) starts.push(ends.lastIndex);
    this.starts = starts;
  }

  positionOf(offset: number): Position {
    let [low, high] = [0, this.starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: Math.max(0, offset - (this.starts[low] ?? 0)) + 1 };
  }

  /** The text of a line without its end. */
  textOf(line: number): string {
    const whole = this.text.slice(this.starts[line - 1], this.starts[line] ?? this.text.length);
    return whole.replace(/\r\n?$|\n$/, '');
  }
}
