/**
 * What one run at a time may hold on this machine: a workspace, a lock. A file says which process holds it; one whose
 * process is gone may be taken over.
 */
import { createHash, randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { hasCode } from '../diagnostics/error-code';
import { isAlive } from '../diagnostics/processes';

/** Who holds something. */
export interface Holder {
  readonly process: number;
  /** When the process began, as the system counts: another process may have got its number since. */
  readonly began: string;
  /** What the run calls itself, e.g. `gig-route/main #7`. */
  readonly run: string;
  /** The variable by which its processes are found, `NAME=VALUE`. */
  readonly cookie: string;
}

/** The answer to a claim. */
export type Claimed =
  | { readonly kind: 'held'; readonly by: Holder }
  /** It is ours now. `left`: who held it and has ended without letting go. */
  | { readonly kind: 'ours'; readonly left?: Holder };

/** Where the claim of a thing is written. */
export function claimFile(stateFolder: string, thing: string): string {
  return join(stateFolder, 'claims', `${createHash('sha256').update(thing).digest('hex').slice(0, 24)}.json`);
}

/** Takes what nobody holds. */
export function claim(file: string, holder: Holder): Claimed {
  mkdirSync(dirname(file), { recursive: true });
  let left: Holder | undefined;
  for (;;) {
    if (created(file, holder)) return { kind: 'ours', ...(left && { left }) };
    const present = holderIn(file);
    if (present === undefined) continue;
    const { process: id, began } = present;
    if (isAlive(id) && beginning(id) === began) return { kind: 'held', by: present };
    if (removed(file, present)) left = present;
  }
}

/** Lets go. */
export function release(file: string): void {
  rmSync(file, { force: true });
}

/** This process as a holder. */
export function thisProcess(run: string, cookie: string): Holder {
  return { process: process.pid, began: beginning(process.pid), run, cookie };
}

/** Written aside and linked into place, so that nobody ever reads half of it. */
function created(file: string, holder: Holder): boolean {
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, JSON.stringify(holder), { mode: 0o600 });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    rmSync(draft);
  }
}

/** `undefined` when it has just been let go. */
function holderIn(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** Removes the claim of a dead process, of which somebody else may have done the same and claimed it since. */
function removed(file: string, dead: Holder): boolean {
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return false;
    throw error;
  }
  const isDead = holderIn(aside)?.cookie === dead.cookie;
  if (!isDead) linkSync(aside, file);
  rmSync(aside);
  return isDead;
}

/** The twenty-second field of /proc/ID/stat; empty where the system does not tell. */
function beginning(id: number): string {
  try {
    const text = readFileSync(`/proc/${id}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
