/** Findings as JSON of our own: all that is known of each. */
import { findingsOf, type CheckReport } from '../report';

const FORMAT_VERSION = 1;

/** The report as data, with a line end. */
export function json(report: CheckReport): string {
  const findings = findingsOf(report).map(
    ({
      file,
      line,
      column,
      endLine,
      endColumn,
      rule,
      severity,
      message,
      remedy,
      call,
      path,
      suggestion,
      fix,
    }) => ({
      file,
      line,
      column,
      endLine,
      endColumn,
      rule,
      severity,
      message,
      remedy,
      call: call?.name,
      path,
      suggestion,
      fixable: fix !== undefined,
    }),
  );
  const files = report.files.map(({ file, calls, unchecked }) => ({ file, calls, unchecked }));
  const { library, unreadable, fixed } = report;
  const data = { formatVersion: FORMAT_VERSION, library, files, findings, unreadable, fixed };
  return `${JSON.stringify(data, undefined, 2)}\n`;
}
