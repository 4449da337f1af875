/** What a build on this machine sees of the environment of the command that started it. */
import { pathToFileURL } from 'node:url';
import { credentialsVariable } from './credentials';

/** Set by Jenkins for a build: those of a build around this one say nothing about it. */
const ofBuilds =
  /^(?:BUILD|JOB|BRANCH|CHANGE|TAG|NODE|JENKINS|HUDSON|RUN|STAGE|WORKSPACE|EXECUTOR)_|^(?:WORKSPACE|CI)$/;
/** Set by npm for the commands that it runs. */
const ofNpm = /^npm_|^(?:INIT_CWD|NODE_OPTIONS)$/;
/** Set by Git for its hooks: they would lead every git command into the repository of the hook. */
const ofGit =
  /^GIT_(?:DIR|WORK_TREE|INDEX_FILE|OBJECT_DIRECTORY|COMMON_DIR|PREFIX|ALTERNATE_OBJECT_DIRECTORIES)$/;

/**
 * The environment of the controller and of the agent: that of the user, as an agent has that of the user who runs it,
 * with the addresses of this build. There is no page of Jenkins, so they lead to its folder.
 * @param buildFolder absolute path
 */
export function buildEnvironment(
  environment: NodeJS.ProcessEnv,
  jobFolder: string,
  buildFolder: string,
): { readonly [name: string]: string } {
  const own = Object.entries(environment).flatMap(([name, value]) =>
    value === undefined || isForeign(name) ? [] : [[name, value] as const],
  );
  return {
    ...Object.fromEntries(own),
    JOB_URL: `${pathToFileURL(jobFolder).href}/`,
    BUILD_URL: `${pathToFileURL(buildFolder).href}/`,
    RUN_DISPLAY_URL: `${pathToFileURL(buildFolder).href}/`,
    // An empty value removes a variable.
    JENKINS_URL: '',
  };
}

function isForeign(name: string): boolean {
  return name === credentialsVariable || ofBuilds.test(name) || ofNpm.test(name) || ofGit.test(name);
}
