/** What the generated pages of docs/ have in common. */

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
