/** Builds the Java program of the engine once per version of its sources, with an archive of classes for a fast start. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder, madeOnce } from './cache';
import { resolveDependencies } from './dependencies';
import { makeJar, readJavaSources } from './java-program';
import { EngineProcess } from './process';
import { findJava } from './toolchain';
import { warmUpRequest } from './warm-up';

/** How to start the Java program. */
export interface Installation {
  readonly java: string;
  readonly parameters: readonly string[];
}

/**
 * C1 alone and the serial collector: a run is short. The stack has Java's usual size on every system, because it limits
 * how deeply calls may be nested at a step, as in Jenkins. What Java says itself would go to standard output, between the
 * answers: warnings, and that the room for compiled code is full.
 */
const flags = [
  ...['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xss1m', '-Xshare:auto'],
  ...['-Xlog:disable', '-Xlog:all=warning:stderr', '-XX:+DisplayVMOutputToStderr'],
];

/**
 * @throws ToolMissing without Java, or without Maven when the libraries are not there yet
 * @throws Error when they cannot be fetched or the program does not compile
 */
export async function install(
  cache: string = cacheFolder(),
  progress: (message: string) => void = () => undefined,
): Promise<Installation> {
  const kit = findJava();
  const sources = await readJavaSources();
  const libraries = await resolveDependencies(cache, progress);
  const made = JSON.stringify([kit.release, libraries, [...sources]]);
  const key = createHash('sha256').update(made).digest('hex').slice(0, 16);
  const folder = await madeOnce(join(cache, `engine-${key}`), async (draft) => {
    progress('compiling the engine (once)');
    await makeJar(kit, sources, libraries, draft);
  });
  const main = ['-cp', [join(folder, 'engine.jar'), ...libraries].join(':'), 'gigci.engine.Main', folder];
  const archive = join(folder, 'classes.jsa');
  if (!existsSync(archive)) {
    progress('preparing a fast start of the engine (once)');
    await makeArchive(kit.java, main, archive);
  }
  return { java: kit.java, parameters: [...flags, `-XX:SharedArchiveFile=${archive}`, ...main] };
}

/** Milliseconds for the warm-up: plenty, for a slow machine. */
const warmUpLimit = 60_000;

/** Runs a small program and lets Java archive the classes that it loaded. Without an archive Java only starts slower. */
async function makeArchive(java: string, main: readonly string[], archive: string): Promise<void> {
  const draft = `${archive}.${process.pid}`;
  const engine = new EngineProcess(java, [...flags, `-XX:ArchiveClassesAtExit=${draft}`, ...main]);
  await engine.request(await warmUpRequest(), warmUpLimit);
  await engine.close();
  if (existsSync(draft)) await rename(draft, archive);
}
