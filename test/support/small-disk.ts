/** Disks that are full soon. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A small disk can be made by root alone, and not in every container. */
function canMount(): boolean {
  const place = mkdtempSync(join(tmpdir(), 'gig-ci-disk-'));
  const { status } = spawnSync('mount', ['-t', 'tmpfs', 'none', place]);
  if (status === 0) execFileSync('umount', [place]);
  rmSync(place, { recursive: true });
  return status === 0;
}

/** A test that needs {@link withSmallDisk}; skipped where there can be none. */
export const testWithSmallDisk = canMount() ? test : test.skip;

/**
 * Makes a folder that is a disk of its own while the work goes on.
 * @param size as `mount` takes it, e.g. `64k`
 */
export async function withSmallDisk(folder: string, size: string, work: () => unknown): Promise<void> {
  mkdirSync(folder);
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'none', folder]);
  try {
    await work();
  } finally {
    execFileSync('umount', [folder]);
  }
}
