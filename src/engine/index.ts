/**
 * The engine world: runs a generated library and a Jenkinsfile on groovy-cps, in the sandbox, saved and restored at each
 * step. `toolchain` finds Java and Maven, `installation` fills the cache (`dependencies`, `java-program`), `process` talks
 * to the Java program in `jvm/`, `program` is what the simulator drives.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CompileError } from './answers';
import { install, type Installation } from './installation';
import { Locations } from './locations';
import { EngineProcess } from './process';
import { EngineProgram } from './program';
import { loadRequest, type LoadOptions } from './requests';
import { warmUpRequest } from './warm-up';

export { ToolMissing } from './toolchain';
export type { LoadOptions, Saving } from './requests';
export type { EngineProgram } from './program';

/** Groovy keeps what it knows of a class for ever, about 75 kB a program: a fresh process from time to time. */
const loadsPerProcess = 3000;

/** Milliseconds that compiling may take. */
const compileLimit = 120_000;

/** The library or the Jenkinsfile does not compile. */
export class EngineError extends Error {
  constructor(readonly errors: readonly CompileError[]) {
    super(errors.map(describe).join('\n'));
  }
}

/** How an engine starts; all of it may be left out. */
export interface EngineOptions {
  /** Where to keep what is made once; GIG_CI_CACHE or the user's cache folder when left out. */
  readonly cache?: string;
  /** Told what takes seconds on the first start. */
  readonly progress?: (message: string) => void;
  /** Milliseconds that a program may run without a step, 300000 as in Jenkins. */
  readonly limit?: number;
}

/** Runs programs, one after another. */
export class Engine {
  private process: EngineProcess | undefined;
  private loads = 0;

  constructor(
    private readonly installation: Installation,
    private readonly limit: number,
  ) {
    this.process = this.spawn();
  }

  /**
   * Uses the time until the first {@link load}: makes the library of a folder ready, which costs little when an earlier
   * process did so, and lets Java warm up. Nothing waits for it; a library that does not compile says so when it is loaded.
   */
  async prepare(libraryFolder: string): Promise<void> {
    const ignored = (): void => undefined;
    const process = this.process;
    if (process === undefined) return;
    const warmUp = await warmUpRequest();
    if (existsSync(libraryFolder))
      process.request({ operation: 'loadAhead', libraryFolder }, compileLimit).catch(ignored);
    process.request(warmUp, compileLimit).catch(ignored);
  }

  /**
   * Compiles and makes ready to start. Replaces the program before.
   * @throws EngineError when something does not compile
   * @throws EngineCrash when the Java process dies
   */
  async load(options: LoadOptions): Promise<EngineProgram> {
    const { libraryFolder, jenkinsfilePath } = options;
    if (!['src', 'vars'].some((child) => existsSync(join(libraryFolder, child)))) {
      throw new EngineError([{ message: `${libraryFolder} has neither a folder src nor a folder vars` }]);
    }
    const load = ++this.loads;
    const process = await this.ready(load);
    const answer = await process.request(loadRequest(options), compileLimit);
    if (answer.kind === 'refused') {
      throw new EngineError(answer.errors.map((error) => withPath(error, jenkinsfilePath)));
    }
    return new EngineProgram(process, new Locations(libraryFolder), () => this.loads === load, this.limit);
  }

  /** Ends the Java process. A later load starts another. */
  async close(): Promise<void> {
    const ending = this.process;
    this.process = undefined;
    await ending?.close();
  }

  private async ready(load: number): Promise<EngineProcess> {
    if (this.process?.alive !== true || load % loadsPerProcess === 0) {
      await this.close();
      this.process = this.spawn();
    }
    return this.process;
  }

  private spawn(): EngineProcess {
    return new EngineProcess(this.installation.java, this.installation.parameters);
  }
}

/**
 * Makes the engine ready; the first time this fetches libraries and compiles, later it takes a few milliseconds.
 * @throws ToolMissing when this machine has no Java, or no Maven for the first time
 */
export async function startEngine({ cache, progress, limit = 300_000 }: EngineOptions = {}): Promise<Engine> {
  return new Engine(await install(cache, progress), limit);
}

/** In a Jenkinsfile Groovy speaks of `WorkflowScript`. */
function withPath(error: CompileError, jenkinsfilePath: string): CompileError {
  return error.file === 'WorkflowScript' ? { ...error, file: jenkinsfilePath } : error;
}

function describe({ file, line, message }: CompileError): string {
  if (file === undefined) return message;
  return line === undefined ? `${file}: ${message}` : `${file}:${line}: ${message}`;
}
