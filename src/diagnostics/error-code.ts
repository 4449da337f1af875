/** Tells errors of the operating system apart. */

/**
 * Whether something thrown is an error of the system with this code, e.g. ENOENT. Its class says nothing: it may come from
 * another realm, as in a test.
 */
export function hasCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
