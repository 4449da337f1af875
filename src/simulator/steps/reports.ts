/** junit and the publishers. */
import { posix } from 'node:path';
import type { Value } from '../program';
import type { StepContext } from '../threads';
import { isMap, textOf } from '../values';

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

/** Publishes a folder; one that is missing makes the build FAILURE and the step returns (HtmlPublisher.publishReports). */
export function publishHTML(step: StepContext): Value {
  const { target } = step.given.values;
  if (target === undefined || !isMap(target)) return null;
  const folder = posix.resolve(step.scope.folder, textOf(target['reportDir']));
  if (target['allowMissing'] !== true && !step.build.workspaces.exists(folder)) {
    step.print(`ERROR: Specified HTML directory '${folder}' does not exist.`);
    step.worsen('FAILURE');
  }
  return null;
}

/** Publishes: commands leave no files in the virtual workspace, so what a pattern finds is not asked. */
export function publish(): Value {
  return null;
}
