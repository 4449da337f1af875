/** Runs a Jenkinsfile on this machine, in one world. */
import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Saving } from '../engine';
import { prepareRealRun, type RealRun, type RealRunRequest } from '../real';
import type { ProgressListener } from '../simulator/progress';
import type { RunRecord } from '../simulator/record';
import { openLibraryOn, startPreparedEngine } from './engine';
import type { Library } from './library';
import type { World } from './run';

/** A run on this machine, and who hears of it. */
export interface RealPipelineRequest extends RealRunRequest {
  readonly projectFolder: string;
  readonly world: World;
  /** What the engine does with the program at each step (every step). */
  readonly saving?: Saving;
  /** Told when the run has its folders, before its first step. */
  readonly began?: (run: RealRun) => void;
  readonly listener?: ProgressListener;
  /** Told what takes seconds before the engine is ready for the first time. */
  readonly preparing?: (message: string) => void;
  /** Aborts the build; its reason is who does that. */
  readonly abort?: AbortSignal;
}

/** How it ended. */
export interface RealPipelineResult {
  readonly record: RunRecord;
  readonly run: RealRun;
  /** Folders that could not be removed. */
  readonly left: readonly string[];
}

/**
 * Runs the Jenkinsfile.
 * @throws UnusableInput when something that it is given is wrong; then nothing was started
 * @throws LibraryError when the library does not compile
 * @throws JenkinsfileError when Node cannot run the Jenkinsfile
 * @throws ToolMissing when the engine was asked for and cannot run here
 */
export async function runReal(request: RealPipelineRequest): Promise<RealPipelineResult> {
  const { projectFolder, world, preparing } = request;
  const engine = world === 'direct' ? undefined : await startPreparedEngine(projectFolder, preparing);
  const library = await openLibraryOn(projectFolder, engine);
  try {
    return await runRealOn(library, request);
  } finally {
    await library.close();
  }
}

/**
 * Runs the Jenkinsfile with a library that is open already, and stays so.
 * @throws UnusableInput and JenkinsfileError as {@link runReal} does
 */
export async function runRealOn(library: Library, request: RealPipelineRequest): Promise<RealPipelineResult> {
  const run = prepareRealRun(request);
  try {
    request.began?.(run);
    const record = await runOn(run, library, request);
    return { record, run, left: await run.close(record) };
  } catch (problem) {
    await run.close(undefined);
    throw problem;
  }
}

function runOn(
  run: RealRun,
  library: Library,
  { jenkinsfile, world, saving, listener, abort }: RealPipelineRequest,
): Promise<RunRecord> {
  const log = join(run.folder, 'log');
  const onEvent: ProgressListener = (progress) => {
    if (progress.kind === 'line') appendFileSync(log, `${progress.text}\n`);
    listener?.(progress);
  };
  const options = { scenario: run.scenario, machine: run.machine, onEvent, ...(abort && { abort }) };
  const source = { path: jenkinsfile, text: readFileSync(jenkinsfile, 'utf8') };
  return world === 'direct'
    ? library.runDirectOn(source, options)
    : library.runEngine(source, { ...options, ...(saving && { saving }) });
}
