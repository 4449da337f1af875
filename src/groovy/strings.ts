/** How text becomes a string literal. The output is ASCII, so that it means the same whatever encoding reads it. */

/** Escapes that are the same in every kind of string. */
const namedEscapes: ReadonlyMap<string, string> = new Map([
  ['\\', '\\\\'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
  ['\b', '\\b'],
  ['\f', '\\f'],
]);

/** Printable ASCII as it is; the rest as `\n`, `\033` or `\u00e9`. */
function escapeCharacter(character: string): string {
  const named = namedEscapes.get(character);
  if (named !== undefined) {
    return named;
  }
  const code = character.charCodeAt(0);
  if (code < 0x20 || code === 0x7f) {
    // Octal: Groovy decodes \uXXXX before it splits the text into tokens, and its lexer knows no NUL.
    return `\\${code.toString(8).padStart(3, '0')}`;
  }
  return code < 0x7f ? character : `\\u${code.toString(16).padStart(4, '0')}`;
}

/** What may have to be escaped, by UTF-16 unit: a pair of surrogates is written as two escapes. */
const escapable = /[^ -~]|["$'\\]/g;

function escapeAll(text: string, quoted: (character: string) => string | undefined): string {
  return text.replace(escapable, (character) => quoted(character) ?? escapeCharacter(character));
}

/** Whether a constant has at least two lines with text, so that it reads better over several lines. */
function isMultiLine(text: string): boolean {
  return /[^\n]\n+[^\n]/.test(text);
}

/** A constant string in one line: `'text'`. */
export function constantString(text: string): string {
  return `'${escapeAll(text, (character) => (character === "'" ? "\\'" : undefined))}'`;
}

/**
 * A constant string over several lines, of which the first stays empty; `undefined` when it reads better in one.
 *
 *     '''\
 *     set -eu
 *     docker build .
 *     '''
 */
export function multiLineString(text: string): string | undefined {
  if (!isMultiLine(text)) {
    return undefined;
  }
  const body = escapeAll(text, (character) => (character === '\n' ? '\n' : undefined));
  // Two quotes in a row are text, a third would end the string, and so would one at its end.
  return `'''\\\n${body.replace(/'(?='')|'$/g, "\\'")}'''`;
}

/** The text between two holes of a GString in double quotes. */
export function interpolatedText(text: string): string {
  return escapeAll(text, (character) =>
    character === '"' || character === '$' ? `\\${character}` : undefined,
  );
}

/** The text of a comment: nothing in it ends the comment or reads as the escape of a character. */
export function commentText(text: string): string {
  return text.replace(/\*\//g, '* /').replace(/\\(?=u)/g, '\\ ');
}

/**
 * A Long or Double as a literal: `42`, `3000000000L`, `0.5d`.
 * @throws RangeError for NaN and the infinities, which have no literal
 */
export function numberLiteral(value: number): string {
  if (!Number.isFinite(value)) {
    throw new RangeError(`no Groovy literal for ${value}`);
  }
  if (Object.is(value, -0)) {
    return '-0.0d';
  }
  if (!Number.isSafeInteger(value)) {
    // JavaScript writes 1e+21, Groovy wants 1e21.
    return `${String(value).replace('e+', 'e')}d`;
  }
  return Math.abs(value) < 2 ** 31 ? String(value) : `${value}L`;
}
