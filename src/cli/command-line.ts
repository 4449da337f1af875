/** The commands and their options. A command is loaded when it is asked for, so that `--help` costs next to nothing. */
import { Command, CommanderError, Option } from 'commander';
import { UnusableInput } from '../diagnostics/unusable-input';
import type { BuildCommandOptions } from './build';
import type { ExplainOptions } from './explain';
import type { RunOptions } from './run';
import type { RealRunOptions } from './run-real';
import type { ExitCode, Surroundings } from './surroundings';
import { version } from './version';
import type { WatchOptions } from './watch';

const description =
  'A Jenkins shared library written in TypeScript: builds it, and runs pipelines without Jenkins.';

const examples = {
  main: `
Examples:
  gig-ci build                                   write groovy-out/ from vars/ and resources/
  gig-ci run examples/gig-route/Jenkinsfile      run a pipeline in Node and on the Pipeline engine
  gig-ci check                                   check the calls in the Jenkinsfiles of this folder
  gig-ci describe gigTrivyScan                   what a global variable takes and does
  gig-ci where gigPush.groovy:37                 the line of TypeScript that a line of Groovy comes from

Exit codes: 0 done, 1 the run or the check failed, 2 unusable input (a missing file, a wrong
scenario, sources that do not compile).`,
  build: `
Examples:
  gig-ci build                              write what has changed to groovy-out/
  gig-ci build --watch                      build again whenever a source changes
  gig-ci build --check                      fail when groovy-out/ is stale, for continuous integration
  gig-ci build --json                       the same as data: files, diagnostics, milliseconds
  gig-ci build --explain gigPush.publish    why a function is CPS code, what it captures, where its Groovy is`,
  run: `
Examples:
  gig-ci run Jenkinsfile                              with scenario.json beside it
  gig-ci run Jenkinsfile --scenario aborted.json      with other surroundings: failing commands, an abort, a pull request
  gig-ci run Jenkinsfile --world direct               in Node alone, without Java
  gig-ci run Jenkinsfile --json > run.json            the run record: every step with arguments, times and outcome
  gig-ci run Jenkinsfile --real                       for real, on this machine: builds, tests, scans, and publishes
  gig-ci run Jenkinsfile --real --credentials ~/.gig-ci.json --keep-workspace

Ctrl-C aborts a real run as Jenkins does, with all its cleaning up; a second one ends it at once.`,
  check: `
Examples:
  gig-ci check                                  Jenkinsfile, **/Jenkinsfile* and **/*.jenkinsfile
  gig-ci check ci/Jenkinsfile --verbose         say, too, what only a run can tell
  gig-ci check --library ../ci-library          against the built library of another folder
  gig-ci check --fix                            correct names that are one or two letters off
  gig-ci check --format sarif > check.sarif     for GitHub, GitLab and Jenkins; checkstyle, json

Exit codes: 0 no problems (warnings may be there), 1 a call is wrong, 2 unusable input: no Jenkinsfile
at all, a file that does not exist or is no Groovy, a library that was not built.`,
  describe: `
Examples:
  gig-ci describe                         every global variable of the library, a line each
  gig-ci describe gigTrivyScan            its parameters, their defaults, examples
  gig-ci describe gigTrivyScan --json     its definition as data`,
  where: `
Examples:
  gig-ci where gigPush.groovy:37          vars/gigPush.ts:52:3
  gig-ci where < console.txt              the log of a build, with the line of TypeScript behind each place`,
};

/**
 * Carries out one command.
 * @param words the arguments after the name of the program
 * @returns the exit code; problems have been printed, nothing is thrown
 */
export async function runCommandLine(
  words: readonly string[],
  surroundings: Surroundings,
): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const program = declareCommands(surroundings, (code) => (exitCode = code));
  try {
    await program.parseAsync(words, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) {
      return error.exitCode === 0 ? 0 : 2;
    }
    const { reportProblem } = await import('./problems.js');
    return reportProblem(error, surroundings);
  }
}

