/** `gig-ci check`: the calls in Jenkinsfiles against what the library takes. */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { checkFile, type CheckedFile } from '../check';
import { readFiles } from '../check/files';
import type { FileReport } from '../check/findings';
import { corrected } from '../check/fix';
import { FORMATS } from '../check/formats';
import type { CheckedLibrary } from '../check/library';
import { exitCodeOf, type CheckReport } from '../check/report';
import { UnusableInput } from '../diagnostics/unusable-input';
import { checkReportLines } from '../terminal/check-report';
import { problemLines } from '../terminal/problems';
import { Terminal } from '../terminal/terminal';
import { openLibraryFor } from './library';
import type { ExitCode, Surroundings } from './surroundings';
import { version } from './version';

/** The options of `gig-ci check`, as the command line gives them. */
export interface CheckOptions {
  readonly format?: string;
  readonly fix?: boolean;
  readonly verbose?: boolean;
  readonly library?: string;
}

/** @throws UnusableInput when there is no library to check against, with the files that cannot be read */
export function check(
  named: readonly string[],
  { format, fix = false, verbose = false, library: explicit }: CheckOptions,
  { folder, output, errors, environment }: Surroundings,
): ExitCode {
  const { files, problems } = readFiles(folder, named);
  const { shown, outcomes } = withProblems(problems, () => {
    const opened = openLibraryFor(folder, explicit);
    return { ...opened, outcomes: files.map((file) => checkAndFix(folder, file, opened.library, fix)) };
  });
  const report: CheckReport = {
    files: outcomes.map((outcome) => outcome.report),
    unreadable: problems,
    fixed: outcomes.reduce((sum, outcome) => sum + outcome.fixed, 0),
    library: shown,
    version: version(),
  };
  const write = format === undefined ? undefined : FORMATS[format];
  if (write !== undefined) output.write(write(report));
  else {
    const terminal = new Terminal(output, environment);
    terminal.print(...checkReportLines(report, verbose, terminal.style));
  }
  if (problems.length > 0) {
    const terminal = new Terminal(errors, environment);
    terminal.print(...problemLines(problems, terminal.style));
  }
  return exitCodeOf(report);
}

/** What is left after the corrections is what is reported. */
function checkAndFix(
  folder: string,
  file: CheckedFile,
  library: CheckedLibrary,
  fix: boolean,
): { readonly report: FileReport; readonly fixed: number } {
  const outcome = fix ? corrected(file, library) : { text: file.text, fixed: 0 };
  if (outcome.fixed > 0) writeFileSync(resolve(folder, file.path), outcome.text);
  return { report: checkFile({ ...file, text: outcome.text }, library), fixed: outcome.fixed };
}

/** What is wrong with the library is said together with what is wrong with the files. */
function withProblems<Result>(problems: CheckReport['unreadable'], open: () => Result): Result {
  try {
    return open();
  } catch (error) {
    if (error instanceof UnusableInput) throw new UnusableInput([...problems, ...error.problems]);
    throw error;
  }
}
