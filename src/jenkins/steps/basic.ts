/** Steps of workflow-basic-steps and workflow-durable-task-step: what almost every pipeline uses. */
import { describable, flag, integer, listOf, madeBy, oneOf, optional, required, step, text } from './step';

const basic = 'workflow-basic-steps';
const durable = 'workflow-durable-task-step';

export const basicSteps = [
  step(basic, 'echo', {
    dryRun: {},
    summary: 'Prints a message in the log of the build.',
    parameters: [required('message', text, 'What to print.')],
    positional: 'message',
  }),
  step(basic, 'error', {
    summary:
      'Fails the build with a message and without a stack trace. Authors write `throw new Error(message)`.',
    parameters: [required('message', text, 'Why the build fails.')],
    positional: 'message',
    audience: 'compiler',
  }),
  step(basic, 'unstable', {
    dryRun: {},
    summary: 'Marks the stage and the build UNSTABLE and goes on.',
    parameters: [required('message', text, 'Why the build is unstable.')],
    positional: 'message',
  }),
  step(basic, 'retry', {
    summary: 'Repeats the body when it fails; an abort is never repeated.',
    parameters: [
      required('count', integer, 'How many times the body may run in all.'),
      optional(
        'conditions',
        listOf(madeBy('agent', 'nonresumable')),
        'Causes that are worth another try. None: any failure.',
      ),
    ],
    positional: 'count',
    body: true,
  }),
  step(basic, 'timeout', {
    summary: 'Interrupts the body after a time.',
    parameters: [
      required('time', integer, 'How long, in `unit`.'),
      optional('unit', oneOf('SECONDS', 'MINUTES', 'HOURS'), 'Unit of `time` (MINUTES).'),
    ],
    positional: 'time',
    body: true,
    audience: 'compiler',
  }),
  step(basic, 'sleep', {
    dryRun: {},
    summary: 'Waits.',
    parameters: [
      required('time', integer, 'How long, in `unit`.'),
      optional('unit', oneOf('SECONDS', 'MINUTES', 'HOURS'), 'Unit of `time` (SECONDS).'),
    ],
    positional: 'time',
    // `sleep(long)` of CpsScript and its closures.
    numberIsNamed: true,
  }),
  step(basic, 'withEnv', {
    dryRun: { quiet: true },
    summary: 'Sets environment variables for the body.',
    parameters: [
      required('overrides', listOf(text), 'Entries `NAME=value`; an empty value removes the variable.'),
    ],
    positional: 'overrides',
    body: true,
    audience: 'compiler',
  }),
  step(basic, 'readFile', {
    dryRun: { quiet: true, answer: '' },
    summary: 'Reads a text file of the workspace.',
    parameters: [
      required('file', text, 'Path relative to the current folder.'),
      optional('encoding', text, 'Name of the character set.'),
    ],
    positional: 'file',
    returns: 'string',
    workspace: true,
  }),
  step(basic, 'writeFile', {
    dryRun: {},
    summary: 'Writes a text file of the workspace. Never a secret: every user of the agent may read it.',
    parameters: [
      required('file', text, 'Path relative to the current folder.'),
      required('text', text, 'Whole content.'),
      optional('encoding', text, 'Name of the character set.'),
    ],
    workspace: true,
  }),
  step(basic, 'fileExists', {
    dryRun: { quiet: true, answer: true },
    summary: 'Tells whether a file or folder exists.',
    parameters: [required('file', text, 'Path relative to the current folder.')],
    positional: 'file',
    returns: 'boolean',
    workspace: true,
  }),
  step(basic, 'deleteDir', {
    dryRun: {},
    summary: 'Deletes the current folder with all it holds.',
    workspace: true,
  }),
  step(basic, 'pwd', {
    dryRun: { quiet: true, answer: '.' },
    summary: 'Path of the current folder.',
    parameters: [optional('tmp', flag, 'The private temporary folder beside it instead.')],
    returns: 'string',
    workspace: true,
  }),
  step(durable, 'dir', {
    dryRun: { quiet: true },
    summary: 'Runs the body in a folder of the workspace.',
    parameters: [required('path', text, 'Relative to the current folder.')],
    positional: 'path',
    body: true,
    workspace: true,
  }),
  step(durable, 'node', {
    dryRun: {},
    summary: 'Takes an agent and a workspace for the body.',
    parameters: [optional('label', text, 'Label expression; empty is any agent.')],
    positional: 'label',
    body: true,
  }),
  step(durable, 'sh', {
    dryRun: {},
    summary: 'Runs a shell script on the agent.',
    parameters: [
      required('script', text, 'The script. Without a `#!` line it runs as `sh -xe`.'),
      optional('returnStdout', flag, 'Returns what the script printed.'),
      optional('returnStatus', flag, 'Returns the exit code instead of failing.'),
      optional('label', text, 'Shown in the log instead of the script.'),
      optional('encoding', text, 'Character set of the output.'),
    ],
    positional: 'script',
    returns: 'unknown',
    workspace: true,
    audience: 'compiler',
  }),
  describable(durable, 'agent', { summary: 'Condition of `retry`: the agent was lost.' }),
  describable(durable, 'nonresumable', {
    summary: 'Condition of `retry`: a controller restart hit a step that cannot resume.',
  }),
] as const;
