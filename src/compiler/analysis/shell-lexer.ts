/**
 * Where in a shell command a position stands. Just enough of POSIX quoting to decide whether a value may stand there as
 * `"${GIG_X-}"`: bare, or inside double quotes.
 */
import { isCommandPrefix, isEvaluated, replacesArguments } from './shell-words';

/** How the shell would read a value that is put there; it may stand in the first two places only. */
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
  /** In a command whose text another program reads as code: `eval …`, `sh -c …`. */
  | 'evaluated'
  /** Behind what this lexer does not follow: `case` inside parentheses, and `$'…'`, which shells read differently. */
  | 'unreadable';

/** What is open at a position, innermost last. */
type Frame =
  | 'script'
  /** `$(…)`, `<(…)`: its result is part of the word around it. */
  | 'substitution'
  /** `( … )`, a command of its own. */
  | 'subshell'
  | 'doubleQuote'
  | 'singleQuote'
  | 'backquote'
  | 'arithmetic'
  /** Parentheses inside `$((…))`. */
  | 'group'
  /** `${…}`, and the same inside double quotes, where `'` is an ordinary character. */
  | 'braces'
  | 'quotedBraces';

/** Words of a simple command. */
interface Command {
  readonly words: string[];
  /** The word that is being read; none between words. */
  word: string | undefined;
  /** The next word is the file of a redirection, which is no word of the command. */
  redirecting: boolean;
}

/** Stands in a word for what is only known when the command runs. */
const UNKNOWN = '\0';

/** Reads a command piece by piece; `place()` says where the next hole would stand. */
export class ShellLexer {
  private readonly frames: Frame[] = ['script'];
  /** The commands around a substitution, the innermost last. */
  private readonly commands: Command[] = [newCommand()];
  private inComment = false;
  private sawHereDocument = false;
  private sawUnreadable = false;
  private pendingEscape = false;
  private pendingDollar = false;
  private quoteBeganWord = false;
  private sawFunction = false;
  private sawNewArguments = false;

  place(): ShellPlace {
    if (this.sawHereDocument) return 'hereDocument';
    if (this.sawUnreadable) return 'unreadable';
    if (this.inComment) return 'comment';
    if (this.pendingEscape) return 'escaped';
    if (this.pendingDollar || this.isInside('braces') || this.isInside('quotedBraces')) return 'expansion';
    if (this.isInside('backquote')) return 'backquoted';
    if (this.isInside('arithmetic')) return 'arithmetic';
    if (this.commands.some(({ words, word }) => isEvaluated(words, word ?? ''))) return 'evaluated';
    if (this.innermost === 'singleQuote') return 'singleQuoted';
    return this.innermost === 'doubleQuote' ? 'doubleQuoted' : 'bare';
  }

  /** Whether the next hole would begin a word that is an argument: nothing but its quote stands before it. */
  beginsArgument(): boolean {
    const { word, redirecting } = this.command;
    if (redirecting) return false;
    return this.innermost === 'doubleQuote' ? word === '' && this.quoteBeganWord : word === undefined;
  }

  /** Whether `"$@"` is something else in a part of what was read: `set -- …`, `shift`, the body of a function. */
  changesArguments(): boolean {
    return this.sawFunction || this.sawNewArguments || replacesArguments(this.command.words);
  }

  /** Says that a hole stands here: it is part of the word. */
  skipHole(): void {
    this.addToWord(UNKNOWN);
  }

  read(text: string): void {
    for (let index = 0; index < text.length;) index += this.step(text[index] ?? '', text.slice(index));
  }

  private get innermost(): Frame {
    return this.frames.at(-1) ?? 'script';
  }

  private get command(): Command {
    return this.commands.at(-1) ?? newCommand();
  }

  private isInside(frame: Frame): boolean {
    return this.frames.includes(frame);
  }

  /** Reads at the beginning of `rest` and returns how many characters that was. */
  private step(character: string, rest: string): number {
    if (this.inComment) {
      if (character === '\n') this.endCommand();
      return 1;
    }
    if (this.pendingEscape) {
      this.pendingEscape = false;
      // An escaped end of line is nothing at all.
      if (character !== '\n') this.addToWord(character);
      return 1;
    }
    if (this.innermost === 'singleQuote') {
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
      return this.afterDollar(character, rest);
    }
    if (character === '$') {
      this.pendingDollar = true;
      this.addToWord(character);
      return 1;
    }
    return this.plain(character, rest);
  }

