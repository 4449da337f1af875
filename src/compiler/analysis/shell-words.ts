/**
 * What the words of a simple command say about it: whether a program reads one of them as code, and whether it gives
 * the shell new arguments. A word holds `\0` and `$` for what is only known when the command runs.
 */

/** Reserved words, and commands that run the command behind them. */
const prefixes = [
  'if',
  'then',
  'else',
  'elif',
  'do',
  'while',
  'until',
  '!',
  'time',
  '{',
  '}',
  'command',
  'builtin',
  'exec',
];

/** Whether the next word is still the name of the command: `if`, `A=1`, `command`. */
export function isCommandPrefix(word: string): boolean {
  return prefixes.includes(word) || /^[A-Za-z_]\w*\+?=/.test(word);
}

/** Builtins of the shell that read their arguments as commands, as names of variables, or as a file of commands. */
const evaluatingBuiltins = ['trap', 'alias', 'source', '.', 'let'];
/** Programs that do so wherever they stand, because others run them: `sudo ssh`, `timeout 5 ssh`. */
const evaluatingPrograms = ['eval', 'ssh'];

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
  {
    name: /^sudo$/,
    option: /^-[A-Za-z]*[si]|^--(shell|login)$/,
    withArgument: /^-[A-Za-z]*[ughpCrtTUDR]$/,
    takesRest: true,
  },
  { name: /^env$/, option: /^-[A-Za-z0-9]*S|^--split-string/, withArgument: /^-[uC]$/, takesRest: true },
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
  const command = words.findIndex((each) => !isCommandPrefix(each));
  if (command === -1) return false;
  if (evaluatingBuiltins.includes(words[command] ?? '')) return true;
  const names = words.map(programName);
  if (names.some((name) => evaluatingPrograms.includes(name))) return true;
  return names.some((name, index) => {
    const isCommand = index === command;
    const others = [...words.slice(index + 1), word];
    return interpreters.some((each) => mayBe(each, name, isCommand) && isCode(each, others, isCommand));
  });
}

/** `/bin/sh` and `--entrypoint=sh` name the same program as `sh`. */
function programName(word: string): string {
  return (
    word
      .replace(/^--?[\w-]+=/, '')
      .split('/')
      .at(-1) ?? word
  );
}

/** A value in the place of the command may name any interpreter that takes `-c`. */
function mayBe({ name, option, takesRest }: Interpreter, program: string, isCommand: boolean): boolean {
  if (name.test(program)) return true;
  return isCommand && program.startsWith('\0') && takesRest !== true && option.test('-c');
}

/**
 * Whether the last of these words behind the name of an interpreter is code, or may be.
 * @param isCommand the interpreter is the command itself, so that a word without an option is the file of its program;
 *   elsewhere it may be the argument of another one: `docker run --entrypoint sh image -c …`
 */
function isCode(
  { option, withArgument, takesRest }: Interpreter,
  words: readonly string[],
  isCommand: boolean,
): boolean {
  let codeFollows = false;
  for (const [index, word] of words.slice(0, -1).entries()) {
    const previous = words[index - 1] ?? '';
    const isArgument = withArgument.test(previous) && (!option.test(previous) || /[oO]$/.test(previous));
    if (option.test(word)) {
      if (takesRest === true) return true;
      codeFollows = true;
    } else if (/^[-+$\0]/.test(word) || isArgument) {
      continue;
    } else if (codeFollows) {
      codeFollows = false;
    } else if (isCommand) {
      return false;
    }
  }
  return codeFollows || option.test(words.at(-1) ?? '');
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
