/** Cuts the text of a Jenkinsfile into tokens, as Groovy 2.4 does. What is no token becomes a problem and is skipped. */
import { readString, type StringSource } from './strings';
import type { Hole, Quotes, SyntaxProblem, Token } from './tokens';

const SPACE = /[ \t\f]+|\\(?:\r\n?|\n)/y;
const NEWLINE = /\r\n?|\n/y;
const LINE_COMMENT = /\/\/[^\r\n]*/y;
const BLOCK_COMMENT = /\/\*[\s\S]*?\*\//y;
const SHEBANG = /#![^\r\n]*/y;
const NAME = /[\p{L}_$][\p{L}\p{N}\p{M}_$]*/uy;
const NUMBER = /0[xX][\da-fA-F_]+[a-zA-Z]?|\d[\w]*(?:\.\d\w*)?(?:(?<=[eE])[+-]?\d[\w]*)?/y;
const VALID_NUMBER =
  /^(?:0[xX][\da-fA-F](?:_*[\da-fA-F])*|0[bB][01](?:_*[01])*|\d(?:_*\d)*(?:\.\d(?:_*\d)*)?(?:[eE][+-]?\d+)?)[lLiIdDgGfF]?$/;
const SYMBOL =
  /->|\.\.\.|\.\.<|\.\.|\?\.|\*\.|\.&|\.@|::|<=>|==~|={1,3}|!==?|=~|<=|>=|&&|\|\||\?:|<<(?!=)|\+\+|--|\*\*=?|<<=|>>>?=|[-+*/%&|^]=|[-+*/%&|^~!<>=?:.,;@()[\]{}]/y;
