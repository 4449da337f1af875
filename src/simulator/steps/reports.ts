/** junit and the publishers. */
import type { Value } from '../program';
import type { StepContext } from '../threads';

/** Answers the counts of the scenario; failed tests make the build UNSTABLE. */
export function junit(step: StepContext): Value {
  const { passed, failed, skipped } = step.build.settings.testResults;
  step.print('Recording test results');
  if (failed > 0 && !step.given.flag('skipMarkingBuildUnstable')) step.worsen('UNSTABLE');
  return {
    totalCount: passed + failed + skipped,
    passCount: passed,
    failCount: failed,
    skipCount: skipped,
  };
}

/** Publishes: commands leave no files in the virtual workspace, so what a pattern finds is not asked. */
export function publish(): Value {
  return null;
}
