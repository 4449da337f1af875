/** The tokens of a Jenkinsfile that a call with literal arguments needs; any other one ends the reading. */
import { UnusableInput } from '../diagnostics/unusable-input';
import { readTokens } from '../jenkinsfile/lexer';
import { Lines, type Position } from '../jenkinsfile/lines';
import type { NumberToken, StringToken, SyntaxProblem, Token as SourceToken } from '../jenkinsfile/tokens';

/** A token with its value and its place, lines and columns counted from 1. */
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

const SYMBOL = /^[@()[\]:,;-]$/;
const DECIMAL = /^(?:0|[1-9](?:_*\d)*)(?:\.\d+(?:_+\d+)*)?(?:[eE][+-]?\d+)?[lLiIdDgG]?$/;

/** Hands out tokens one after the other. */
export class Tokens {
  private readonly lines: Lines;
  private readonly tokens: readonly SourceToken[];
  private readonly problems: readonly SyntaxProblem[];
  private index = 0;

  constructor(
    private readonly file: string,
    private readonly text: string,
  ) {
    const { tokens, problems } = readTokens(text);
    this.lines = new Lines(text);
    this.tokens = tokens;
    this.problems = problems;
  }

  /** The next token; behind the last one always `end`. */
  next(): Token {
    const token = this.tokens[this.index++];
    this.failBefore(token?.end ?? Infinity);
    if (token === undefined) {
      const end = this.lines.positionOf(this.text.length);
      const afterNewline = /[\r\n]/.test(this.text.slice(this.tokens.at(-1)?.end));
      return { ...end, afterNewline, kind: 'end', text: '' };
    }
    const position = this.lines.positionOf(token.start);
    const place = { ...position, afterNewline: token.newlineBefore };
    switch (token.kind) {
      case 'name':
        return { ...place, kind: 'name', text: token.text };
      case 'number':
        return { ...place, kind: 'number', text: token.text, value: this.number(token, position) };
      case 'string':
        return { ...place, kind: 'string', text: token.quotes, value: this.string(token, position) };
      case 'symbol':
        if (!SYMBOL.test(token.text)) this.foreign(position, token.text);
        return { ...place, kind: 'symbol', text: token.text };
    }
  }

  /** @throws JenkinsfileError always */
  fail(position: Position, reason: string, remedy?: string): never {
    throw new JenkinsfileError(this.file, position, reason, remedy);
  }

  private failBefore(end: number): void {
    const first = this.problems.find(({ start }) => start < end);
    if (first !== undefined) this.fail(this.lines.positionOf(first.start), first.reason, first.remedy);
  }

  private foreign(position: Position, text: string): never {
    return this.fail(position, `'${text}' is no part of a call with literal arguments`);
  }

  private number({ text, value }: NumberToken, position: Position): number {
    if (!DECIMAL.test(text)) this.fail(position, `the number ${text} is not written in decimal digits`);
    if (!Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value))) {
      this.fail(position, `the number ${text} is larger than what is exact (2^53)`);
    }
    return value;
  }

  private string({ quotes, value, holes }: StringToken, position: Position): string {
    if (quotes.includes('/')) this.foreign(position, quotes);
    if (value !== undefined) return value;
    const place = holes[0] === undefined ? position : this.lines.positionOf(holes[0].start);
    return this.fail(place, 'the value of a $ in double quotes is known only at run time');
  }
}
