/**
 * Where in a shell command a position stands. Just enough of POSIX quoting to decide whether a value may stand there as
 * `"${GIG_X-}"`: bare, or inside double quotes.
 */

export type ShellPlace =
  | 'bare'
  | 'doubleQuoted'
  | 'singleQuoted'
  | 'backquoted'
  | 'arithmetic'
  | 'comment'
  | 'hereDocument'
  /** Behind a backslash, which would quote the first character of what is put there. */
  | 'escaped'
  /** Behind a `$` or inside `${…}`: the text would become part of a name. */
  | 'expansion'
  /** In a command whose text another shell reads: `eval …`, `sh -c …`. */
  | 'evaluated';

/** What is open at a position, innermost last. */
type Frame = 'command' | 'doubleQuote' | 'singleQuote' | 'backquote' | 'arithmetic' | 'braces';

const shells = /(^|\/)(sh|bash|dash|zsh|ksh|su)$/;

/** Reads a command piece by piece; `place()` says where the next hole would stand. */
export class ShellLexer {
  private readonly frames: Frame[] = ['command'];
  private inComment = false;
  private sawHereDocument = false;
  private pendingEscape = false;
  private pendingDollar = false;
  /** Words of the simple command so far; the last one is being read. */
  private words: string[] = [''];
  /** Those of the commands around a substitution, innermost last. */
  private readonly outerWords: string[][] = [];

  place(): ShellPlace {
    if (this.sawHereDocument) return 'hereDocument';
    if (this.inComment) return 'comment';
    if (this.pendingEscape) return 'escaped';
    if (this.pendingDollar || this.frames.includes('braces')) return 'expansion';
    if (this.frames.includes('backquote')) return 'backquoted';
    if (this.frames.includes('arithmetic')) return 'arithmetic';
    if (this.isEvaluated()) return 'evaluated';
    const innermost = this.frames.at(-1);
    if (innermost === 'singleQuote') return 'singleQuoted';
    return innermost === 'doubleQuote' ? 'doubleQuoted' : 'bare';
  }

  /** Says that a hole stands here: it is part of the word. */
  skipHole(): void {
    this.addToWord('\0');
  }

  read(text: string): void {
    for (let index = 0; index < text.length;) index += this.step(text, index);
  }

  /** Reads at `index` and returns how many characters that was. */
  private step(text: string, index: number): number {
    const character = text[index] ?? '';
    const rest = text.slice(index);
    const innermost = this.frames.at(-1);
    if (this.inComment) {
      if (character === '\n') this.endCommand();
      return 1;
    }
    if (this.pendingEscape) {
      this.pendingEscape = false;
      this.addToWord(character);
      return 1;
    }
    if (innermost === 'singleQuote') {
      if (character === "'") this.frames.pop();
      else this.addToWord(character);
      return 1;
    }
    if (character === '\\') {
      this.pendingEscape = true;
      this.pendingDollar = false;
      return 1;
    }
    if (this.pendingDollar) {
      this.pendingDollar = false;
      return this.afterDollar(rest);
    }
    if (character === '$') {
      this.pendingDollar = true;
      this.addToWord(character);
      return 1;
    }
    return this.plain(character, rest, innermost);
  }

  private afterDollar(rest: string): number {
    if (rest.startsWith('((')) return this.open('arithmetic', 2);
    if (rest.startsWith('(')) return this.open('command', 1);
    if (rest.startsWith('{')) return this.open('braces', 1);
    return this.step(rest, 0);
  }

  private plain(character: string, rest: string, innermost: Frame | undefined): number {
    if (innermost === 'arithmetic') {
      if (!rest.startsWith('))')) return 1;
      this.frames.pop();
      return 2;
    }
    if (innermost === 'braces' && character === '}') return this.close();
    if (character === '"') return innermost === 'doubleQuote' ? this.close() : this.open('doubleQuote', 1);
    if (character === '`') return innermost === 'backquote' ? this.close() : this.open('backquote', 1);
    if (innermost === 'doubleQuote') {
      this.addToWord(character);
      return 1;
    }
    if (character === "'") return this.open('singleQuote', 1);
    return this.unquoted(character, rest, innermost);
  }

  private unquoted(character: string, rest: string, innermost: Frame | undefined): number {
    if (character === '#' && this.words.at(-1) === '') {
      this.inComment = true;
      return 1;
    }
    if (/^<<(?!<)/.test(rest)) {
      this.sawHereDocument = true;
      return 2;
    }
    if (character === ')' && innermost === 'command' && this.frames.length > 1) return this.close();
    if (character === '(') return this.open('command', 1);
    if (/[\n;&|){}]/.test(character)) this.endCommand();
    else if (/\s/.test(character)) this.endWord();
    else this.addToWord(character);
    return 1;
  }

  private open(frame: Frame, length: number): number {
    this.frames.push(frame);
    if (frame === 'command' || frame === 'backquote') {
      this.outerWords.push(this.words);
      this.words = [''];
    }
    return length;
  }

  private close(): number {
    const frame = this.frames.pop();
    if (frame === 'command' || frame === 'backquote') {
      this.words = this.outerWords.pop() ?? [''];
      this.addToWord('\0');
    }
    return 1;
  }

  private addToWord(character: string): void {
    this.words.push((this.words.pop() ?? '') + character);
  }

  private endWord(): void {
    if (this.words.at(-1) !== '') this.words.push('');
  }

  private endCommand(): void {
    this.inComment = false;
    this.words = [''];
  }

  /** Whether another shell reads the current word as a program: `eval …`, `ssh host …`, the word behind `sh -c`. */
  private isEvaluated(): boolean {
    const [, previous = '', ...before] = [...this.words].reverse();
    if ([previous, ...before].some((word) => word === 'eval' || word === 'ssh')) return true;
    return /^-[a-z]*c$/.test(previous) && before.some((word) => shells.test(word));
  }
}
