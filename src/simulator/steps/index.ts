/**
 * What every step of the catalogue does, by name. A file has the steps of one purpose, each a function over its context;
 * one that waits for time or for its body is a generator.
 */
import { withCredentials } from './credentials';
import { withEnv } from './environment';
import { deleteDir, dir, fileExists, pwd, readFile, writeFile } from './files';
import { type StepImplementation, immediate, suspending } from './implementation';
import { echo, error, unstable } from './messages';
import { node, tool } from './agent';
import { lock, milestone } from './order';
import { parallel } from './parallel';
import { junit, publish, publishHTML } from './reports';
import { sh } from './sh';
import { waitForQualityGate, withSonarQubeEnv } from './sonar';
import { checkout, libraryResource } from './source';
import { stage, timestamps } from './stage';
import { retry, sleep, timeout } from './timing';

export const implementations: ReadonlyMap<string, StepImplementation> = new Map([
  ['echo', immediate(echo)],
  ['error', immediate(error)],
  ['unstable', immediate(unstable)],
  ['retry', suspending(retry)],
  ['timeout', suspending(timeout)],
  ['sleep', suspending(sleep)],
  ['withEnv', suspending(withEnv)],
  ['withCredentials', suspending(withCredentials)],
  ['readFile', immediate(readFile)],
  ['writeFile', immediate(writeFile)],
  ['fileExists', immediate(fileExists)],
  ['deleteDir', immediate(deleteDir)],
  ['pwd', immediate(pwd)],
  ['dir', suspending(dir)],
  ['node', suspending(node)],
  ['tool', immediate(tool)],
  ['sh', suspending(sh)],
  ['stage', suspending(stage)],
  ['timestamps', suspending(timestamps)],
  ['parallel', suspending(parallel)],
  ['milestone', immediate(milestone)],
  ['lock', suspending(lock)],
  ['checkout', suspending(checkout)],
  ['libraryResource', immediate(libraryResource)],
  ['junit', immediate(junit)],
  ['publishHTML', immediate(publishHTML)],
  ['recordCoverage', immediate(publish)],
  ['dependencyCheckPublisher', immediate(publish)],
  ['archiveArtifacts', immediate(publish)],
  ['withSonarQubeEnv', suspending(withSonarQubeEnv)],
  ['waitForQualityGate', suspending(waitForQualityGate)],
]);