function declareCommands(surroundings: Surroundings, done: (exitCode: ExitCode) => void): Command {
  const program = new Command('gig-ci')
    .description(description)
    .version(version())
    .addHelpText('after', examples.main)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => surroundings.output.write(text),
      writeErr: (text) => surroundings.errors.write(text),
    })
    .showHelpAfterError(helpHint('gig-ci'));
  const project = (start: string): Option =>
    new Option('--project <folder>', `folder that holds vars/ (found upwards from ${start})`);

  program
    .command('build')
    .showHelpAfterError(helpHint('gig-ci build'))
    .description('compiles vars/ and resources/ into the shared library groovy-out/')
    .addOption(project('here'))
    .option('--check', 'write nothing; fail with a short diff when groovy-out/ is stale')
    .addOption(
      new Option('--watch', 'build again whenever a source changes, until Ctrl-C').conflicts('check'),
    )
    .option('--json', 'print the outcome as JSON; with --watch one line a build')
    .addOption(explainOption())
    .addHelpText('after', examples.build)
    .action(async (options: BuildWords) => {
      if (options.explain !== undefined) {
        const { explain } = await import('./explain.js');
        done(explain(options.explain, options, surroundings));
        return;
      }
      if (options.watch === true) {
        const { watch } = await import('./watch.js');
        done(await watch(options, surroundings));
        return;
      }
      const { build } = await import('./build.js');
      done(build(options, surroundings));
    });

  program
    .command('run')
    .showHelpAfterError(helpHint('gig-ci run'))
    .description('runs a Jenkinsfile against a scenario and prints what happened')
    .argument('<jenkinsfile>', 'the Jenkinsfile')
    .option('--scenario <file>', 'what surrounds the run (scenario.json beside the Jenkinsfile)')
    .addOption(
      new Option('--world <world>', 'where to run it (both, where Java and Maven are there)').choices([
        'direct',
        'engine',
        'both',
      ]),
    )
    .addOption(project('the Jenkinsfile or from here'))
    .option('--log', 'print what the pipeline prints, too')
    .option('--json', 'print the run record of each world and their first difference as JSON')
    .option('--real', 'simulate nothing: run every command on this machine, as a Jenkins agent would')
    .option('--workspace <folder>', 'with --real: where the repository is checked out')
    .option('--credentials <file>', 'with --real: JSON file of credentials (the variable GIG_CREDENTIALS)')
    .option('--keep-workspace', 'with --real: leave the files of the workspace')
    .addHelpText('after', examples.run)
    .action(
      async (jenkinsfile: string, options: RunOptions & RealRunOptions & { readonly real?: boolean }) => {
        if (options.real === true) {
          const { runReal } = await import('./run-real.js');
          done(await runReal(jenkinsfile, options, surroundings));
          return;
        }
        refuseWithoutReal(options);
        const { run } = await import('./run.js');
        done(await run(jenkinsfile, options, surroundings));
      },
    );

  program
    .command('check')
    .showHelpAfterError(helpHint('gig-ci check'))
    .description('checks the calls of the library in Jenkinsfiles, without running them')
    .argument('[files...]', 'Jenkinsfiles, or folders with some; none: this folder')
    .addOption(
      new Option('--format <format>', 'print for a program').choices(['json', 'sarif', 'checkstyle']),
    )
    .option('--fix', 'write the corrections that are safe: of names that can only mean one thing')
    .option('--verbose', 'say what could not be checked, too')
    .addOption(libraryOption())
    .addHelpText('after', examples.check)
    .action(async (files: string[], options: CheckWords) => {
      const { check } = await import('./check.js');
      done(check(files, options, surroundings));
    });

  program
    .command('describe')
    .showHelpAfterError(helpHint('gig-ci describe'))
    .description('says what a global variable takes and does; without a name it lists all')
    .argument('[name]', 'the global variable')
    .addOption(libraryOption())
    .option('--json', 'print the definition as JSON')
    .addHelpText('after', examples.describe)
    .action(async (name: string | undefined, options: { library?: string; json?: boolean }) => {
      const { describe } = await import('./describe.js');
      done(describe(name, options, surroundings));
    });

  program
    .command('where')
    .showHelpAfterError(helpHint('gig-ci where'))
    .description('names the line of TypeScript that a line of generated Groovy comes from')
    .argument('[places...]', 'places as Jenkins prints them; none: a log is read from standard input')
    .addOption(project('here'))
    .option('--json', 'print what was found as JSON')
    .addHelpText('after', examples.where)
    .action(async (places: string[], options: { project?: string; json?: boolean }) => {
      const { where } = await import('./where.js');
      done(await where(places, options, surroundings));
    });

  return program;
}

/** An option that only a real run has must not be ignored by a simulated one. */
function refuseWithoutReal({ workspace, credentials, keepWorkspace }: RealRunOptions): void {
  const given = [
    ...(workspace === undefined ? [] : ['--workspace']),
    ...(credentials === undefined ? [] : ['--credentials']),
    ...(keepWorkspace === undefined ? [] : ['--keep-workspace']),
  ];
  if (given.length === 0) return;
  const reason = 'means something only for a run on this machine';
  throw new UnusableInput(given.map((place) => ({ place, reason, remedy: 'Add --real, or leave it out.' })));
}

type BuildWords = BuildCommandOptions &
  WatchOptions &
  ExplainOptions & { readonly watch?: boolean; readonly explain?: string };

interface CheckWords {
  format?: 'json' | 'sarif' | 'checkstyle';
  fix?: boolean;
  verbose?: boolean;
  library?: string;
}

function libraryOption(): Option {
  return new Option(
    '--library <folder>',
    'folder of the built library (found upwards from here, else the one of gig-ci)',
  );
}

function explainOption(): Option {
  const does = 'write nothing; print what a function became, and why: colour, captures, helpers, Groovy';
  return new Option('--explain <function>', does).conflicts(['check', 'watch']);
}

function helpHint(command: string): string {
  return `(${command} --help shows what is possible)`;
}
