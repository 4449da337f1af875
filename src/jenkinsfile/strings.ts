/** Reads the six kinds of strings that Groovy has. */
import type { Hole, Quotes, Range, StringToken, SyntaxProblem } from './tokens';

/** The text around a string, and who reads the code in its holes. */
export interface StringSource {
  readonly text: string;
  /** The hole whose `${` begins there; `undefined` when it has no end. */
  hole(start: number): Hole | undefined;
  report(problem: SyntaxProblem): void;
  /** Called when a string has no end: nobody knows where the code goes on. */
  lose(): void;
}

/** A string without what stands before it. */
type ReadString = Omit<StringToken, 'newlineBefore'>;

interface Kind {
  readonly closing: string;
  /** The next character that may mean something else than itself. */
  readonly special: RegExp;
  readonly hasHoles: boolean;
  readonly isMultiline: boolean;
  readonly escape: (text: string, offset: number) => Escape | undefined;
}

/** What an escape means, and how long it is. */
interface Escape {
  readonly value: string;
  readonly length: number;
}

const SIMPLE_ESCAPES: { readonly [character: string]: string | undefined } = {
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

const KINDS: { readonly [quotes in Quotes]: Kind } = {
  "'": { closing: "'", special: /['\\\r\n]/g, hasHoles: false, isMultiline: false, escape: quotedEscape },
  '"': { closing: '"', special: /["\\$\r\n]/g, hasHoles: true, isMultiline: false, escape: quotedEscape },
  "'''": { closing: "'''", special: /['\\\r]/g, hasHoles: false, isMultiline: true, escape: quotedEscape },
  '"""': { closing: '"""', special: /["\\$\r]/g, hasHoles: true, isMultiline: true, escape: quotedEscape },
  '/': { closing: '/', special: /[/\\$\r]/g, hasHoles: true, isMultiline: true, escape: slashyEscape },
  '$/': { closing: '/$', special: /[/\\$\r]/g, hasHoles: true, isMultiline: true, escape: dollarEscape },
};

const PROPERTY_PATH = /\$[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*/uy;

/** Reads the string that begins there. One without an end is taken to end with its first line. */
export function readString(source: StringSource, start: number, quotes: Quotes): ReadString {
  const { text } = source;
  const kind = KINDS[quotes];
  const holes: Hole[] = [];
  const contentStart = start + quotes.length;
  let offset = contentStart;
  let value = '';
  const made = (content: Range, end: number): ReadString => {
    const known = holes.length === 0 ? value : undefined;
    return { kind: 'string', quotes, value: known, content, holes, start, end };
  };
  for (;;) {
    kind.special.lastIndex = offset;
    const next = kind.special.exec(text)?.index ?? text.length;
    value += text.slice(offset, next);
    offset = next;
    const character = text.charAt(offset);
    const escape = character === '\\' || quotes === '$/' ? kind.escape(text, offset) : undefined;
    if (escape !== undefined) {
      value += escape.value;
      offset += escape.length;
    } else if (text.startsWith(kind.closing, offset)) {
      return made({ start: contentStart, end: offset }, offset + kind.closing.length);
    } else if (character === '' || (!kind.isMultiline && /[\r\n]/.test(character))) {
      const end = reportOpenString(source, kind, start, offset);
      return made({ start: contentStart, end }, end);
    } else if (character === '\r') {
      value += '\n';
      offset += text.charAt(offset + 1) === '\n' ? 2 : 1;
    } else if (character === '$' && kind.hasHoles) {
      const hole = readHole(source, offset);
      if (hole === undefined) {
        reportDollar(source, quotes, offset);
        value += character;
        offset++;
      } else {
        holes.push(hole);
        offset = hole.end;
      }
    } else {
      if (character === '\\' && quotes.length !== 2 && quotes !== '/') reportEscape(source, offset);
      value += character;
      offset++;
    }
  }
}

function reportOpenString(source: StringSource, kind: Kind, start: number, offset: number): number {
  const { text } = source;
  const remedy = `Close it with ${kind.closing}.`;
  if (!kind.isMultiline) {
    const end = Math.min(offset + 1, text.length);
    const reason = offset === text.length ? 'the string has no end' : 'the string does not end on its line';
    source.report({ ...(offset === text.length ? { start, end } : { start: offset, end }), reason, remedy });
    return offset;
  }
  const lineLength = text.slice(start).search(/[\r\n]|$/);
  const lineEnd = start + lineLength;
  source.report({ start, end: lineEnd, reason: 'the string has no end', remedy });
  source.lose();
  return lineEnd;
}

function readHole(source: StringSource, offset: number): Hole | undefined {
  if (source.text.charAt(offset + 1) === '{') {
    const hole = source.hole(offset);
    if (hole !== undefined) return hole;
    const problem = { start: offset, end: offset + 2, reason: 'the ${ in the string has no end' };
    source.report({ ...problem, remedy: 'Close it with }, or write \\$ for a dollar sign.' });
    return undefined;
  }
  PROPERTY_PATH.lastIndex = offset;
  const path = PROPERTY_PATH.exec(source.text)?.[0];
  if (path === undefined) return undefined;
  const names = path.slice(1).split('.');
  const tokens = names.flatMap((name, index) => {
    const start = offset + 1 + names.slice(0, index).join('.').length + (index === 0 ? 0 : 1);
    const token = {
      kind: 'name',
      text: name,
      start,
      end: start + name.length,
      newlineBefore: false,
    } as const;
    const dot = { kind: 'symbol', text: '.', start: start - 1, end: start, newlineBefore: false } as const;
    return index === 0 ? [token] : [dot, token];
  });
  return { start: offset, end: offset + path.length, tokens };
}

/** In slashy strings a dollar that begins no hole is a dollar. */
function reportDollar(source: StringSource, quotes: Quotes, offset: number): void {
  if (!quotes.startsWith('"') || source.text.charAt(offset + 1) === '{') return;
  const remedy = 'Write \\$ for a dollar sign.';
  source.report({ start: offset, end: offset + 1, reason: 'the $ in double quotes names nothing', remedy });
}

function reportEscape(source: StringSource, offset: number): void {
  const escape = source.text.slice(offset, offset + 2);
  const remedy = `Write \\${escape} for a backslash.`;
  source.report({
    start: offset,
    end: offset + 2,
    reason: `${escape} is no escape that is understood here`,
    remedy,
  });
}

function quotedEscape(text: string, offset: number): Escape | undefined {
  const unicode = unicodeEscape(text, offset);
  if (unicode !== undefined) return unicode;
  const octal = /^\\([0-3]?[0-7]{1,2})/.exec(text.slice(offset, offset + 4))?.[1];
  if (octal !== undefined)
    return { value: String.fromCharCode(Number.parseInt(octal, 8)), length: octal.length + 1 };
  // A backslash at the end of a line joins it with the next one.
  const lineEnd = /^\\(\r\n?|\n)/.exec(text.slice(offset, offset + 3))?.[1];
  if (lineEnd !== undefined) return { value: '', length: lineEnd.length + 1 };
  const value = SIMPLE_ESCAPES[text.charAt(offset + 1)];
  return value === undefined ? undefined : { value, length: 2 };
}

function slashyEscape(text: string, offset: number): Escape | undefined {
  if (text.charAt(offset + 1) === '/') return { value: '/', length: 2 };
  return unicodeEscape(text, offset);
}

function dollarEscape(text: string, offset: number): Escape | undefined {
  const pair = text.slice(offset, offset + 2);
  if (pair === '$$') return { value: '$', length: 2 };
  if (pair === '$/') return { value: '/', length: 2 };
  return pair.startsWith('\\') ? unicodeEscape(text, offset) : undefined;
}

function unicodeEscape(text: string, offset: number): Escape | undefined {
  const found = /^\\u+([\da-fA-F]{4})/.exec(text.slice(offset, offset + 12));
  if (found?.[1] === undefined) return undefined;
  return { value: String.fromCharCode(Number.parseInt(found[1], 16)), length: found[0].length };
}
