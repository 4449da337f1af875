/** Lets one build at a time work on a project, from reading its sources to writing its outputs. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { hasCode } from '../diagnostics/error-code';
import { isAlive } from '../diagnostics/processes';
import { UnusableInput } from '../diagnostics/unusable-input';

const LOCK_FILE = '.gig-ci/build.lock';
/** How long a build waits for another one; a build takes a few seconds. */
const LONGEST_WAIT_MILLISECONDS = 60_000;
const PAUSE_MILLISECONDS = 50;

/**
 * Does the work while no other build of the project runs.
 * @throws UnusableInput when another build holds the lock for a minute
 */
export function withLock<Result>(projectFolder: string, work: () => Result): Result {
  const file = join(projectFolder, LOCK_FILE);
  mkdirSync(dirname(file), { recursive: true });
  const deadline = Date.now() + LONGEST_WAIT_MILLISECONDS;
  while (!acquire(file)) {
    const owner = ownerOf(file);
    if (owner !== undefined && !isAlive(owner)) rmSync(file, { force: true });
    else if (Date.now() > deadline) throw lockedBy(owner, file);
    else pause();
  }
  try {
    return work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** Creates the lock file; `false` when it exists. */
function acquire(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

/** The process that holds the lock; `undefined` when it has just let go, or has not written its number yet. */
function ownerOf(file: string): number | undefined {
  try {
    const owner = Number(readFileSync(file, 'utf8'));
    return owner > 0 ? owner : undefined;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MILLISECONDS);
}

function lockedBy(owner: number | undefined, file: string): UnusableInput {
  const reason = `another build holds the lock${owner === undefined ? '' : ` (process ${owner})`}`;
  return new UnusableInput([
    { place: file, reason, remedy: 'Wait for it, or delete the file when none runs.' },
  ]);
}
