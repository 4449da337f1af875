/** Which processes of this machine are there. */
import { hasCode } from './error-code';

/** Whether a process has this number; another one than before may have got it since. */
export function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, and belongs to another user.
    return !hasCode(error, 'ESRCH');
  }
}
