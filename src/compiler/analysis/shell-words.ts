/**
 * What the words of a simple command say about it: whether a program reads one of them as code, and whether it gives
 * the shell new arguments. A word holds `\0` and `$` for what is only known when the command runs.
 */

/** Reserved words, and commands that run the command behind them. */
const prefixes = ['if', 'then', 'else', 'elif', 'do', 'while', 'until', '!', 'time', '{', '}', 'command', 'builtin', 'exec'];

/** Whether the next word is still the name of the command: `if`, `A=1`, `command`. */
export function isCommandPrefix(word: string): boolean {
  return prefixes.includes(word) || /^[A-Za-z_]\w*\+?=/.test(word);
}

/** Builtins of the shell that read their arguments as commands, as names of variables, or as a file of commands. */
const evaluatingBuiltins = ['trap', 'alias', 'source', '.', 'let'];
/** Programs that do so wherever they stand, because others run them: `sudo ssh`, `timeout 5 ssh`. */
const evaluatingPrograms = ['eval', 'ssh', 'watch'];

/** A program that takes code behind an option. */
interface Interpreter {
  readonly name: RegExp;
  /** The option that says so; the code may be part of the same word. */
  readonly option: RegExp;
  /** Options whose next word is their argument. A word that is neither an option nor such an argument ends the options. */
  readonly withArgument: RegExp;
  /** Everything behind the option is code, not the next word alone. */
  readonly takesRest?: true;
}

const interpreters: readonly Interpreter[] = [
  {
    name: /^(r?bash|sh|ash|dash|zsh|[mp]d?ksh|ksh\d*|t?csh|fish|\$\{?(SHELL|BASH|0)\b.*)$/,
    option: /^-[A-Za-z]*c|^--command/,
    withArgument: /^([-+][A-Za-z]*[oO]|--rcfile|--init-file)$/,
  },
  { name: /^(su|runuser|script|flock)$/, option: /^-[A-Za-z]*c|^--command/, withArgument: /^/ },
  { name: /^sudo$/, option: /^-[A-Za-z]*[si]|^--(shell|login)$/, withArgument: /^-[A-Za-z]*[ughpCrtTUDR]$/, takesRest: true },
  { name: /^env$/, option: /^-[A-Za-z0-9]*S|^--split-string/, withArgument: /^(-u|-C|\w+=.*)$/, takesRest: true },
  { name: /^(pwsh|powershell)(\.exe)?$/, option: /^-[A-Za-z]*[cC]/, withArgument: /^-/, takesRest: true },
  { name: /^(python|pypy)[\d.]*$/, option: /^-[A-Za-z]*c/, withArgument: /^-/ },
  { name: /^(perl|ruby|lua|Rscript|osascript)[\d.]*$/, option: /^-[^-]*[eE]/, withArgument: /^-/ },
  { name: /^(node|nodejs|bun|deno)$/, option: /^(-[a-z]*[ep]|--(eval|print)|eval$)/, withArgument: /^-/ },
  { name: /^php[\d.]*$/, option: /^-[A-Za-z]*[rBER]/, withArgument: /^-/ },
];

/**
 * Whether a program reads a word as code.
 * @param words the words of the command before it
 * @param word what of the word itself was read
 */
export function isEvaluated(words: readonly string[], word: string): boolean {
  const names = words.map((each) => each.split('/').at(-1) ?? each);
  const command = words.findIndex((each) => !isCommandPrefix(each));
  if (command === -1) return false;
  if (evaluatingBuiltins.includes(words[command] ?? '')) return true;
  if (names.some((name) => evaluatingPrograms.includes(name))) return true;
  return names.some((name, index) => {
    const others = [...words.slice(index + 1), word];
    // A value may name any interpreter.
    const isAny = index === command && name.startsWith('\0');
    return interpreters.some((each) => (isAny || each.name.test(name)) && isCode(each, others));
  });
}

/** Whether the last of these words behind the name of an interpreter is code, or may be. */
function isCode({ option, withArgument, takesRest }: Interpreter, words: readonly string[]): boolean {
  let codeFollows = false;
  for (const [index, word] of words.entries()) {
    const isLast = index === words.length - 1;
    const isUnknown = /^[$\0]/.test(word);
    const isOption = /^[-+]/.test(word) || option.test(word);
    if (option.test(word)) {
      if (takesRest === true || isLast) return true;
      codeFollows = true;
    } else if (isLast) {
      return codeFollows;
    } else if (!isOption && !isUnknown && !withArgument.test(words[index - 1] ?? '')) {
      // The code itself, or the file of the program: what follows are its arguments.
      return false;
    }
  }
  return false;
}

/** `set -- a b`, `set a` and `shift`, but not `set -eu`. */
export function replacesArguments(words: readonly string[]): boolean {
  const [name, ...others] = words.slice(words.findIndex((word) => !isCommandPrefix(word)));
  if (name === 'shift') return true;
  if (name !== 'set') return false;
  return others.some(
    (word, index) => !/^[-+][A-Za-z]+$/.test(word) && !/^[-+][A-Za-z]*o$/.test(others[index - 1] ?? ''),
  );
}
