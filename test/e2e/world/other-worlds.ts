/** Worlds of other processes that use the same engine: what they share stays until the last one goes. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from '../../../src/diagnostics/processes';
import { cacheFolder } from './machine';
import type { Teardown } from './teardown';

/** Makes this world known to those of other processes. */
export function announce(teardown: Teardown): void {
  const folder = usersFolder();
  const entry = join(folder, `${process.pid}-${Date.now()}`);
  writeFileSync(entry, '');
  teardown.add(entry, () => rmSync(entry));
}

/** Whether another process has a world, too. */
export function hasNeighbours(): boolean {
  const owners = readdirSync(usersFolder()).map((entry) => Number(entry.split('-')[0]));
  return owners.some((owner) => owner !== process.pid && isAlive(owner));
}

function usersFolder(): string {
  const folder = join(cacheFolder(), 'users');
  mkdirSync(folder, { recursive: true });
  return folder;
}
