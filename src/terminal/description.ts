/** The help of a global variable, as the command line shows it. */
import type { Style } from './style';

/** @param help paragraphs; a line about a parameter begins with `- name (type, …):` */
export function descriptionLines(name: string, help: string, style: Style): string[] {
  const lines = help.trimEnd().split('\n');
  return [style.bold(name), '', ...lines.map((line) => coloured(line, style))];
}

function coloured(line: string, { cyan, dim, bold }: Style): string {
  const [, path, facts, rest] = /^- (\S+) (\(.*?\)): (.*)$/.exec(line) ?? [];
  if (path !== undefined && facts !== undefined && rest !== undefined) {
    return `- ${cyan(path)} ${dim(facts)}: ${rest}`;
  }
  return /^\w+:$/.test(line) ? bold(line) : line;
}

/** One line for each global variable. */
export function listingLines(
  variables: readonly { readonly name: string; readonly summary: string }[],
  style: Style,
): string[] {
  const width = Math.max(...variables.map(({ name }) => name.length));
  return variables.map(({ name, summary }) => `${style.cyan(name.padEnd(width))}  ${firstSentence(summary)}`);
}

function firstSentence(text: string): string {
  return /^.*?[.!?](?= |$)/.exec(text)?.[0] ?? text;
}
