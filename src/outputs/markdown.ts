/** Pieces of Markdown. */

/** A table; cells may hold anything but line breaks. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

/** Text between backticks, whatever it contains. */
export function code(text: string): string {
  const fence = text.includes('`') ? '``' : '`';
  const padding = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${padding}${text.replaceAll('\n', ' ')}${padding}${fence}`;
}

/** A fenced block. */
export function codeBlock(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}

/** Prose in which nothing is taken for a tag of HTML. */
export function prose(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/[<*_]/g, '\\$&')))
    .join('');
}

/** A page: its parts with a blank line between them. The first says where it comes from. */
export function page(generated: string, parts: readonly string[]): string {
  return `${[`<!-- ${generated} -->`, ...parts.filter((part) => part !== '')].join('\n\n')}\n`;
}
