/** What compiled pure code finds as `$gig`: nothing of it belongs to a run, so `gig-ci check` gives it, too. */
import { isOrdinary, OrdinaryError } from './failures';
import { count, entriesOf, entry, finite, put, readNumber } from './values';

/** Its names are those that the transform emits in functions without steps. */
export const pureRuntime = {
  finite,
  count,
  entriesOf,
  entry,
  put,
  readNumber,
  ordinaryError: (message: string): OrdinaryError => new OrdinaryError(message),
  isError: isOrdinary,
  letPass(thrown: unknown): void {
    if (!isOrdinary(thrown)) throw thrown;
  },
} as const;
