/** The package `gig-ci`: runs the pipelines of a library from tests and tools. */
export { Library, LibraryError, openLibrary } from './library';
export type { Jenkinsfile, SimulationOptions } from './library';
export { runPipeline } from './run';
export type { RunRequest, RunResult, World } from './run';
export { readScenarioOf } from './run-input';
export type { RunRecord, StageRecord, StepEvent } from '../simulator/record';
export type { Scenario } from '../simulator/scenario';