  private afterDollar(character: string, rest: string): number {
    const isQuoted = this.innermost === 'doubleQuote' || this.innermost === 'quotedBraces';
    if (rest.startsWith('((')) return this.open('arithmetic', 2);
    if (character === '(') return this.open('substitution', 1);
    if (character === '{') return this.open(isQuoted ? 'quotedBraces' : 'braces', 1);
    if (character === "'" && !isQuoted) this.sawUnreadable = true;
    return this.step(character, rest);
  }

  private plain(character: string, rest: string): number {
    const { innermost } = this;
    if (innermost === 'arithmetic' || innermost === 'group') return this.arithmetic(character, rest);
    const isInBraces = innermost === 'braces' || innermost === 'quotedBraces';
    if (isInBraces && character === '}') return this.close();
    if (character === '"') return innermost === 'doubleQuote' ? this.close() : this.openQuote('doubleQuote');
    if (character === '`') return innermost === 'backquote' ? this.close() : this.open('backquote', 1);
    if (character === "'" && innermost !== 'doubleQuote' && innermost !== 'quotedBraces')
      return this.openQuote('singleQuote');
    if (innermost !== 'doubleQuote' && !isInBraces) return this.unquoted(character, rest);
    this.addToWord(character);
    return 1;
  }

  private arithmetic(character: string, rest: string): number {
    if (character === '(') return this.open('group', 1);
    if (this.innermost === 'group') return character === ')' ? this.close() : 1;
    if (!rest.startsWith('))')) return 1;
    this.close();
    return 2;
  }

  private unquoted(character: string, rest: string): number {
    const { word } = this.command;
    if (character === '#' && word === undefined) {
      this.inComment = true;
      return 1;
    }
    if (/^<<(?!<)/.test(rest)) {
      this.sawHereDocument = true;
      return 2;
    }
    const [definition] = /^\([ \t]*\)/.exec(rest) ?? [];
    if (definition !== undefined) {
      this.sawFunction = true;
      this.endCommand();
      return definition.length;
    }
    if (/^[<>]\(/.test(rest)) return this.open('substitution', 2);
    const [redirection] = /^(?:&>>?|<<<|<>|>>|[<>][&|]?)/.exec(rest) ?? [];
    if (redirection !== undefined) return this.redirect(redirection);
    if (rest.startsWith('((') && word === undefined) return this.open('arithmetic', 2);
    if (character === '(') return this.open(word === undefined ? 'subshell' : 'substitution', 1);
    if (character === ')' && (this.innermost === 'substitution' || this.innermost === 'subshell'))
      return this.close();
    if (/[\n;&|)]/.test(character)) this.endCommand();
    else if (/\s/.test(character)) this.endWord();
    else this.addToWord(character);
    return 1;
  }

  /** `> file`, `2>&1`: neither the number before it nor the word behind it is a word of the command. */
  private redirect(operator: string): number {
    const { command } = this;
    if (/^\d+$/.test(command.word ?? '')) command.word = undefined;
    this.endWord();
    command.redirecting = true;
    return operator.length;
  }

  private openQuote(frame: 'doubleQuote' | 'singleQuote'): number {
    this.quoteBeganWord = this.command.word === undefined;
    this.command.word ??= '';
    return this.open(frame, 1);
  }

  private open(frame: Frame, length: number): number {
    this.frames.push(frame);
    if (hasCommands(frame)) this.commands.push(newCommand());
    return length;
  }

  private close(): number {
    const frame = this.frames.pop();
    if (frame === undefined || !hasCommands(frame)) return 1;
    this.endCommand();
    this.commands.pop();
    // Behind `( … )` stands no further word: the branch of a `case`, a redirection or a new command.
    if (frame === 'subshell') this.endCommand();
    else this.addToWord(UNKNOWN);
    return 1;
  }

  private addToWord(text: string): void {
    this.command.word = (this.command.word ?? '') + text;
  }

  private endWord(): void {
    const { command } = this;
    if (command.word === undefined) return;
    if (!command.redirecting) this.addWord(command.word);
    command.redirecting = false;
    command.word = undefined;
  }

  private addWord(word: string): void {
    const { words } = this.command;
    if (words.every(isCommandPrefix)) {
      // The `)` of its branches would be read as the end of what it stands in.
      if (word === 'case' && this.commands.length > 1) this.sawUnreadable = true;
      if (word === 'function') this.sawFunction = true;
    }
    words.push(word);
  }

  private endCommand(): void {
    this.endWord();
    this.inComment = false;
    this.sawNewArguments ||= replacesArguments(this.command.words);
    this.command.words.length = 0;
    this.command.redirecting = false;
  }
}

function newCommand(): Command {
  return { words: [], word: undefined, redirecting: false };
}

function hasCommands(frame: Frame): boolean {
  return frame === 'substitution' || frame === 'subshell' || frame === 'backquote';
}
