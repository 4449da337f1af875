/**
 * The package `gig-ci`: runs the pipelines of a library from tests and tools, and from the command line. What is exported
 * here is promised to others; the other files open a library, read what a run needs, and run it in one world or both.
 */
export { Library, LibraryError, openLibrary } from './library';
export type { Jenkinsfile, SimulationOptions } from './library';
export { runPipeline } from './run';
export type { RunRequest, RunResult, World } from './run';
export { readScenarioOf } from './run-input';
export type { RunRecord, StageRecord, StepEvent } from '../simulator/record';
export type { Scenario } from '../simulator/scenario';
