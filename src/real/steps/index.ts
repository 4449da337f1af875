/**
 * What the steps do that touch a machine; a file has the steps of one purpose. All others do here what they do in the
 * simulator.
 */
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
    immediate((step) => run(step, build));
  const inTime = (run: (step: StepContext, build: RealBuild) => Execution): StepImplementation =>
    suspending((step) => run(step, build));
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
