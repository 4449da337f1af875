/** What is wrong with a scenario. */

/** One thing that is wrong with a scenario. */
export interface ScenarioProblem {
  /** Where: `commands[0].exit`; empty for the whole file. */
  readonly path: string;
  /** What, as the rest of a sentence that begins with the path. */
  readonly message: string;
  /** What to do about it, where the description of scenarios is no help. */
  readonly remedy?: string;
}

/** A scenario that cannot be used, with all its problems. */
export class ScenarioError extends Error {
  constructor(
    /** Name of the file, or another name for where the scenario comes from. */
    readonly file: string,
    readonly problems: readonly ScenarioProblem[],
  ) {
    super(describe(file, problems));
    this.name = 'ScenarioError';
  }
}

function describe(file: string, problems: readonly ScenarioProblem[]): string {
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  const width = Math.max(24, ...problems.map(({ path }) => path.length + 2));
  return [
    `${file}: ${count}`,
    ...problems.map(({ path, message }) => `  ${path.padEnd(width)}${message}`),
  ].join('\n');
}
