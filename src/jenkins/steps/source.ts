/** Source code, credentials and library resources. */
import { describable, flag, listOf, madeBy, optional, required, step, text } from './step';

const binding = 'credentials-binding';

export const sourceSteps = [
  step('workflow-scm-step', 'checkout', {
    summary: 'Checks out source code; the result holds GIT_COMMIT and its like.',
    parameters: [
      required('scm', madeBy('scm'), 'Usually the global `scm`: the repository that holds the Jenkinsfile.'),
      optional('poll', flag, 'Whether polling looks at this repository.'),
      optional('changelog', flag, 'Whether its commits appear in the changes.'),
    ],
    positional: 'scm',
    returns: '{ readonly [name: string]: string | undefined }',
    workspace: true,
  }),
  step(binding, 'withCredentials', {
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
