/** stage, timestamps. */
import { stepError } from '../failures';
import type { Execution, StepContext } from '../threads';

/** Runs the body as a stage of the record. A stage must have a name. */
export function* stage(step: StepContext): Execution {
  const name = step.given.text('name');
  if (name === '') throw stepError('must specify name');
  const { recorder } = step.build;
  // A stage has one closure, its first, which runs once.
  const opened = recorder.stageBegan(name, step.bodyThread(0), step.scope.stage);
  try {
    const environment = step.environment.inStage(name);
    const value = yield* step.run({ stage: opened, environment });
    recorder.stageEnded(opened);
    return value;
  } catch (problem) {
    recorder.stageEnded(opened, problem);
    throw problem;
  }
}

/** Times before the lines of the log: the record has them anyway. */
export function* timestamps(step: StepContext): Execution {
  return yield* step.run();
}
