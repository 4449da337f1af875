/** Starts an engine for a library. */
import { join } from 'node:path';
import { startEngine, type Engine } from '../engine';
import { OUTPUT_FOLDER } from '../outputs/header';
import { openLibrary, type Library } from './library';

/**
 * Starts an engine that expects the library which was generated last: it gets ready in its own process while the library is
 * compiled in this one.
 * @param preparing told what takes seconds before the engine is ready for the first time
 * @throws ToolMissing when it cannot run here
 */
export async function startPreparedEngine(
  projectFolder: string,
  preparing: ((message: string) => void) | undefined,
): Promise<Engine> {
  const engine = await startEngine(preparing === undefined ? {} : { progress: preparing });
  try {
    await engine.prepare(join(projectFolder, OUTPUT_FOLDER));
    return engine;
  } catch (problem) {
    await engine.close();
    throw problem;
  }
}

/**
 * Opens a library, which closes its engine with itself.
 * @throws LibraryError when the library does not compile; its engine has ended then
 */
export async function openLibraryOn(projectFolder: string, engine: Engine | undefined): Promise<Library> {
  try {
    return openLibrary(projectFolder, engine);
  } catch (problem) {
    await engine?.close();
    throw problem;
  }
}
