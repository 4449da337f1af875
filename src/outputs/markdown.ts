/** Markdown for the pages that the build writes. */

/** A table; cells may hold anything but line breaks. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

/** Code in a line, whatever is in it. */
export function code(text: string): string {
  const fence = text.includes('`') ? '``' : '`';
  const space = text.includes('`') ? ' ' : '';
  return `${fence}${space}${text}${space}${fence}`;
}

/** Prose in which nothing is taken for a tag of HTML. */
export function prose(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/[<*_]/g, '\\$&')))
    .join('');
}

/** Groovy in lines of its own. */
export function groovyBlock(text: string): string {
  return ['```groovy', text, '```'].join('\n');
}

/** A page: its parts with a blank line between them. The first says where it comes from. */
export function page(generated: string, parts: readonly string[]): string {
  return `${[`<!-- ${generated} -->`, ...parts.filter((part) => part !== '')].join('\n\n')}\n`;
}
