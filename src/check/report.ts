/** The outcome of a whole check, and how it is counted. */
import type { InputProblem } from '../diagnostics/unusable-input';
import type { FileReport, Finding } from './findings';

/** What a check of several files found. */
export interface CheckReport {
  readonly files: readonly FileReport[];
  /** Files that could not be read. */
  readonly unreadable: readonly InputProblem[];
  /** How many findings were mended. */
  readonly fixed: number;
  /** The folder of the library, as it is shown. */
  readonly library: string;
  /** The version of gig-ci. */
  readonly version: string;
}

/** All findings, by file and place. */
export function findingsOf({ files }: CheckReport): readonly Finding[] {
  return files.flatMap(({ findings }) => findings);
}

/** 2: something is no Jenkinsfile. 1: a call is wrong. Warnings alone are no failure. */
export function exitCodeOf(report: CheckReport): 0 | 1 | 2 {
  const findings = findingsOf(report);
  if (report.unreadable.length > 0 || findings.some(({ rule }) => rule === 'syntax')) return 2;
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}
