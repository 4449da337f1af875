/** milestone, lock: order between builds and branches. */
import { StepFailure, stepError, superseded } from '../failures';
import type { Value } from '../program';
import type { Execution, StepContext } from '../threads';

/**
 * Reaches a milestone: the next one of the build, which has to be in order (MilestoneStepExecution).
 * @returns its ordinal
 */
export function reachMilestone(step: StepContext): number {
  const { build } = step;
  if (step.scope.branch) throw stepError('Using a milestone step inside parallel is not allowed');
  const previous = build.milestone;
  const ordinal = step.given.optionalNumber('ordinal') ?? (previous === undefined ? 0 : previous + 1);
  if (previous !== undefined && previous >= ordinal) {
    throw stepError(`Invalid ordinal ${ordinal}, as the previous one was ${previous}`);
  }
  build.milestone = ordinal;
  step.print(`Trying to pass milestone ${ordinal}`);
  return ordinal;
}

/** How a build ends at a milestone that a newer one has passed. */
export function supersededBy(step: StepContext, newer: number): StepFailure {
  step.print(`Canceled since build #${newer} already got here`);
  return new StepFailure(superseded(step.build.settings.job, newer));
}

/** Passes a milestone, unless the scenario says that a newer build has done so. */
export function milestone(step: StepContext): Value {
  reachMilestone(step);
  const { settings } = step.build;
  if (settings.superseded) throw supersededBy(step, settings.buildNumber + 1);
  return null;
}

/** Holds a resource for the body; the others that want it queue. */
export function* lock(step: StepContext): Execution {
  const resource = step.given.text('resource');
  const held = step.build.lock(resource);
  step.print(`Trying to acquire lock on [Resource: ${resource}]`);
  const free = held.acquire(step, step.given.flag('inversePrecedence'));
  try {
    if (!free) {
      step.print(`[Resource: ${resource}] is not free, waiting for execution ...`);
      yield { kind: 'wake' };
    }
    step.print(`Lock acquired on [Resource: ${resource}]`);
    return yield* step.run();
  } finally {
    // Also when the wait was interrupted: then it leaves the queue.
    held.release(step);
  }
}
