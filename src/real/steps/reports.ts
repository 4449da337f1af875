/**
 * junit, publishHTML, recordCoverage, dependencyCheckPublisher, archiveArtifacts: what Jenkins would show with the build is
 * copied into the folder of the build; limits are judged as there.
 */
import { cpSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { stepError } from '../../simulator/failures';
import type { Value } from '../../simulator/program';
import type { StepContext } from '../../simulator/threads';
import { isMap, textOf, type ValueMap } from '../../simulator/values';
import { matchingFiles } from '../ant-patterns';
import type { RealBuild } from '../real-build';
import {
  coberturaCoverage,
  dependencyFindings,
  testCounts,
  UnreadableReport,
  type Coverage,
} from '../report-files';

/** `junit`: counts the tests of the reports and keeps them with the build; failed tests make it unstable. */
export function junit(step: StepContext, build: RealBuild): Value {
  step.print('Recording test results');
  const { folder } = step.scope;
  const pattern = step.given.text('testResults');
  const isOld = (file: string): boolean => statSync(join(folder, file)).mtimeMs < build.input.startTime;
  const files = matchingFiles(folder, pattern).filter(
    (file) => !step.given.flag('skipOldReports') || !isOld(file),
  );
  if (files.length === 0 && !step.given.flag('allowEmptyResults')) {
    throw stepError('No test report files were found. Configuration error?');
  }
  const counts = files.map((file) => reading(() => testCounts(join(folder, file))));
  const sum = (part: 'passed' | 'failed' | 'skipped'): number =>
    counts.reduce((total, count) => total + count[part], 0);
  const [passed, failed, skipped] = [sum('passed'), sum('failed'), sum('skipped')];
  const place = keep(build, 'junit', folder, files);
  step.print(`${passed} passed, ${failed} failed, ${skipped} skipped: ${place}`);
  if (failed > 0 && !step.given.flag('skipMarkingBuildUnstable')) step.worsen('UNSTABLE');
  return {
    totalCount: passed + failed + skipped,
    passCount: passed,
    failCount: failed,
    skipCount: skipped,
  };
}

/** A folder that is missing makes the build FAILURE and the step returns (HtmlPublisher.publishReports). */
export function publishHTML(step: StepContext, build: RealBuild): Value {
  const { target } = step.given.values;
  if (target === undefined || !isMap(target)) return null;
  const folder = resolve(step.scope.folder, textOf(target['reportDir']));
  const files = matchingFiles(folder, '**/*');
  if (files.length === 0) {
    if (target['allowMissing'] === true) return null;
    step.print(`ERROR: Specified HTML directory '${folder}' does not exist.`);
    step.worsen('FAILURE');
    return null;
  }
  const name = textOf(target['reportName']);
  keep(build, join('htmlreports', name.replaceAll('/', '_')), folder, files);
  const first = join(
    build.input.buildFolder,
    'htmlreports',
    name.replaceAll('/', '_'),
    textOf(target['reportFiles']),
  );
  step.print(`[htmlpublisher] ${name}: ${pathToFileURL(first).href}`);
  return null;
}

/** `recordCoverage`: prints the coverage, judges it by the gates and keeps the reports with the build. */
export function recordCoverage(step: StepContext, build: RealBuild): Value {
  const { folder } = step.scope;
  for (const tool of step.given.list('tools').filter(isMap)) {
    const [parser, pattern] = [textOf(tool['parser']), textOf(tool['pattern'])];
    const files = matchingFiles(folder, pattern);
    if (files.length === 0) {
      step.print(`[Coverage] No files found for pattern '${pattern}'`);
      continue;
    }
    const place = keep(build, 'coverage', folder, files);
    if (parser !== 'COBERTURA') {
      step.print(`[Coverage] ${place}; limits of ${parser} are judged in Jenkins alone`);
      continue;
    }
    for (const file of files) {
      const coverage = reading(() => coberturaCoverage(join(folder, file)));
      step.print(`[Coverage] ${percent(coverage.LINE)} of the lines: ${place}`);
      for (const gate of step.given.list('qualityGates').filter(isMap)) judge(step, gate, coverage);
    }
  }
  return null;
}

function judge(step: StepContext, gate: ValueMap, coverage: Coverage): void {
  const metric = textOf(gate['metric']) as keyof Coverage;
  const { threshold } = gate;
  const value = coverage[metric];
  if (typeof threshold !== 'number' || (value !== undefined && value >= threshold)) return;
  step.print(`[Coverage] ${metric}: ${percent(value)}, and at least ${threshold} % are wanted`);
  step.worsen(gate['criticality'] === 'FAILURE' ? 'FAILURE' : 'UNSTABLE');
}

function percent(value: number | undefined): string {
  return value === undefined ? 'an unknown part' : `${value.toFixed(2)} %`;
}

/** `dependencyCheckPublisher`: counts the findings, judges the critical ones and keeps the reports with the build. */
export function dependencyCheckPublisher(step: StepContext, build: RealBuild): Value {
  const { folder } = step.scope;
  const files = matchingFiles(folder, step.given.optionalText('pattern') ?? '**/dependency-check-report.xml');
  if (files.length === 0) {
    if (step.given.flag('skipNoReportFiles')) return null;
    step.print('Unable to find Dependency-Check reports to parse');
    step.worsen('FAILURE');
    return null;
  }
  const place = keep(build, 'dependency-check', folder, files);
  const findings = files.map((file) => reading(() => dependencyFindings(join(folder, file))));
  const critical = findings.reduce((sum, finding) => sum + finding.critical, 0);
  const total = findings.reduce((sum, finding) => sum + finding.total, 0);
  step.print(`${total} findings, ${critical} of them critical: ${place}`);
  const limit = step.given.optionalNumber('failedTotalCritical');
  if (limit !== undefined && limit > 0 && critical >= limit) {
    step.print(`Findings exceed configured thresholds: ${critical} critical, and ${limit} fail the build`);
    step.worsen('FAILURE');
  }
  return null;
}

/** `archiveArtifacts`: copies files to the folder of the build. */
export function archiveArtifacts(step: StepContext, build: RealBuild): Value {
  step.print('Archiving artifacts');
  const patterns = step.given.text('artifacts');
  const { folder } = step.scope;
  const files = matchingFiles(folder, patterns, step.given.optionalText('excludes'));
  if (files.length === 0) {
    const message = `No artifacts found that match the file pattern "${patterns}". Configuration error?`;
    if (!step.given.flag('allowEmptyArchive')) throw stepError(message);
    step.print(message);
    return null;
  }
  const place = keep(build, 'archive', folder, files);
  step.print(`${files.length === 1 ? (files[0] ?? '') : `${files.length} files`}: ${place}`);
  return null;
}

/** Copies files with their paths into a folder of the build, and says where that is. */
function keep({ input }: RealBuild, name: string, from: string, files: readonly string[]): string {
  const folder = join(input.buildFolder, name);
  for (const file of files) {
    const target = join(folder, file);
    mkdirSync(dirname(target), { recursive: true });
    cpSync(join(from, file), target, { preserveTimestamps: true });
  }
  return folder;
}

function reading<Result>(read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (error instanceof UnreadableReport) throw stepError(error.message);
    throw error;
  }
}
