/** Declarations for a program that a test makes: those that it names, and no others, because unused ones are refused. */

/** The declarations of a table that a text names, with those that they name. */
export function usedIn(text: string, table: { readonly [name: string]: string }): readonly string[] {
  const used = new Set<string>();
  const visit = (source: string): void => {
    for (const [name, declaration] of Object.entries(table)) {
      if (used.has(declaration) || !new RegExp(`\\b${name}\\b`).test(source)) continue;
      used.add(declaration);
      visit(declaration);
    }
  };
  visit(text);
  return [...used];
}
