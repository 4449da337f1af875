/** Runs a Jenkinsfile in one world or in both, and compares. */
import { readFileSync } from 'node:fs';
import { JenkinsfileError } from '../direct/jenkinsfile';
import { ToolMissing, type Engine, type Saving } from '../engine';
import { compareRecords, type RecordDifference } from '../simulator/compare';
import type { Progress } from '../simulator/progress';
import type { RunRecord } from '../simulator/record';
import type { Scenario } from '../simulator/scenario';
import { openLibraryOn, startPreparedEngine } from './engine';
import type { Jenkinsfile, Library } from './library';

/** Where a program runs: as TypeScript in Node, or as Groovy on the Pipeline engine. */
export type World = 'direct' | 'engine';

/** A simulated run. */
export interface RunRequest {
  readonly projectFolder: string;
  /** Path of the Jenkinsfile. */
  readonly jenkinsfile: string;
  readonly scenario: Scenario;
  /** `available`: both, or one of them alone where the engine's tools are missing, or Node cannot run the Jenkinsfile. */
  readonly worlds: World | 'both' | 'available';
  readonly saving?: Saving;
  /** Hears what happens in each world while it happens. */
  readonly listener?: (world: World, progress: Progress) => void;
  /** Told what takes seconds before the engine is ready for the first time. */
  readonly preparing?: (message: string) => void;
}

/** What a simulated run yields. */
export interface RunResult {
  readonly records: { readonly [World in 'direct' | 'engine']?: RunRecord };
  /** The first thing in which the worlds differ; always a defect. */
  readonly difference?: RecordDifference;
  /** Why a world was left out. */
  readonly leftOut?: string;
}

/**
 * Runs the Jenkinsfile.
 * @throws LibraryError when the library does not compile
 * @throws JenkinsfileError when the direct world cannot run the Jenkinsfile, and no other was left to choose
 * @throws ToolMissing when the engine was asked for and cannot run here
 */
export async function runPipeline(request: RunRequest): Promise<RunResult> {
  const { projectFolder, worlds, jenkinsfile: path } = request;
  const engine = worlds === 'direct' ? undefined : await prepareEngine(request);
  const [ready, missing] = typeof engine === 'string' ? [undefined, engine] : [engine, undefined];
  const library = await openLibraryOn(projectFolder, ready);
  try {
    const jenkinsfile = { path, text: readFileSync(path, 'utf8') };
    const direct = worlds === 'engine' ? undefined : runInNode(library, jenkinsfile, request, ready);
    const unreadable = typeof direct === 'string' ? direct : undefined;
    const records = {
      ...(typeof direct === 'object' && { direct }),
      ...(ready && { engine: await runEngine(library, jenkinsfile, request) }),
    };
    const difference = records.direct && records.engine && compareRecords(records.direct, records.engine);
    const leftOut = missing ?? unreadable;
    return { records, ...(difference && { difference }), ...(leftOut !== undefined && { leftOut }) };
  } finally {
    await library.close();
  }
}

/** A started engine, or why there is none. */
async function prepareEngine({ projectFolder, worlds, preparing }: RunRequest): Promise<Engine | string> {
  try {
    return await startPreparedEngine(projectFolder, preparing);
  } catch (problem) {
    if (worlds === 'available' && problem instanceof ToolMissing) return problem.message;
    throw problem;
  }
}

/** The record, or why there is none: Node leaves to the engine what it cannot run, where that is asked for and there. */
function runInNode(
  library: Library,
  jenkinsfile: Jenkinsfile,
  request: RunRequest,
  engine: Engine | undefined,
): RunRecord | string {
  try {
    return runDirect(library, jenkinsfile, request);
  } catch (problem) {
    if (request.worlds !== 'available' || engine === undefined || !(problem instanceof JenkinsfileError)) {
      throw problem;
    }
    const place = `${jenkinsfile.path}:${problem.line}:${problem.column}`;
    return `Node runs calls and blocks with values that are written down, and at ${place} ${problem.reason}`;
  }
}

function runDirect(
  library: Library,
  jenkinsfile: Jenkinsfile,
  { scenario, listener }: RunRequest,
): RunRecord {
  return library.runDirect(jenkinsfile, { scenario, onEvent: (progress) => listener?.('direct', progress) });
}

function runEngine(
  library: Library,
  jenkinsfile: Jenkinsfile,
  { scenario, saving, listener }: RunRequest,
): Promise<RunRecord> {
  return library.runEngine(jenkinsfile, {
    scenario,
    ...(saving && { saving }),
    onEvent: (progress) => listener?.('engine', progress),
  });
}
