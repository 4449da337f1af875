/** parallel. */
import { failedInBranch, StepFailure } from '../failures';
import type { Failure, Outcome, Value } from '../program';
import { mostSevere } from '../results';
import { type BodyRun, type Execution, outcomeOf, type StepContext } from '../threads';

/**
 * Runs all branches and returns their results by name. When branches fail, the others run to their end, unless `failFast`
 * interrupts them; then the most severe failure is thrown, with `failFast` the first (ParallelStep.ResultHandler).
 */
export function* parallel(step: StepContext): Execution {
  const failFast = step.given.flag('failFast');
  const failures: Failure[] = [];
  const scope = step.bodyScope({ branch: true });
  const branches = step.given.bodies().map(({ name, ordinal }): { name: string; body: BodyRun } => {
    const onEnd = (outcome: Outcome): void => {
      if (outcome.kind === 'value') return;
      failures.push(outcome.failure);
      step.print(`Failed in branch ${name}`);
      if (failFast && failures.length === 1) step.interruptBodies(failedInBranch(name));
    };
    return { name, body: { ordinal, scope, onEnd } };
  });
  yield { kind: 'bodies', bodies: branches.map(({ body }) => body) };
  const [first, ...others] = failures;
  if (first !== undefined) throw new StepFailure(failFast ? first : mostSevere([first, ...others]));
  const results: { [name: string]: Value } = {};
  for (const { name, body } of branches) {
    const outcome = outcomeOf(body);
    if (outcome.kind === 'value') results[name] = outcome.value;
  }
  return results;
}
