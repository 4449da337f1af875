/**
 * Where reports are printed: lines, and on a terminal one line below them that tells what is going on. The other files
 * make the lines, of a build or of run records; they decide nothing.
 */
import { clearLine, cursorTo } from 'node:readline';
import type { WriteStream } from 'node:tty';
import { createStyle, wantsColour } from './style';
import type { Style } from './style';

/** A stream that may be a terminal. */
export type OutputStream = NodeJS.WritableStream & Partial<Pick<WriteStream, 'isTTY' | 'columns'>>;

export class Terminal {
  readonly style: Style;
  private status = '';

  constructor(
    private readonly stream: OutputStream,
    environment: { readonly [name: string]: string | undefined } = process.env,
  ) {
    this.style = createStyle(wantsColour(stream, environment));
  }

  /** Prints lines above the status line. */
  print(...lines: readonly string[]): void {
    if (lines.length === 0) {
      return;
    }
    const { status } = this;
    this.showStatus('');
    for (const line of lines) {
      this.stream.write(`${line}\n`);
    }
    this.showStatus(status);
  }

  /** Replaces the status line; an empty text removes it. On a pipe nothing is printed. */
  showStatus(text: string): void {
    if (this.stream.isTTY !== true || text === this.status) {
      return;
    }
    this.status = text;
    clearLine(this.stream, 0);
    cursorTo(this.stream, 0);
    if (text !== '') {
      // A terminal that does not tell its width says 0.
      const { columns = 0 } = this.stream;
      this.stream.write(this.style.dim(text.slice(0, columns > 0 ? columns - 1 : 79)));
    }
  }
}
