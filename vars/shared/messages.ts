/** How problems are shown. */

/** The message for a call of the global variable `name` with these problems, in the form of the check that every call runs first. */
export function problemList(name: string, problems: readonly string[]): string {
  return [
    `${name}: ${counted(problems.length, 'problem')}`,
    ...problems.map((problem) => `  ${problem}`),
  ].join('\n');
}

/** The message for what a script answers as `problem`: the step, the cause, and below it what to do. */
export function failureMessage(step: string, problem: readonly string[]): string {
  return `${step}: ${problem.join('\n')}`;
}

/** So many of something: `1 file`, `2 files`. */
export function counted(count: number, one: string): string {
  return count === 1 ? `1 ${one}` : `${count} ${one}s`;
}

/** The message before the first stage for everything that a build needs and has not. */
export function missingMessage(missing: readonly string[]): string {
  return `Not everything that this build needs is there:\n  ${missing.join('\n  ')}`;
}
