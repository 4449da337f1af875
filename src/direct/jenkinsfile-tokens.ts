/** The tokens of a Jenkinsfile that Node can run; any other one ends the reading. */
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
    /** A text with holes: what stands between them, and what stands in them. */
    | {
        readonly kind: 'template';
        readonly text: string;
        readonly parts: readonly (string | HoleTokens)[];
      }
    | { readonly kind: 'number'; readonly text: string; readonly value: number }
    | { readonly kind: 'end'; readonly text: '' }
  );

/** What stands in a hole of a text. */
export interface HoleTokens {
  readonly tokens: readonly SourceToken[];
  readonly position: Position;
}

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

const SYMBOL = /^[@()[\]{}:,;.=-]$/;
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
        if (token.quotes.includes('/')) this.foreign(position, token.quotes);
        return token.value === undefined
          ? { ...place, kind: 'template', text: token.quotes, parts: this.parts(token) }
          : { ...place, kind: 'string', text: token.quotes, value: token.value };
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
    return this.fail(position, `'${text}' is no part of what Node runs`);
  }

  private number({ text, value }: NumberToken, position: Position): number {
    if (!DECIMAL.test(text)) this.fail(position, `the number ${text} is not written in decimal digits`);
    if (!Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value))) {
      this.fail(position, `the number ${text} is larger than what is exact (2^53)`);
    }
    return value;
  }

  /** Between the holes stand texts that mean what they would mean alone. */
  private parts({ quotes, content, holes }: StringToken): readonly (string | HoleTokens)[] {
    const literal = (start: number, end: number): string => {
      const [token] = readTokens(`${quotes}${this.text.slice(start, end)}${quotes}`).tokens;
      return token?.kind === 'string' ? (token.value ?? '') : '';
    };
    let start = content.start;
    const parts = holes.flatMap((hole) => {
      const before = literal(start, hole.start);
      start = hole.end;
      return [before, { tokens: hole.tokens, position: this.lines.positionOf(hole.start) }];
    });
    return [...parts, literal(start, content.end)];
  }
}
