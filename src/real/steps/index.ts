/**
 * What the steps do that touch a machine; a file has the steps of one purpose. All others do here what they do in the
 * simulator.
 */
import { stepError } from '../../simulator/failures';
import { implementations } from '../../simulator/steps';
import { immediate, suspending, type StepImplementation } from '../../simulator/steps/implementation';
import type { Value } from '../../simulator/program';
import type { Execution, StepContext } from '../../simulator/threads';
import type { RealBuild } from '../real-build';
import { node, tool } from './agent';
import { withCredentials } from './credentials';
import { deleteDir, dir, fileExists, pwd, readFile, writeFile } from './files';
import { lock, milestone } from './order';
import { archiveArtifacts, dependencyCheckPublisher, junit, publishHTML, recordCoverage } from './reports';
import { sh } from './sh';
import { waitForQualityGate, withSonarQubeEnv } from './sonar';
import { checkout } from './source';

/** Every step of the catalogue, for one build on this machine. */
export function realSteps(build: RealBuild): ReadonlyMap<string, StepImplementation> {
  const atOnce = (run: (step: StepContext, build: RealBuild) => Value): StepImplementation =>
    immediate((step) => {
      try {
        return run(step, build);
      } catch (problem) {
        throw asFailure(problem);
      }
    });
  const inTime = (run: (step: StepContext, build: RealBuild) => Execution): StepImplementation =>
    suspending(function* (step) {
      try {
        return yield* run(step, build);
      } catch (problem) {
        throw asFailure(problem);
      }
    });
  return new Map([
    ...implementations,
    ['archiveArtifacts', atOnce(archiveArtifacts)],
    ['checkout', inTime(checkout)],
    ['deleteDir', atOnce(deleteDir)],
    ['dependencyCheckPublisher', atOnce(dependencyCheckPublisher)],
    ['dir', inTime(dir)],
    ['fileExists', atOnce(fileExists)],
    ['junit', atOnce(junit)],
    ['lock', inTime(lock)],
    ['milestone', atOnce(milestone)],
    ['node', inTime(node)],
    ['publishHTML', atOnce(publishHTML)],
    ['pwd', atOnce(pwd)],
    ['readFile', atOnce(readFile)],
    ['recordCoverage', atOnce(recordCoverage)],
    ['sh', inTime(sh)],
    ['tool', atOnce(tool)],
    ['waitForQualityGate', inTime(waitForQualityGate)],
    ['withCredentials', inTime(withCredentials)],
    ['withSonarQubeEnv', inTime(withSonarQubeEnv)],
    ['writeFile', atOnce(writeFile)],
  ]);
}

/** What the system refuses, e.g. because a disk is full, fails the step as an IOException does in Jenkins, and not the run. */
function asFailure(problem: unknown): unknown {
  return isSystemError(problem) ? stepError(problem.message) : problem;
}

function isSystemError(problem: unknown): problem is NodeJS.ErrnoException {
  return typeof problem === 'object' && problem !== null && 'syscall' in problem && 'code' in problem;
}
