/** What a defect of gig-ci itself looks like to an author: a place, a reason, and how to report it; no stack trace. */
import { problems } from './catalogue';
import type { Problem } from './problem';

/** How many calls of ours are named. */
const namedCalls = 3;

/** The problem for something that should never have been thrown. */
export function internalError(thrown: unknown): Problem {
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  const stack = thrown instanceof Error ? (thrown.stack ?? '') : '';
  const calls = [
    ...stack.matchAll(/^ +at (?:(?:[A-Z]\w*\.)?([\w$]+) )?.*?([\w.-]+\.[jt]s:\d+)(?::\d+)?\)?$/gm),
  ];
  const places = calls
    .slice(0, namedCalls)
    .map(([, name, place]) => `${name ?? 'a function'} (${place ?? ''})`);
  return problems.internalError(message, places.join(', in '));
}
