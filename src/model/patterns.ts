/**
 * The regular expressions that `@pattern` accepts: those that JavaScript (with the flag `u`) and Java can both be made to
 * read alike. The direct world uses the text as written, the Groovy checker its translation.
 */

/** What a pattern is in Java, or why it is refused. */
export type PatternReading =
  | { readonly kind: 'accepted'; readonly java: string }
  | { readonly kind: 'refused'; readonly reason: string };

/** Java text of an accepted pattern. @throws Error for one that {@link readPattern} refuses */
export function toJavaPattern(source: string): string {
  const reading = readPattern(source);
  if (reading.kind === 'refused') throw new Error(`The pattern ${source} is refused: ${reading.reason}.`);
  return reading.java;
}

/** Checks a pattern piece by piece and translates it. */
export function readPattern(source: string): PatternReading {
  try {
    new RegExp(source, 'u');
  } catch (error) {
    return { kind: 'refused', reason: error instanceof Error ? error.message : String(error) };
  }
  let java = '';
  let place: 'outside' | 'opened' | 'inside' = 'outside';
  for (const piece of source.match(PIECES) ?? []) {
    const translated = place === 'outside' ? outsideClass(piece) : insideClass(piece, place === 'opened');
    if (translated === undefined) {
      return { kind: 'refused', reason: `Java reads ${piece} otherwise than JavaScript` };
    }
    java += translated;
    if (place === 'outside') place = piece.startsWith('[') ? 'opened' : 'outside';
    else place = piece === ']' ? 'outside' : 'inside';
  }
  return { kind: 'accepted', java };
}

/** An escape, the opening of a group or class, or one character. */
const PIECES = /\\u\{[^}]*\}|\\[\s\S]|\(\?<?[:=!]?|\[\^?|[\s\S]/gu;

/** Escapes that mean the same in both: classes of ASCII, control characters, punctuation. `\u` precedes four digits. */
const COMMON_ESCAPE = /^\\(?:[dDwWnrtfu]|[^A-Za-z0-9\s])$/;

function outsideClass(piece: string): string | undefined {
  if (piece === '$') return '\\z';
  if (piece === '.') return '[^\\n\\r\\u2028\\u2029]';
  if (piece === '(?<' || piece === '(?<=' || piece === '(?<!') return undefined;
  if (piece.startsWith('[^')) return '[^';
  return piece.startsWith('\\') ? commonEscape(piece) : piece;
}

function insideClass(piece: string, isFirst: boolean): string | undefined {
  // A class without members: Java takes the bracket for the first of them.
  if (piece === ']') return isFirst ? undefined : piece;
  // Java nests classes and intersects them: [a[b]], [a&&b].
  if (piece.startsWith('[')) return piece.replace(/[[^]/g, '\\$&');
  if (piece === '&' || piece === '^') return `\\${piece}`;
  if (piece.startsWith('(?')) return piece;
  return piece.startsWith('\\') ? commonEscape(piece) : piece;
}

function commonEscape(piece: string): string | undefined {
  return COMMON_ESCAPE.test(piece) ? piece : undefined;
}
