/** Runs a Jenkinsfile in one world or in both, and compares. */
import { readFileSync } from 'node:fs';
import { ToolMissing } from '../engine';
import { compareRecords, type RecordDifference } from '../simulator/compare';
import type { Progress } from '../simulator/progress';
import type { RunRecord } from '../simulator/record';
import type { Scenario } from '../simulator/scenario';
import { openLibrary, type Jenkinsfile, type Library, type Saving } from './library';

/** Where a program runs: as TypeScript in Node, or as Groovy on the Pipeline engine. */
export type World = 'direct' | 'engine';

export interface RunRequest {
  readonly projectFolder: string;
  /** Path of the Jenkinsfile. */
  readonly jenkinsfile: string;
  readonly scenario: Scenario;
  /** `available`: both, or the direct world alone where the engine's tools are missing. */
  readonly worlds: World | 'both' | 'available';
  readonly saving?: Saving;
  /** Hears what happens in each world while it happens. */
  readonly listener?: (world: World, progress: Progress) => void;
  /** Told what takes seconds before the engine is ready for the first time. */
  readonly preparing?: (message: string) => void;
}

export interface RunResult {
  readonly records: { readonly [World in 'direct' | 'engine']?: RunRecord };
  /** The first thing in which the worlds differ; always a defect. */
  readonly difference?: RecordDifference;
  /** Why the engine world was left out. */
  readonly leftOut?: string;
}

/**
 * Runs the Jenkinsfile.
 * @throws LibraryError when the library does not compile
 * @throws JenkinsfileError when the direct world cannot run the Jenkinsfile
 * @throws ToolMissing when the engine was asked for and cannot run here
 */
export async function runPipeline(request: RunRequest): Promise<RunResult> {
  const library = openLibrary(request.projectFolder);
  try {
    const jenkinsfile = { path: request.jenkinsfile, text: readFileSync(request.jenkinsfile, 'utf8') };
    const direct = request.worlds === 'engine' ? undefined : runDirect(library, jenkinsfile, request);
    const engine = request.worlds === 'direct' ? undefined : await runEngine(library, jenkinsfile, request);
    if (typeof engine === 'string') return { records: { ...(direct && { direct }) }, leftOut: engine };
    const difference = direct && engine && compareRecords(direct, engine);
    return {
      records: { ...(direct && { direct }), ...(engine && { engine }) },
      ...(difference && { difference }),
    };
  } finally {
    await library.close();
  }
}

function runDirect(
  library: Library,
  jenkinsfile: Jenkinsfile,
  { scenario, listener }: RunRequest,
): RunRecord {
  return library.runDirect(jenkinsfile, { scenario, onEvent: (progress) => listener?.('direct', progress) });
}

/** The record, or why there is none. */
async function runEngine(
  library: Library,
  jenkinsfile: Jenkinsfile,
  { scenario, worlds, saving, listener, preparing }: RunRequest,
): Promise<RunRecord | string> {
  try {
    await library.startEngine(preparing === undefined ? {} : { progress: preparing });
  } catch (problem) {
    if (worlds === 'available' && problem instanceof ToolMissing) return problem.message;
    throw problem;
  }
  return library.runEngine(jenkinsfile, {
    scenario,
    ...(saving && { saving }),
    onEvent: (progress) => listener?.('engine', progress),
  });
}
