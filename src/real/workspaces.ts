/** The workspaces that a run holds: folders on this machine, each with its `@tmp` beside it. */
import { randomUUID } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UnusableInput } from '../diagnostics/unusable-input';
import type { Workspace } from '../simulator/workspace';
import { claim, claimFile, type Claimed, type Holder, release, thisProcess } from './claims';
import { endProcesses, killProcesses } from './process-tree';

/** A workspace of this run. */
export interface HeldWorkspace extends Workspace {
  /** By which the processes are found that were started there, `NAME=VALUE`. */
  readonly cookie: string;
  /** The run that held it and ended without letting go. */
  readonly left: Holder | undefined;
}

/** Where the workspaces of a run are. */
export interface WorkspaceOptions {
  /** Absolute path of the first workspace; others get `@2` and so on, as in Jenkins. */
  readonly root: string;
  /** Whether the first one may be another folder, too, while some other run holds it. */
  readonly isShared: boolean;
  readonly stateFolder: string;
  /** What the run calls itself, e.g. `gig-route/main #7`. */
  readonly run: string;
  /** Whether the files stay when the run is over. */
  readonly keep: boolean;
}

/** The workspaces of a run, each held against other runs while it is in use. */
export class RealWorkspaces {
  private readonly held: HeldWorkspace[] = [];
  private readonly free: HeldWorkspace[] = [];

  constructor(private readonly options: WorkspaceOptions) {}

  /**
   * Claims the first workspace, before any step needs it.
   * @returns its path
   * @throws UnusableInput when another run holds it and it was asked for by name, and when it cannot be made
   */
  claimFirst(): string {
    const { root, isShared } = this.options;
    const first = attempt(root, () => (isShared ? this.claimNext() : this.claim(root)));
    if (!('path' in first)) {
      throw new UnusableInput([
        {
          place: `--workspace ${root}`,
          reason: `is in use by ${first.by.run} (process ${first.by.process})`,
          remedy: 'Wait for it, or name another folder.',
        },
      ]);
    }
    this.free.push(first);
    return first.path;
  }

  /** Takes a workspace of this run that is free, or claims one that no other run holds. */
  take(): HeldWorkspace {
    return this.free.shift() ?? this.claimNext();
  }

  /** Gives a workspace back to this run, and ends what was left running in it (as the end of `node` does in Jenkins). */
  async giveBack(workspace: HeldWorkspace): Promise<void> {
    await endProcesses(workspace.cookie);
    this.free.push(workspace);
  }

  /**
   * Ends what still runs, lets go of all workspaces and, unless they are to be kept, removes them.
   * @returns those that could not be removed, e.g. because a container has left files of root
   */
  async close(): Promise<readonly string[]> {
    const left: string[] = [];
    for (const { path, cookie } of this.held.splice(0)) {
      await endProcesses(cookie);
      if (!this.options.keep && !removeWorkspace(path)) left.push(path);
      release(claimFile(this.options.stateFolder, path));
    }
    return left;
  }

  /**
   * Ends by force what still runs. Nothing is removed, and nobody is waited for.
   * @returns what stays behind: the folders
   */
  abandon(): readonly string[] {
    for (const { cookie } of this.held) killProcesses(cookie);
    return this.held.map(({ path }) => path);
  }

  private claimNext(): HeldWorkspace {
    for (let number = 1; ; number += 1) {
      const claimed = this.claim(number === 1 ? this.options.root : `${this.options.root}@${number}`);
      if ('path' in claimed) return claimed;
    }
  }

  /** The workspace, or who holds it. */
  private claim(path: string): HeldWorkspace | Extract<Claimed, { kind: 'held' }> {
    const { stateFolder, run } = this.options;
    const file = claimFile(stateFolder, path);
    const cookie = `JENKINS_NODE_COOKIE=${randomUUID()}`;
    const claimed = claim(file, thisProcess(run, cookie));
    if (claimed.kind === 'held') return claimed;
    const isNew = [path, `${path}@tmp`].filter((folder) => !existsSync(folder));
    try {
      const { left } = claimed;
      if (left !== undefined) {
        killProcesses(left.cookie);
        removeFolder(path);
        removeOwnFiles(`${path}@tmp`);
      }
      for (const folder of [path, `${path}@tmp`]) makeFolder(folder);
      writeFileSync(workspaceMark(path), PROBE);
      const workspace = { path, cookie, left };
      this.held.push(workspace);
      return workspace;
    } catch (error) {
      for (const folder of isNew) removeFolder(folder);
      release(file);
      throw error;
    }
  }
}

/** More than a file system keeps beside a file's name, so that a full one says so before anything begins. */
const PROBE = `${'This folder belongs to a workspace of gig-ci. '.repeat(200)}\n`;

/** The file that tells a workspace from a folder of somebody's own. */
export function workspaceMark(path: string): string {
  return join(`${path}@tmp`, 'gig-ci-workspace');
}

/** What the file system refuses, before anything runs, is for the user to mend. */
function attempt<Result>(path: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    const reason = `cannot be made: ${error instanceof Error ? error.message : String(error)}`;
    const remedy = 'Name a folder that can be written and has room for the repository: --workspace FOLDER.';
    throw new UnusableInput([{ place: path, reason, remedy }]);
  }
}

/** A folder for this user alone. Node's own way to make those above never ends where the system says ENOENT, as in /proc. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  mkdirSync(dirname(path), { recursive: true });
  mkdirSync(path, { mode: 0o700 });
}

/** Removes a workspace with its `@tmp`, also folders that a tool has made read-only; `false` when that is not possible. */
function removeWorkspace(path: string): boolean {
  return [path, `${path}@tmp`].every(removeFolder);
}

function removeFolder(folder: string): boolean {
  const isRemoved = (): boolean => {
    try {
      rmSync(folder, { recursive: true, force: true });
      return true;
    } catch {
      return false;
    }
  };
  if (isRemoved()) return true;
  makeWritable(folder);
  return isRemoved();
}

/** What steps keep in a temporary folder while they run. What scripts keep there is theirs, and may tell the next build what is left. */
const ownFiles = /^(?:durable-|script-|secretFiles$|git-login$)/;

function removeOwnFiles(folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder).filter((entry) => ownFiles.test(entry)))
    removeFolder(join(folder, name));
}

/** As far as this user may. */
function makeWritable(folder: string): void {
  try {
    chmodSync(folder, 0o700);
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.isDirectory()) makeWritable(join(folder, entry.name));
    }
  } catch {
    // Files of another user: the caller says what is left.
  }
}
