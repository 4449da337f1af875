/**
 * JavaScript's regular expressions in Java's dialect: a portable subset, everything else is refused. The text is ASCII;
 * characters beyond the first plane never reach the Java pattern (see Patterns.groovy), so both count UTF-16 units.
 */

/** A literal as Java writes it, or why Java cannot. */
export type JavaPattern =
  | { readonly kind: 'pattern'; readonly pattern: string; readonly global: boolean }
  | { readonly kind: 'refusal'; readonly reason: string };

/** White space of JavaScript, for the inside of a class. */
const whiteSpace =
  '\\t\\n\\x0b\\f\\r \\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff';
const lineEnds = '\\n\\r\\u2028\\u2029';

/** `\b` of Java 17 knows the letters of all languages, that of JavaScript only those of `\w`. */
const assertions: { readonly [escape: string]: string } = {
  b: '(?:(?<=\\w)(?!\\w)|(?<!\\w)(?=\\w))',
  B: '(?:(?<=\\w)(?=\\w)|(?<!\\w)(?!\\w))',
};
/** Escapes of one character. */
const characterEscapes: { readonly [escape: string]: string } = {
  n: '\\n',
  r: '\\r',
  t: '\\t',
  f: '\\f',
  v: '\\x0b',
};

class Unportable extends Error {}

interface Part {
  readonly java: string;
  /** Whether it can match without taking a character. */
  readonly nullable: boolean;
  readonly captures: boolean;
}

/**
 * Translates the literal `/source/flags`.
 * @param source between the slashes, as written
 */
export function javaPattern(source: string, flags = ''): JavaPattern {
  try {
    const unknown = flags.replace(/[gi]/g, '');
    if (unknown !== '') {
      throw new Unportable(`flag ${unknown}`);
    }
    const { java } = new Translator(source).translate();
    return {
      kind: 'pattern',
      pattern: flags.includes('i') ? `(?i)${java}` : java,
      global: flags.includes('g'),
    };
  } catch (thrown) {
    if (thrown instanceof Unportable) {
      return { kind: 'refusal', reason: thrown.message };
    }
    throw thrown;
  }
}

/** Recursive descent over the source. */
class Translator {
  private position = 0;

  constructor(private readonly source: string) {}

  translate(): Part {
    const whole = this.alternatives();
    if (this.position < this.source.length) {
      throw new Unportable('a `)` without `(`');
    }
    return whole;
  }

  private alternatives(): Part {
    const parts = [this.sequence()];
    while (this.take('|')) {
      parts.push(this.sequence());
    }
    return {
      java: parts.map(({ java }) => java).join('|'),
      nullable: parts.some(({ nullable }) => nullable),
      captures: parts.some(({ captures }) => captures),
    };
  }

  private sequence(): Part {
    const parts: Part[] = [];
    while (this.position < this.source.length && this.peek() !== '|' && this.peek() !== ')') {
      parts.push(this.quantified());
    }
    return {
      java: parts.map(({ java }) => java).join(''),
      nullable: parts.every(({ nullable }) => nullable),
      captures: parts.some(({ captures }) => captures),
    };
  }

