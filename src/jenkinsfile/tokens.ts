/** What the text of a Jenkinsfile is cut into. Offsets count UTF-16 units from the start of the text. */

/** A part of the text: from `start` up to, not including, `end`. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

interface Placed extends Range {
  /** Whether a line break stands before it, which ends a statement. */
  readonly newlineBefore: boolean;
}

/** An identifier or a keyword. */
export interface NameToken extends Placed {
  readonly kind: 'name';
  readonly text: string;
}

/** An operator, a bracket or a separator. */
export interface SymbolToken extends Placed {
  readonly kind: 'symbol';
  readonly text: string;
}

/** A number with its suffix, and what it means. */
export interface NumberToken extends Placed {
  readonly kind: 'number';
  readonly text: string;
  readonly value: number;
}

/** How a string begins; all but `$/` end with the same characters. */
export type Quotes = "'" | '"' | "'''" | '"""' | '/' | '$/';

/** A string of any of the six kinds. */
export interface StringToken extends Placed {
  readonly kind: 'string';
  readonly quotes: Quotes;
  /** What it means; `undefined` where a hole makes it known only at run time. */
  readonly value: string | undefined;
  /** What stands between the quotes. */
  readonly content: Range;
  readonly holes: readonly Hole[];
}

/** `${…}` or `$name.name` in a string. */
export interface Hole extends Range {
  readonly tokens: readonly Token[];
}

/** The smallest part of a text that means something. */
export type Token = NameToken | SymbolToken | NumberToken | StringToken;

/** Why a text is no Groovy. */
export interface SyntaxProblem extends Range {
  readonly reason: string;
  readonly remedy: string;
}
