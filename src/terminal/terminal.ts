/**
 * Where reports are printed: lines, and on a terminal a status below them that tells what is going on. The other files
 * make the lines, of a build or of run records; they decide nothing.
 */
import { clearScreenDown, cursorTo, moveCursor } from 'node:readline';
import type { WriteStream } from 'node:tty';
import { createStyle, wantsColour } from './style';
import type { Style } from './style';

/** A stream that may be a terminal. */
export type OutputStream = NodeJS.WritableStream & Partial<Pick<WriteStream, 'isTTY' | 'columns'>>;

/** Output with lines at its end that are written anew; only where the stream is a terminal. */
export class Terminal {
  readonly style: Style;
  private status: readonly string[] = [];

  constructor(
    private readonly stream: OutputStream,
    environment: { readonly [name: string]: string | undefined } = process.env,
  ) {
    this.style = createStyle(wantsColour(stream, environment));
  }

  /** Whether lines can be taken back. */
  get isInteractive(): boolean {
    return this.stream.isTTY === true;
  }

  /** Prints lines above the status. */
  print(...lines: readonly string[]): void {
    if (lines.length === 0) {
      return;
    }
    const { status } = this;
    this.showStatus();
    for (const line of lines) {
      this.stream.write(`${line}\n`);
    }
    this.showStatus(...status);
  }

  /** Replaces the status, of one line or several; none removes it. On a pipe nothing is printed. */
  showStatus(...lines: readonly string[]): void {
    if (!this.isInteractive || isSame(lines, this.status)) {
      return;
    }
    cursorTo(this.stream, 0);
    moveCursor(this.stream, 0, Math.min(0, 1 - this.status.length));
    clearScreenDown(this.stream);
    this.status = lines;
    // A terminal that does not tell its width says 0.
    const { columns = 0 } = this.stream;
    const width = columns > 0 ? columns - 1 : 79;
    this.stream.write(lines.map((line) => this.style.dim(line.slice(0, width))).join('\n'));
  }
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((line, index) => line === others[index]);
}
