/** A library of a project folder, loaded for simulated runs in either world. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { compileLibrary, type CompiledLibrary } from '../build/compile-library';
import { formatDiagnostics } from '../diagnostics/format';
import { loadDirectLibrary, type DirectLibrary } from '../direct';
import { readJenkinsfile } from '../direct/jenkinsfile';
import { startEngine, type Engine, type EngineOptions, type Saving } from '../engine';
import { OUTPUT_FOLDER } from '../outputs/header';
import { runnableScript } from '../outputs/scripts';
import type { Program, Signal } from '../simulator/program';
import type { RunRecord } from '../simulator/record';
import type { ScriptSource } from '../simulator/resources';
import { simulate, simulateAsync, type SimulationInput } from '../simulator/simulate';

/** A Jenkinsfile with its path, for locations. */
export interface Jenkinsfile {
  readonly path: string;
  readonly text: string;
}

/** How a Jenkinsfile is run; all of it may be left out. */
export type SimulationOptions = Pick<SimulationInput, 'scenario' | 'onEvent' | 'machine' | 'abort'>;

/** The sources have diagnostics, so there is nothing to run. */
export class LibraryError extends Error {
  constructor(readonly diagnostics: CompiledLibrary['diagnostics']) {
    super(formatDiagnostics(diagnostics, false));
  }
}

/** Open it with {@link openLibrary}, close it in the end: the engine is a process of its own. */
export class Library {
  private direct: DirectLibrary | undefined;
  private generatedFolder: string | undefined;
  private engine: Promise<Engine> | undefined;
  private readonly scripts: readonly ScriptSource[];

  /** @param engine one that is started already, for this library alone */
  constructor(
    private readonly compiled: CompiledLibrary,
    engine?: Engine,
  ) {
    if (engine !== undefined) this.engine = Promise.resolve(engine);
    this.scripts = compiled.scripts.map((script) => ({ model: script.model, text: runnableScript(script) }));
  }

  /**
   * Runs the TypeScript in Node.
   * @throws JenkinsfileError when the Jenkinsfile is more than calls and blocks with values that are written down
   */
  runDirect(jenkinsfile: Jenkinsfile, options: Omit<SimulationOptions, 'machine'>): RunRecord {
    return simulate(this.directProgram(jenkinsfile, options), { ...options, scripts: this.scripts });
  }

  /**
   * Runs the TypeScript in Node, on a machine whose time passes.
   * @throws JenkinsfileError when the Jenkinsfile is more than calls and blocks with values that are written down
   */
  runDirectOn(jenkinsfile: Jenkinsfile, options: SimulationOptions): Promise<RunRecord> {
    return simulateAsync(this.directProgram(jenkinsfile, options), { ...options, scripts: this.scripts });
  }

  /**
   * Runs the generated Groovy on groovy-cps.
   * @throws ToolMissing when this machine cannot run the engine
   * @throws EngineError when the Jenkinsfile does not compile
   */
  async runEngine(
    { path, text }: Jenkinsfile,
    { saving = 'every step', ...options }: SimulationOptions & { readonly saving?: Saving },
  ): Promise<RunRecord> {
    const engine = await this.startEngine();
    const program = await engine.load({
      libraryFolder: this.generated(),
      jenkinsfile: text,
      jenkinsfilePath: path,
      saving,
      parameters: options.scenario.parameters ?? {},
    });
    return simulateAsync(program, { ...options, scripts: this.scripts });
  }

  /**
   * Makes the engine ready, which the first run does otherwise.
   * @throws ToolMissing when this machine cannot run the engine
   */
  startEngine(options: EngineOptions = {}): Promise<Engine> {
    this.engine ??= startEngine(options);
    return this.engine;
  }

  /** Ends the engine and removes what was written for it. */
  async close(): Promise<void> {
    // A start that failed has told its caller already.
    const engine = await this.engine?.catch(() => undefined);
    await engine?.close();
    this.engine = undefined;
    if (this.generatedFolder !== undefined) rmSync(this.generatedFolder, { recursive: true, force: true });
    this.generatedFolder = undefined;
  }

  private directProgram(
    { path, text }: Jenkinsfile,
    { scenario }: Pick<SimulationOptions, 'scenario'>,
  ): Program<Signal> {
    const { compilation, definitions, scripts } = this.compiled;
    const script = readJenkinsfile(text, path);
    this.direct ??= loadDirectLibrary(
      compilation.analysis,
      definitions.models,
      scripts.map(({ model }) => model),
    );
    return this.direct.program(script, scenario.parameters);
  }

  /** The generated library, written to a temporary folder: what runs is what the sources say now. */
  private generated(): string {
    if (this.generatedFolder !== undefined) return this.generatedFolder;
    const folder = mkdtempSync(join(tmpdir(), 'gig-ci-library-'));
    for (const [path, text] of this.compiled.files) {
      if (!path.startsWith(`${OUTPUT_FOLDER}/`)) continue;
      const file = join(folder, path.slice(OUTPUT_FOLDER.length + 1));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    this.generatedFolder = folder;
    return folder;
  }
}

/**
 * Compiles the library of a project in memory.
 * @param engine one that is started already; the library closes it
 * @throws LibraryError when the sources have diagnostics
 */
export function openLibrary(projectFolder: string, engine?: Engine): Library {
  const compiled = compileLibrary(projectFolder);
  if (compiled.diagnostics.length > 0) throw new LibraryError(compiled.diagnostics);
  return new Library(compiled, engine);
}
