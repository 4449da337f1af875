/** How several problems of one call are shown. */

/** The message for a call of the global variable `name` with these problems, in the form of the check that every call runs first. */
export function problemList(name: string, problems: readonly string[]): string {
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  return [`${name}: ${count}`, ...problems.map((problem) => `  ${problem}`)].join('\n');
}
