/** GIG5xxx: limits of the Pipeline engine that the compiler could not get around, and its own defects. */
import { problem } from '../problem';

export const limitProblems = {
  limit: problem<[limit: string, remedy: string]>(
    'GIG5001',
    (limit) => `The engine cannot load this: ${limit}.`,
    (_limit, remedy) => remedy,
  ),
  internalError: problem<[message: string, place: string]>(
    'GIG5002',
    (message) => `gig-ci itself failed here: ${message}.`,
    (_message, place) =>
      `This is a defect of gig-ci, not of your file. Report it with these lines and where it happened: ${place}. Writing the marked code in another way may get around it.`,
  ),
} as const;
