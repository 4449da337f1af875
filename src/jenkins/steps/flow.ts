/** Steps that structure a build: stages, branches, order between builds. */
import { flag, integer, optional, required, step, text } from './step';

export const flowSteps = [
  step('pipeline-stage-step', 'stage', {
    summary: 'Groups steps under a name.',
    parameters: [required('name', text, 'Shown in the stage view.')],
    positional: 'name',
    body: true,
  }),
  step('workflow-cps', 'parallel', {
    summary: 'Runs branches side by side. Authors write `parallel({ name: () => … })`.',
    returns: 'unknown',
    audience: 'compiler',
  }),
  step('pipeline-milestone-step', 'milestone', {
    dryRun: {},
    summary: 'Ends an older build once a newer one has passed this point.',
    parameters: [
      optional('ordinal', integer, 'Order among the milestones of a build.'),
      optional('label', text, 'Shown in the log.'),
    ],
  }),
  step('lockable-resources', 'lock', {
    dryRun: {},
    summary: 'Holds a named resource for the body; other builds wait.',
    parameters: [
      required('resource', text, 'Name of the resource.'),
      optional('inversePrecedence', flag, 'The newest waiting build goes first.'),
    ],
    positional: 'resource',
    body: true,
  }),
  step('timestamper', 'timestamps', { summary: 'Puts the time before each line of the log.', body: true }),
] as const;
