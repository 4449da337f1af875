/** What the world needs of a machine, and where it keeps what is expensive to make. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import packages from './packages.json';

/** Folders of programs that only root has on the PATH. */
const path = `${process.env['PATH'] ?? ''}:/usr/local/sbin:/usr/sbin:/sbin`;

/** Environment for programs of the world. */
export const machineEnvironment: NodeJS.ProcessEnv = { ...process.env, PATH: path };

/** Debian packages that this machine lacks for the world, and root when it is not root: nothing when all is there. */
export function missingFromMachine(): readonly string[] {
  const missing = Object.entries(packages.debian)
    .filter(([, program]) => !path.split(':').some((folder) => existsSync(join(folder, program))))
    .map(([name]) => name);
  const { status } = spawnSync('python3', ['-c', 'import ensurepip, venv']);
  if (status !== 0) missing.push('python3-venv');
  if (process.getuid?.() !== 0) missing.push('(the rights of root)');
  return missing;
}

/**
 * Checks that everything is there before anything is started.
 * @throws Error that names all that is missing, and how to install it
 */
export function requireMachine(): void {
  const missing = missingFromMachine();
  if (missing.length > 0) {
    throw new Error(
      `The world of the tests needs Debian packages that this machine lacks: apt-get install ${missing.join(' ')}`,
    );
  }
}

/** Folder for what later runs on this machine use again: GIG_CI_WORLD_CACHE, or one below the home folder. */
export function cacheFolder(): string {
  const folder = process.env['GIG_CI_WORLD_CACHE'] ?? join(homedir(), '.cache', 'gig-ci', 'world');
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** A short hash of texts and of whole folders of files, their names and modes included. */
export function contentHash(texts: readonly string[], folders: readonly string[] = []): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(`${text.length}:${text}`);
  for (const folder of folders) {
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
      const full = join(folder, file);
      const { mode } = statSync(full);
      if (statSync(full).isFile() && !file.endsWith('.pyc'))
        hash.update(`${file}:${mode & 0o111}:`).update(readFileSync(full));
    }
  }
  return hash.digest('hex').slice(0, 16);
}

/**
 * A file or folder of the cache that is made where it is missing; one that is half made is never taken for whole.
 * @param make writes it to the path that it gets
 * @returns its path
 */
export async function cached(name: string, make: (target: string) => Promise<void>): Promise<string> {
  const target = join(cacheFolder(), name);
  if (!existsSync(target)) {
    const unfinished = `${target}.${process.pid}`;
    rmSync(unfinished, { recursive: true, force: true });
    try {
      await make(unfinished);
      renameSync(unfinished, target);
    } finally {
      rmSync(unfinished, { recursive: true, force: true });
    }
  }
  return target;
}
