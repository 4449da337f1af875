/** Cuts the text of a Jenkinsfile into tokens: the part of Groovy that a call with literal arguments needs. */
import { UnusableInput } from '../diagnostics/unusable-input';

/** A place in a Jenkinsfile, counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export type Token = Position & {
  /** Whether a line break stands before it, which ends a statement. */
  readonly afterNewline: boolean;
} & (
    | { readonly kind: 'name'; readonly text: string }
    | { readonly kind: 'symbol'; readonly text: string }
    | { readonly kind: 'string'; readonly text: string; readonly value: string }
    | { readonly kind: 'number'; readonly text: string; readonly value: number }
    | { readonly kind: 'end'; readonly text: '' }
  );

/** A Jenkinsfile that Node cannot run, though Jenkins may. */
export class JenkinsfileError extends UnusableInput {
  constructor(
    file: string,
    { line, column }: Position,
    readonly reason: string,
    readonly remedy = 'This Jenkinsfile needs the engine world: --world engine.',
  ) {
    super([{ place: `${file}:${line}:${column}`, reason, remedy }]);
    this.line = line;
    this.column = column;
  }

  readonly line: number;
  readonly column: number;
}

const SPACE = /[ \t\f]+|\\\n/y;
const NEWLINE = /\n/y;
const COMMENT = /\/\/.*|\/\*[\s\S]*?\*\//y;
const SHEBANG = /#!.*/y;
const NAME = /[A-Za-z_][A-Za-z0-9_]*/y;
const SYMBOL = /[@()[\]:,;-]/y;
const NUMBER = /\d[\w]*(?:\.\d\w*)?(?:(?<=[eE])[+-]?\d+)?/y;
const DECIMAL = /^(?:0|[1-9](?:_*\d)*)(?:\.\d+(?:_+\d+)*)?(?:[eE][+-]?\d+)?[lLiIdDgG]?$/;
const STRING_START = /'''|"""|'|"/y;

const ESCAPES: { readonly [character: string]: string } = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  '\\': '\\',
  "'": "'",
  '"': '"',
  $: '$',
};

/** Reads tokens one after the other. */
export class Tokens {
  private readonly text: string;
  private offset = 0;

  constructor(
    private readonly file: string,
    text: string,
  ) {
    // Groovy, too, reads every line break as one newline.
    this.text = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
    this.match(SHEBANG);
  }

  /** The next token; behind the last one always `end`. */
  next(): Token {
    const afterNewline = this.skipBlank();
    const position = this.position();
    const place = { ...position, afterNewline };
    if (this.offset === this.text.length) return { ...place, kind: 'end', text: '' };
    const name = this.match(NAME);
    if (name !== undefined) return { ...place, kind: 'name', text: name };
    const number = this.match(NUMBER);
    if (number !== undefined)
      return { ...place, kind: 'number', text: number, value: this.number(number, position) };
    const quotes = this.match(STRING_START);
    if (quotes !== undefined)
      return { ...place, kind: 'string', text: quotes, value: this.string(quotes, position) };
    const symbol = this.match(SYMBOL);
    if (symbol !== undefined) return { ...place, kind: 'symbol', text: symbol };
    return this.fail(
      position,
      `'${this.text.charAt(this.offset)}' is no part of a call with literal arguments`,
    );
  }

  /** @throws JenkinsfileError always */
  fail(position: Position, reason: string, remedy?: string): never {
    throw new JenkinsfileError(this.file, position, reason, remedy);
  }

  private skipBlank(): boolean {
    let newline = false;
    for (;;) {
      const comment = this.match(SPACE) ?? this.match(COMMENT);
      if (comment !== undefined) newline ||= comment.startsWith('/*') && comment.includes('\n');
      else if (this.match(NEWLINE) !== undefined) newline = true;
      else if (this.text.startsWith('/*', this.offset))
        this.fail(this.position(), 'the comment has no end', 'Write */.');
      else return newline;
    }
  }

  private number(text: string, position: Position): number {
    const isPlain = DECIMAL.test(text);
    const value = Number(text.replaceAll('_', '').replace(/[lLiIdDgG]$/, ''));
    if (!isPlain) this.fail(position, `the number ${text} is not written in decimal digits`);
    if (!Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value))) {
      this.fail(position, `the number ${text} is larger than what is exact (2^53)`);
    }
    return value;
  }

  private string(quotes: string, start: Position): string {
    let value = '';
    for (;;) {
      if (this.text.startsWith(quotes, this.offset)) {
        this.offset += quotes.length;
        return value;
      }
      const character = this.text.charAt(this.offset);
      if (character === '') this.fail(start, 'the string has no end', `Close it with ${quotes}.`);
      if (character === '\n' && quotes.length === 1) {
        this.fail(this.position(), 'the string does not end on its line', `Close it with ${quotes}.`);
      }
      if (character === '$' && quotes.startsWith('"')) {
        this.fail(this.position(), 'the value of a $ in double quotes is known only at run time');
      }
      if (character === '\\') value += this.escape();
      else {
        value += character;
        this.offset++;
      }
    }
  }

  private escape(): string {
    const character = this.text.charAt(this.offset + 1);
    // A backslash at the end of a line joins it with the next one.
    const value = character === '\n' ? '' : ESCAPES[character];
    if (value === undefined)
      this.fail(this.position(), `\\${character} is no escape that is understood here`);
    this.offset += 2;
    return value;
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.offset;
    const found = pattern.exec(this.text)?.[0];
    this.offset += found?.length ?? 0;
    return found;
  }

  private position(): Position {
    const lines = this.text.slice(0, this.offset).split('\n');
    return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
  }
}
