/** echo, error, unstable. */
import { stepError } from '../failures';
import type { Value } from '../program';
import type { StepContext } from '../threads';

/** How a stage says that it does nothing: as the first message of its body. */
const skipped = 'Skipped: ';

/** Prints a message; `Skipped: …` as the first one of a stage marks the stage as skipped. */
export function echo(step: StepContext): Value {
  const message = step.given.text('message');
  const { stage } = step.scope;
  const opensStage = step.event.sequence === 0 && stage?.record.thread === step.thread.id;
  if (opensStage && message.startsWith(skipped)) {
    step.build.recorder.stageSkipped(stage, message.slice(skipped.length));
  }
  step.print(message);
  return null;
}

/** Fails with the message. */
export function error(step: StepContext): never {
  throw stepError(step.given.text('message'));
}

/** Marks, and throws nothing. */
export function unstable(step: StepContext): Value {
  step.print(`WARNING: ${step.given.text('message')}`);
  step.worsen('UNSTABLE');
  return null;
}
