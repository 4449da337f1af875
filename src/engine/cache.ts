/** The folder where the engine keeps what it made or fetched once, per user. */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** GIG_CI_CACHE, else the place that the system has for such files. */
export function cacheFolder(environment: NodeJS.ProcessEnv = process.env): string {
  const own = environment['GIG_CI_CACHE'];
  if (own !== undefined && own !== '') return own;
  const shared = environment['XDG_CACHE_HOME'];
  if (shared !== undefined && shared !== '') return join(shared, 'gig-ci');
  return process.platform === 'darwin'
    ? join(homedir(), 'Library', 'Caches', 'gig-ci')
    : join(homedir(), '.cache', 'gig-ci');
}

/**
 * Makes a folder once. `make` fills a folder of its own, which then takes its place in one move, so that nobody sees
 * half of it; when two processes do this at a time, the first wins and the work of the other is dropped.
 */
export async function madeOnce(folder: string, make: (draft: string) => Promise<void>): Promise<string> {
  if (existsSync(folder)) return folder;
  await mkdir(dirname(folder), { recursive: true });
  const draft = await mkdtemp(`${folder}.draft-`);
  try {
    await make(draft);
    await rename(draft, folder);
  } catch (failure) {
    await rm(draft, { recursive: true, force: true });
    if (!existsSync(folder)) throw failure;
  }
  return folder;
}
