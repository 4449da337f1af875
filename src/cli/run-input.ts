/** What `gig-ci run` was asked for, checked. */
import { relative, resolve } from 'node:path';
import { UnusableInput, type InputProblem } from '../diagnostics/unusable-input';
import type { Places } from '../terminal/summary';
import type { RunRequest } from '../testing/run';
import {
  inputProblems,
  missingFile,
  onlyInJenkins,
  readScenarioOf,
  scenarioPath,
} from '../testing/run-input';
import { findProject } from './project-folder';

interface RunArguments {
  readonly jenkinsfile: string;
  readonly scenario?: string;
  readonly world?: string;
  readonly project?: string;
}

/**
 * Finds the project and reads the scenario. Paths are those of this process: relative to its working directory.
 * @param folder the working directory of the command
 * @param scenarios whether a `scenario.json` beside the Jenkinsfile is read, too
 * @throws UnusableInput with all that is wrong
 */
export function readRunInput(
  given: RunArguments,
  folder: string,
  scenarios: 'named scenario only' | 'scenario beside the Jenkinsfile' = 'scenario beside the Jenkinsfile',
): Pick<RunRequest, 'projectFolder' | 'jenkinsfile' | 'scenario'> & { readonly places: Places } {
  const shown = (path: string) => relative(process.cwd(), resolve(folder, path));
  const problems: InputProblem[] = [];
  const jenkinsfile = shown(given.jenkinsfile);
  const named = given.scenario === undefined ? undefined : shown(given.scenario);
  const missing = missingFile(jenkinsfile);
  if (missing !== undefined) {
    problems.push({ place: given.jenkinsfile, reason: missing, remedy: 'Give the path of a Jenkinsfile.' });
  }
  const refused = missing === undefined ? onlyInJenkins(jenkinsfile) : undefined;
  if (refused !== undefined) {
    problems.push(refused);
  }
  const project = findProject(folder, given.project, given.jenkinsfile);
  if ('problem' in project) {
    problems.push(project.problem);
  }
  const isRead = named !== undefined || scenarios === 'scenario beside the Jenkinsfile';
  const scenario = attempt(() => (isRead ? readScenarioOf(jenkinsfile, named) : {}), problems);
  if (problems.length > 0 || 'problem' in project || scenario === undefined) {
    throw new UnusableInput(problems);
  }
  // As the user named them.
  const options = Object.entries({ scenario: given.scenario, world: given.world, project: given.project });
  const words = options.flatMap(([name, value]) => (value === undefined ? [] : [`--${name} ${value}`]));
  const places = {
    jenkinsfile: given.jenkinsfile,
    scenario: scenarioPath(given.jenkinsfile, given.scenario),
    scenarioExists: missingFile(scenarioPath(jenkinsfile, named)) === undefined,
    command: ['npx gig-ci run', given.jenkinsfile, ...words].join(' '),
  };
  return { projectFolder: project.folder, jenkinsfile, scenario, places };
}

/** Adds what is wrong with the input to the problems; any other error is not ours to explain. */
function attempt<Result>(read: () => Result, problems: InputProblem[]): Result | undefined {
  try {
    return read();
  } catch (error) {
    const found = inputProblems(error);
    if (found === undefined) {
      throw error;
    }
    problems.push(...found);
    return undefined;
  }
}