const STRING_START = /'''|"""|'|"/y;

/** Keywords behind which a value begins; behind any other name a slash divides. */
const BEFORE_VALUES: ReadonlySet<string> = new Set(
  'as assert case do else in instanceof new return throw'.split(' '),
);
const ENDS_VALUE: ReadonlySet<string> = new Set([')', ']', '}', '++', '--']);
/** A string in a hole of a string in a hole: nobody writes that many. */
const DEEPEST_HOLE = 10;
const LONGEST_HOLE = 1000;
const CLOSING: { readonly [opening: string]: string } = { '(': ')', '[': ']', '{': '}' };

/** The tokens of a text, and what is none. */
export interface Tokens {
  readonly tokens: readonly Token[];
  readonly problems: readonly SyntaxProblem[];
}

/** All tokens of a text. */
export function readTokens(text: string): Tokens {
  const lexer = new Lexer(text);
  return { tokens: lexer.all(), problems: lexer.problems };
}

class Lexer implements StringSource {
  readonly problems: SyntaxProblem[] = [];
  private offset = 0;
  /** Whether a string without an end was met: what follows may lie inside of it, so nothing is said about that. */
  private isLost = false;
  private holesOpen = 0;
  /** Whether a hole without an end was met, which took the rest of the text to find out: once is enough. */
  private hasOpenHole = false;
  /** The first closing brace behind what was read. */
  private nextBrace = -1;

  constructor(readonly text: string) {
    if (text.startsWith('\uFEFF')) this.offset = 1;
    this.match(SHEBANG);
  }

  all(): readonly Token[] {
    return this.tokensUntil(undefined);
  }

  /** The tokens of a hole up to its closing brace; `undefined` when there is none. */
  hole(start: number): Hole | undefined {
    const distance = this.toNextBrace(start);
    if (this.holesOpen === DEEPEST_HOLE || distance === Infinity) return undefined;
    if (this.hasOpenHole && (distance > LONGEST_HOLE || this.isBrokenWithin(start, distance)))
      return undefined;
    const [offset, count] = [this.offset, this.problems.length];
    this.offset = start + 2;
    this.holesOpen++;
    const tokens = this.tokensUntil('}');
    this.holesOpen--;
    if (this.text.charAt(this.offset) === '}') return { start, end: ++this.offset, tokens };
    this.offset = offset;
    this.problems.length = count;
    this.hasOpenHole = true;
    return undefined;
  }

  private toNextBrace(start: number): number {
    if (this.nextBrace < start) {
      const found = this.text.indexOf('}', start);
      this.nextBrace = found === -1 ? Infinity : found;
    }
    return this.nextBrace - start;
  }

  private isBrokenWithin(start: number, length: number): boolean {
    return /[\r\n]/.test(this.text.slice(start, start + length));
  }

  report(problem: SyntaxProblem): void {
    if (!this.isLost) this.problems.push(problem);
  }

  lose(): void {
    this.isLost = true;
  }

  /** @param stop the closing bracket of what surrounds the tokens */
  private tokensUntil(stop: string | undefined): readonly Token[] {
    const tokens: Token[] = [];
    const open: string[] = [];
    for (;;) {
      const newlineBefore = this.skipBlank();
      const start = this.offset;
      if (start >= this.text.length) return tokens;
      if (open.length === 0 && this.text.charAt(start) === stop) return tokens;
      const previous = tokens.at(-1);
      const innermost = open.at(-1);
      const beginsStatement = newlineBefore && (innermost === undefined || innermost === '}');
      const token = this.token(start, newlineBefore, beginsStatement || mayBeginValue(previous));
      if (token === undefined) continue;
      tokens.push(token);
      if (token.kind !== 'symbol') continue;
      const closing = CLOSING[token.text];
      if (closing !== undefined) open.push(closing);
      else if (token.text === innermost) open.pop();
    }
  }

  private token(start: number, newlineBefore: boolean, mayBeSlashy: boolean): Token | undefined {
    const slashy = mayBeSlashy ? this.slashyStart() : undefined;
    const quotes = slashy ?? (this.match(STRING_START) as Quotes | undefined);
    if (quotes !== undefined) {
      this.offset = start;
      const string = readString(this, start, quotes);
      this.offset = string.end;
      return { ...string, newlineBefore };
    }
    const name = this.match(NAME);
    if (name !== undefined) return { kind: 'name', text: name, start, end: this.offset, newlineBefore };
    const number = this.match(NUMBER);
    if (number !== undefined) {
      const end = this.offset;
      if (!VALID_NUMBER.test(number))
        this.report({ start, end, reason: `${number} is no number`, remedy: 'Write it in decimal digits.' });
      return { kind: 'number', text: number, value: numberOf(number), start, end, newlineBefore };
    }
    const symbol = this.match(SYMBOL);
    if (symbol !== undefined) return { kind: 'symbol', text: symbol, start, end: this.offset, newlineBefore };
    const character = String.fromCodePoint(this.text.codePointAt(start) ?? 0);
    this.offset += character.length;
    this.report({
      start,
      end: this.offset,
      reason: `${JSON.stringify(character)} has no meaning here`,
      remedy: 'Delete it, or put it into a string.',
    });
    return undefined;
  }

  private slashyStart(): Quotes | undefined {
    if (this.text.startsWith('$/', this.offset)) return '$/';
    return this.text.charAt(this.offset) === '/' && this.text.charAt(this.offset + 1) !== '='
      ? '/'
      : undefined;
  }

  /** Skips what stands between tokens, and says whether a line ends in it. */
  private skipBlank(): boolean {
    let newline = false;
    for (;;) {
      const character = this.text.charAt(this.offset);
      if (character === '\n' || character === '\r') {
        this.match(NEWLINE);
        newline = true;
      } else if (character === '/') {
        if (this.match(LINE_COMMENT) !== undefined) continue;
        const comment = this.match(BLOCK_COMMENT);
        if (comment !== undefined) newline ||= /[\r\n]/.test(comment);
        else if (this.text.charAt(this.offset + 1) === '*') this.skipOpenComment();
        else return newline;
      } else if (this.match(SPACE) === undefined) return newline;
    }
  }

  private skipOpenComment(): void {
    const start = this.offset;
    this.report({ start, end: start + 2, reason: 'the comment has no end', remedy: 'Write */.' });
    this.offset = this.text.length;
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.offset;
    const found = pattern.exec(this.text)?.[0];
    this.offset += found?.length ?? 0;
    return found;
  }
}

/** Whether a slash behind this token begins a string. */
function mayBeginValue(previous: Token | undefined): boolean {
  if (previous === undefined) return true;
  if (previous.kind === 'symbol') return !ENDS_VALUE.has(previous.text);
  return previous.kind === 'name' && BEFORE_VALUES.has(previous.text);
}

function numberOf(text: string): number {
  const digits = text.replaceAll('_', '');
  if (/^0[xXbB]/.test(digits)) return Number(digits.replace(/[lLiIgG]$/, ''));
  const plain = digits.replace(/[lLiIdDgGfF]$/, '');
  return /^0[0-7]+$/.test(plain) ? Number.parseInt(plain, 8) : Number(plain);
}
