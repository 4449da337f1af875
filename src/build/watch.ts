/** Builds a library whenever its sources change. */
import { once } from 'node:events';
import { normalize, relative, resolve, sep } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { watch, type FSWatcher } from 'chokidar';
import { SCRIPT_DECLARATIONS } from '../model/scripts';
import { build, type BuildResult } from './build';

/** An editor that saves several files, or one through a temporary file, is waited for. */
const QUIET_MILLISECONDS = 10;
/** chokidar says nothing of a file that changes twice within 50 ms, as one that is formatted when it is saved. */
const SECOND_LOOK_MILLISECONDS = 100;

/** Told what happens; `problem` is what a build throws. */
export interface WatchListener {
  /** @param changed paths of the sources, relative to the project folder; empty for the first build */
  built(result: BuildResult, changed: readonly string[]): void;
  /** The sources cannot be read or the outputs not be written; the next change is another attempt. */
  failed(problem: unknown): void;
}

/**
 * Builds the library, and again after each change in `vars/` and `resources/`, until it is stopped.
 * @returns when the watch has ended
 * @throws what the first build throws: a folder that holds no library is not watched
 */
export async function watchLibrary(
  projectFolder: string,
  listener: WatchListener,
  stop: AbortSignal,
): Promise<void> {
  const folder = resolve(projectFolder);
  // The project folder is watched, because the two may not exist yet.
  const watcher = watch('.', {
    cwd: folder,
    ignoreInitial: true,
    ignored: (path) => !isSource(relative(folder, resolve(folder, path))),
  });
  try {
    // What changes while the first build reads the sources is seen. The watch begins a moment after it is ready.
    await new Promise<void>((ready) => watcher.once('ready', () => setImmediate(ready)));
    const first = build(folder);
    listener.built(first, []);
    await buildOnChanges(new Rebuilds(folder, first, listener), watcher, stop);
  } finally {
    await watcher.close();
  }
}

async function buildOnChanges(rebuilds: Rebuilds, watcher: FSWatcher, stop: AbortSignal): Promise<void> {
  const timers: NodeJS.Timeout[] = [];
  const buildAgain = (): void => {
    rebuilds.buildAgain();
  };
  watcher.on('all', (_event, path) => {
    rebuilds.changed.add(path.replaceAll(sep, '/'));
    timers.splice(0).forEach(clearTimeout);
    timers.push(setTimeout(buildAgain, QUIET_MILLISECONDS), setTimeout(buildAgain, SECOND_LOOK_MILLISECONDS));
  });
  if (!stop.aborted) await once(stop, 'abort');
  timers.forEach(clearTimeout);
}

/** The builds behind the first one. A second look at the same changes is told only when it finds something else. */
class Rebuilds {
  /** Paths of the sources that changed since the last build. */
  readonly changed = new Set<string>();
  private sources: readonly string[] = [];
  private failure = '';

  constructor(
    private readonly folder: string,
    private previous: BuildResult,
    private readonly listener: WatchListener,
  ) {}

  buildAgain(): void {
    const isFirstLook = this.changed.size > 0;
    if (isFirstLook) this.sources = [...this.changed].sort();
    this.changed.clear();
    try {
      const result = build(this.folder, { previous: this.previous });
      const isNew = isFirstLook || this.failure !== '' || !isSameLibrary(result, this.previous);
      this.previous = result;
      this.failure = '';
      if (isNew) this.listener.built(result, this.sources);
    } catch (problem) {
      const isNew = isFirstLook || this.failure !== String(problem);
      this.failure = String(problem);
      if (isNew) this.listener.failed(problem);
    }
  }
}

/** Whether a build found the sources and the outputs as the one before left them. */
function isSameLibrary(result: BuildResult, previous: BuildResult): boolean {
  const sources = ({ compilation }: BuildResult): readonly unknown[] =>
    compilation.analysis.project.modules.map(({ sourceFile }) => sourceFile);
  const before = sources(previous);
  return (
    result.written.length === 0 &&
    result.removed.length === 0 &&
    sources(result).every((each, index) => each === before[index]) &&
    isDeepStrictEqual(result.diagnostics, previous.diagnostics)
  );
}

/** Whether a path, relative to the project folder, is the folder, one of the sources or a folder of them. */
function isSource(path: string): boolean {
  const [folder = ''] = path.split(sep);
  // The build itself writes the declarations.
  return ['', 'vars', 'resources'].includes(folder) && path !== normalize(SCRIPT_DECLARATIONS);
}
