/** GIG5xxx: limits of the Pipeline engine that the compiler could not get around. */
import { problem } from '../problem';

export const limitProblems = {
  limit: problem<[limit: string]>(
    'GIG5001',
    (limit) => `The engine cannot load this: ${limit}.`,
    'Split it.',
  ),
} as const;
