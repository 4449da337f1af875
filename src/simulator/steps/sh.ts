/** sh. */
import { stepError } from '../failures';
import { runInline } from '../shell/inline';
import { runResourceScript } from '../shell/resource-script';
import type { Execution, StepContext } from '../threads';

/** Runs a command as its header and the scenario say (DurableTaskStep). */
export function* sh(step: StepContext): Execution {
  const { build, event, given } = step;
  const text = given.text('script');
  const script = build.resources.withText(text);
  event.environment = step.environment.declaredNames;
  if (script?.effects !== undefined) event.effects = script.effects;
  const result = script === undefined ? runInline(text, build) : runResourceScript(script, step);
  yield* step.wait(result.seconds * 1_000);
  const returnStdout = given.flag('returnStdout');
  if (result.messages !== '') step.print(withoutLastNewline(result.messages));
  if (result.output !== '' && !returnStdout) step.print(withoutLastNewline(result.output));
  if (result.exit === 0 && result.sent !== undefined)
    build.recorder.scriptSent(result.sent.script, result.sent.value);
  if (given.flag('returnStatus')) return result.exit;
  if (result.exit !== 0) throw stepError(`script returned exit code ${result.exit}`);
  return returnStdout ? result.output : null;
}

function withoutLastNewline(text: string): string {
  return text.endsWith('\n') ? text.slice(0, -1) : text;
}