  private quantified(): Part {
    const begin = this.position;
    const atom = this.atom();
    const quantifier = /^(?:[*+?]|\{\d+(?:,\d*)?\})\??/.exec(this.source.slice(this.position))?.[0];
    if (quantifier === undefined) {
      return atom;
    }
    const text = this.source.slice(begin, this.position);
    if (/^\(\?[=!]|^\\[bB]$|^[$^]$/.test(text)) {
      throw new Unportable('an assertion cannot be repeated');
    }
    const repeats = !quantifier.startsWith('?');
    if (repeats && atom.nullable) {
      throw new Unportable('what is repeated can be empty');
    }
    if (repeats && atom.captures) {
      throw new Unportable('a group that captures is repeated: write `(?:…)`');
    }
    this.position += quantifier.length;
    return {
      ...atom,
      java: atom.java + quantifier,
      nullable: atom.nullable || /^(?:[*?]|\{0)/.test(quantifier),
    };
  }

  private atom(): Part {
    const character = this.next();
    switch (character) {
      case '(':
        return this.group();
      case '[':
        return taking(this.characterClass());
      case '.':
        return taking(`[^${lineEnds}]`);
      case '^':
        return { java: '^', nullable: true, captures: false };
      case '$':
        return { java: '\\z', nullable: true, captures: false };
      case '\\':
        return this.escape();
      case '*':
      case '+':
      case '?':
      case '{':
        throw new Unportable(`a \`${character}\` that repeats nothing`);
      default:
        return taking(literal(character));
    }
  }

  private group(): Part {
    const opening = ['?:', '?=', '?!'].find((each) => this.source.startsWith(each, this.position)) ?? '';
    if (opening === '' && this.peek() === '?') {
      throw new Unportable('only `(?:`, `(?=` and `(?!` are known in both');
    }
    this.position += opening.length;
    const content = this.alternatives();
    if (!this.take(')')) {
      throw new Unportable('a `(` without `)`');
    }
    return {
      java: `(${opening}${content.java})`,
      nullable: content.nullable || opening === '?=' || opening === '?!',
      captures: content.captures || opening === '',
    };
  }

  private escape(): Part {
    const escape = this.next();
    const assertion = assertions[escape];
    if (assertion !== undefined) {
      return { java: assertion, nullable: true, captures: false };
    }
    switch (escape) {
      case 's':
        return taking(`[${whiteSpace}]`);
      case 'S':
        return taking(`[^${whiteSpace}]`);
      case 'd':
      case 'D':
      case 'w':
      case 'W':
        return taking(`\\${escape}`);
      default:
        return taking(this.escapedCharacter(escape));
    }
  }

  private characterClass(): string {
    const negated = this.take('^');
    let content = '';
    while (this.peek() !== ']') {
      const first = this.classMember(negated);
      if (this.peek() !== '-' || this.source[this.position + 1] === ']') {
        content += first.java;
        continue;
      }
      this.next();
      const last = this.classMember(negated);
      if (!first.single || !last.single) {
        throw new Unportable('a range between classes');
      }
      content += `${first.java}-${last.java}`;
    }
    this.next();
    if (content === '') {
      throw new Unportable('an empty class');
    }
    return `[${negated ? '^' : ''}${content}]`;
  }

  private classMember(negated: boolean): { readonly java: string; readonly single: boolean } {
    const character = this.next();
    if (character !== '\\') {
      return { java: literal(character), single: true };
    }
    const escape = this.next();
    if (escape === 's') {
      return { java: whiteSpace, single: false };
    }
    if (escape === 'd' || escape === 'w') {
      return { java: `\\${escape}`, single: false };
    }
    if (escape === 'S' || escape === 'D' || escape === 'W') {
      if (negated) {
        throw new Unportable(`\`\\${escape}\` inside \`[^…]\``);
      }
      return { java: escape === 'S' ? `[^${whiteSpace}]` : `\\${escape}`, single: false };
    }
    return { java: escape === 'b' ? '\\x08' : this.escapedCharacter(escape), single: true };
  }

  /** The character that an escape stands for. */
  private escapedCharacter(escape: string): string {
    const named = characterEscapes[escape];
    if (named !== undefined) {
      return named;
    }
    if (escape === '0' && !/\d/.test(this.peek())) {
      return '\\x00';
    }
    if (/\d/.test(escape) || escape === 'k') {
      throw new Unportable('a reference to a group');
    }
    const digits = escape === 'x' ? 2 : escape === 'u' ? 4 : 0;
    if (digits > 0) {
      const code = this.source.slice(this.position, this.position + digits);
      if (!/^[0-9a-fA-F]+$/.test(code) || code.length < digits) {
        throw new Unportable(`\`\\${escape}\` without ${digits} hexadecimal digits`);
      }
      this.position += digits;
      return literal(String.fromCharCode(parseInt(code, 16)));
    }
    if (/[A-Za-z]/.test(escape)) {
      throw new Unportable(`\`\\${escape}\``);
    }
    return literal(escape);
  }

  private peek(): string {
    return this.source[this.position] ?? '';
  }

  private next(): string {
    const character = this.source[this.position++];
    if (character === undefined) {
      throw new Unportable('it ends too early');
    }
    return character;
  }

  private take(character: string): boolean {
    if (this.peek() !== character) {
      return false;
    }
    this.position++;
    return true;
  }
}

function taking(java: string): Part {
  return { java, nullable: false, captures: false };
}

/** One character that stands for itself, inside and outside classes. */
function literal(character: string): string {
  const code = character.charCodeAt(0);
  if (code > 0x7e) {
    throw new Unportable('characters that are not ASCII');
  }
  if (code < 0x20) {
    return `\\x${code.toString(16).padStart(2, '0')}`;
  }
  return /[A-Za-z0-9_ /:=!,@%'"<>~`;#]/.test(character) ? character : `\\${character}`;
}
