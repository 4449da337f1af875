/** Source code, credentials and library resources. */
import { describable, flag, group, integer, listOf, madeBy, optional, required, step, text } from './step';

const binding = 'credentials-binding';

export const sourceSteps = [
  step('workflow-scm-step', 'checkout', {
    dryRun: { answer: { GIT_COMMIT: '0'.repeat(40) } },
    summary: 'Checks out source code; the result holds GIT_COMMIT and its like.',
    parameters: [
      required(
        'scm',
        madeBy('scm', 'scmGit'),
        'The global `scm`, the repository that holds the Jenkinsfile, or another one by `scmGit`.',
      ),
      optional('poll', flag, 'Whether polling looks at this repository.'),
      optional('changelog', flag, 'Whether its commits appear in the changes.'),
    ],
    positional: 'scm',
    returns: '{ readonly [name: string]: string | undefined }',
    workspace: true,
  }),
  describable('git', 'scmGit', {
    summary: 'A Git repository.',
    parameters: [
      required(
        'userRemoteConfigs',
        listOf(group(required('url', text, 'Address.'), optional('credentialsId', text, 'Id of the login.'))),
        'Where it is.',
      ),
      required(
        'branches',
        listOf(group(required('name', text, 'Branch, tag or commit.'))),
        'What is checked out.',
      ),
      optional('extensions', listOf(madeBy('cloneOption', 'lfs', 'submodule')), 'How.'),
    ],
  }),
  describable('git', 'cloneOption', {
    summary: 'Extension of `scmGit`: how much is fetched.',
    parameters: [
      optional('shallow', flag, 'Whether the history is cut off.'),
      optional('depth', integer, 'After how many commits; 0 is 1.'),
      optional('noTags', flag, 'Whether tags are left out.'),
    ],
  }),
  describable('git', 'lfs', { summary: 'Extension of `scmGit`: fetches the files of Git LFS.' }),
  describable('git', 'submodule', {
    summary: 'Extension of `scmGit`: checks out submodules.',
    parameters: [
      optional('recursiveSubmodules', flag, 'Whether those of submodules, too.'),
      optional('parentCredentials', flag, 'Whether with the login of the repository.'),
    ],
  }),
  step(binding, 'withCredentials', {
    dryRun: {},
    summary: 'Binds credentials to variables for the body and masks them in the log.',
    parameters: [
      required(
        'bindings',
        listOf(madeBy('string', 'usernamePassword', 'file', 'aws')),
        'What to bind to which variable.',
      ),
    ],
    positional: 'bindings',
    body: true,
    audience: 'compiler',
  }),
  step('pipeline-groovy-lib', 'libraryResource', {
    summary: 'Reads a file from the resources of a loaded library.',
    parameters: [
      required('resource', text, 'Path inside `resources/`.'),
      optional('encoding', text, 'Character set.'),
    ],
    positional: 'resource',
    returns: 'string',
    audience: 'compiler',
  }),
  describable(binding, 'string', {
    summary: 'Binds a secret text.',
    parameters: [required('credentialsId', text, 'Id.'), required('variable', text, 'Variable.')],
    audience: 'compiler',
  }),
  describable(binding, 'usernamePassword', {
    summary: 'Binds a user name and a password.',
    parameters: [
      required('credentialsId', text, 'Id.'),
      required('usernameVariable', text, 'Variable of the user name.'),
      required('passwordVariable', text, 'Variable of the password.'),
    ],
    audience: 'compiler',
  }),
  describable(binding, 'file', {
    summary: 'Binds the path of a secret file.',
    parameters: [required('credentialsId', text, 'Id.'), required('variable', text, 'Variable of the path.')],
    audience: 'compiler',
  }),
  describable('aws-credentials', 'aws', {
    summary: 'Binds AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and, with a role, AWS_SESSION_TOKEN.',
    parameters: [required('credentialsId', text, 'Id.'), optional('roleArn', text, 'Role to assume.')],
    audience: 'compiler',
  }),
] as const;
