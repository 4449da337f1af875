/** The virtual files of the agents' workspaces. */
import { posix } from 'node:path';

/** A workspace that a `node` holds. */
export interface Workspace {
  /** Absolute. */
  readonly path: string;
}

/** The workspaces of a job: those in use, those that are free, and the files in them. */
export class Workspaces {
  /** Texts by absolute path. */
  private readonly files = new Map<string, string>();
  private readonly free: Workspace[] = [];
  private created = 0;

  /**
   * @param root path of the job's first workspace; others get `@2` and so on, as in Jenkins
   * @param initial what each workspace holds from the start, by relative path
   */
  constructor(
    private readonly root: string,
    private readonly initial: readonly (readonly [path: string, text: string])[],
  ) {}

  /** Takes a free workspace or makes one. */
  take(): Workspace {
    const known = this.free.pop();
    if (known !== undefined) return known;
    this.created += 1;
    const path = this.created === 1 ? this.root : `${this.root}@${this.created}`;
    for (const [relative, text] of this.initial) this.write(posix.resolve(path, relative), text);
    return { path };
  }

  release(workspace: Workspace): void {
    this.free.push(workspace);
  }

  read(path: string): string | undefined {
    return this.files.get(path);
  }

  write(path: string, text: string): void {
    this.files.set(path, text);
  }

  /** Whether there is a file or a folder with files. */
  exists(path: string): boolean {
    if (this.files.has(path)) return true;
    for (const file of this.files.keys()) {
      if (file.startsWith(`${path}/`)) return true;
    }
    return false;
  }

  /** Deletes a folder with all it holds. */
  deleteFolder(path: string): void {
    for (const file of this.files.keys()) {
      if (file.startsWith(`${path}/`)) this.files.delete(file);
    }
  }
}
