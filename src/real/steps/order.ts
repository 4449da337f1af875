/** milestone, lock: order between the runs of this machine. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasCode } from '../../diagnostics/error-code';
import type { Value } from '../../simulator/program';
import { reachMilestone, supersededBy } from '../../simulator/steps/order';
import type { Execution, StepContext } from '../../simulator/threads';
import { claim, claimFile, release, thisProcess } from '../claims';
import type { RealBuild } from '../real-build';

/** Milliseconds between two tries to get a lock that another run holds. */
const PAUSE = 500;

/** Passes a milestone, unless a newer build of the job has done so on this machine (MilestoneStepExecution). */
export function milestone(step: StepContext, { input }: RealBuild): Value {
  const ordinal = reachMilestone(step);
  const file = join(input.jobFolder, 'milestones.json');
  const passed = passedMilestones(file);
  const newer = passed[String(ordinal)] ?? 0;
  if (newer > input.number) throw supersededBy(step, newer);
  mkdirSync(input.jobFolder, { recursive: true });
  writeFileSync(file, JSON.stringify({ ...passed, [ordinal]: input.number }));
  return null;
}

/** Numbers of the newest builds that passed, by milestone. */
function passedMilestones(file: string): { readonly [ordinal: string]: number } {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as { readonly [ordinal: string]: number };
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return {};
    throw error;
  }
}

/** Holds a resource for the body; other branches of this run queue, other runs of this machine try again until it is free. */
export function* lock(step: StepContext, { input }: RealBuild): Execution {
  const resource = step.given.text('resource');
  const held = step.build.lock(resource);
  const file = claimFile(input.stateFolder, `lock ${resource}`);
  step.print(`Trying to acquire lock on [Resource: ${resource}]`);
  const free = held.acquire(step, step.given.flag('inversePrecedence'));
  let isOurs = false;
  try {
    if (!free) {
      step.print(`[Resource: ${resource}] is not free, waiting for execution ...`);
      yield { kind: 'wake' };
    }
    for (let told = false; !isOurs;) {
      const claimed = claim(file, thisProcess(input.run, `lock ${resource}`));
      if (claimed.kind === 'ours') {
        isOurs = true;
      } else {
        if (!told) step.print(`[Resource: ${resource}] is held by ${claimed.by.run}, waiting ...`);
        told = true;
        yield* step.wait(PAUSE);
      }
    }
    step.print(`Lock acquired on [Resource: ${resource}]`);
    return yield* step.run();
  } finally {
    if (isOurs) release(file);
    // Also when the wait was interrupted: then it leaves the queue.
    held.release(step);
  }
}
