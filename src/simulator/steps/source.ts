/** checkout, libraryResource. */
import { stepError } from '../failures';
import type { Value } from '../program';
import type { Execution, StepContext } from '../threads';
import { firstMap, isSymbol, textOf } from '../values';

/** Takes a virtual second and returns what the git plugin does; the files of the scenario are there already. */
export function* checkout(step: StepContext): Execution {
  const { branchName, commit, credentials } = step.build.settings;
  const { url, credentialsId, branch } = repositoryOf(step.given.values['scm']);
  if (credentialsId !== undefined && credentials?.has(credentialsId) === false) {
    step.print(`Warning: CredentialId "${credentialsId}" could not be found.`);
  }
  yield* step.wait(1_000);
  step.print(`Checking out Revision ${commit}`);
  return { GIT_BRANCH: branch ?? branchName ?? 'origin/main', GIT_COMMIT: commit, GIT_URL: url };
}

/** What `scmGit` names, or the repository that holds the Jenkinsfile. */
function repositoryOf(scm: Value | undefined): Repository {
  if (scm === undefined || !isSymbol(scm) || scm.$symbol !== 'scmGit') {
    return { url: 'https://git.example.com/service.git' };
  }
  const { url, credentialsId } = firstMap(scm['userRemoteConfigs']);
  const { name } = firstMap(scm['branches']);
  return {
    url: textOf(url),
    ...(typeof credentialsId === 'string' && { credentialsId }),
    ...(typeof name === 'string' && { branch: name }),
  };
}

interface Repository {
  readonly url: string;
  readonly credentialsId?: string;
  readonly branch?: string;
}

/** The text of a resource script. */
export function libraryResource(step: StepContext): Value {
  const path = step.given.text('resource');
  const script = step.build.resources.withPath(path);
  if (script === undefined) throw stepError(`No such library resource ${path} could be found.`);
  return script.text;
}
