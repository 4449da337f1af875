/** What makes a command impossible to carry out, apart from the diagnostics of `vars/`: a wrong scenario, a missing file. */
export interface InputProblem {
  /** A path, with what in it where that helps: `scenario.json: commands[2].exit`. */
  readonly place: string;
  readonly reason: string;
  /** What to do about it. */
  readonly remedy: string;
}

/** Thrown once for all problems of the input that were found. The command line prints them and ends with exit code 2. */
export class UnusableInput extends Error {
  override readonly name = 'UnusableInput';

  constructor(readonly problems: readonly InputProblem[]) {
    super(problems.map(({ place, reason }) => `${place}: ${reason}`).join('\n'));
  }
}
