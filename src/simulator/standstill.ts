/** A build in which every thread waits, and nothing is to come. */
import { Fault } from './failures';
import type { StepContext, Thread } from './threads';

/** The fault of a build that never ends; it says in which steps it waits. */
export function standstill(main: Thread): Fault {
  const waiting = [...waitingSteps(main)];
  const places = waiting.map(({ thread, event }) => `'${event.operation}' of thread '${thread.id}'`);
  return new Fault(`the build never ends: it waits in ${places.join(', ')}`, waiting[0]?.location);
}

function* waitingSteps({ current }: Thread): Generator<StepContext, void, void> {
  if (current === undefined) return;
  if (current.bodies.size === 0) yield current;
  for (const thread of current.bodies) yield* waitingSteps(thread);
}
