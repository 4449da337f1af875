/** Pieces of Markdown. */

/** A fenced block. */
export function codeBlock(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}

/** Text between backticks, whatever it contains. */
export function code(text: string): string {
  const fence = text.includes('`') ? '``' : '`';
  const padding = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${padding}${text.replaceAll('\n', ' ')}${padding}${fence}`;
}

/** The link to the entry of a code in the list of diagnostics. */
export function diagnosticLink(code: string): string {
  return code.startsWith('GIG') ? `[${code}](diagnostics.md#${code.toLowerCase()})` : code;
}

/** What a generated page begins with. */
export function generatedPage(title: string, source: string, ...paragraphs: readonly string[]): string {
  return [
    `<!-- Generated from ${source} by \`npm run docs\`. -->`,
    '',
    `# ${title}`,
    '',
    paragraphs.join('\n\n'),
    '',
  ].join('\n');
}
