/**
 * The header of a resource script: the comment lines behind the shebang. First a description, then tags; a line without
 * a tag goes on with the line above it.
 *
 *     #!/usr/bin/env bash
 *     # Starts PostgreSQL in a container.
 *     # @env IMAGE image to run
 */

/** One tag of the header of a script, such as `@env`. */
export interface ScriptTag {
  readonly name: string;
  /** What stands behind the name, on one line. */
  readonly text: string;
  /** Counted from 1. */
  readonly line: number;
}

/** The comment at the top of a script: its shell, what it does, its tags. */
export interface ScriptHeader {
  readonly shell: 'bash' | 'sh' | undefined;
  readonly summary: string;
  readonly tags: readonly ScriptTag[];
}

const SHEBANG = /^#!\s*(?:\/usr\/bin\/env\s+|\/bin\/|\/usr\/bin\/)(bash|sh)\s*$/;

/** A directive for another tool, which is no description. */
const DIRECTIVE = /^#\s*shellcheck\s/;

/** How many lines the shebang and the comment behind it take; the body begins behind them. */
export function headerLength(lines: readonly string[]): number {
  const end = lines.findIndex((line) => !line.startsWith('#'));
  return end === -1 ? lines.length : end;
}

/** Reads the header of a script. */
export function readHeader(lines: readonly string[]): ScriptHeader {
  const shell = SHEBANG.exec(lines[0] ?? '')?.[1];
  const summary: string[] = [];
  const tags: { name: string; text: string[]; line: number }[] = [];
  const firstComment = lines[0]?.startsWith('#!') === true ? 1 : 0;
  for (let index = firstComment; index < headerLength(lines); index++) {
    const line = lines[index] ?? '';
    if (DIRECTIVE.test(line)) continue;
    const text = line.replace(/^#+/, '').trim();
    const tag = /^@(\S+)\s*(.*)$/.exec(text);
    if (tag?.[1] !== undefined) tags.push({ name: tag[1], text: [tag[2] ?? ''], line: index + 1 });
    else (tags.at(-1)?.text ?? summary).push(text);
  }
  return {
    shell: shell === 'bash' || shell === 'sh' ? shell : undefined,
    summary: oneLine(summary),
    tags: tags.map(({ name, text, line }) => ({ name, text: oneLine(text), line })),
  };
}

function oneLine(lines: readonly string[]): string {
  return lines.join(' ').replace(/\s+/g, ' ').trim();
}
