/** How problems are shown. */

/** The message for a call of the global variable `name` with these problems, in the form of the check that every call runs first. */
export function problemList(name: string, problems: readonly string[]): string {
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  return [`${name}: ${count}`, ...problems.map((problem) => `  ${problem}`)].join('\n');
}

/** The message for what a script answers as `problem`: the step, the cause, and below it what to do. */
export function failureMessage(step: string, problem: readonly string[]): string {
  return `${step}: ${problem.join('\n')}`;
}
