/** SARIF 2.1.0, the format of OASIS for the outcome of a static analysis: GitHub, GitLab and Jenkins read it. */
import type { Finding } from '../findings';
import { findingsOf, type CheckReport } from '../report';
import { RULES, type RuleName } from '../rules';
import { fullMessage } from './message';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const RULE_NAMES = Object.keys(RULES) as readonly RuleName[];

/** The report as one run. */
export function sarif(report: CheckReport): string {
  const { version, unreadable } = report;
  const rules = RULE_NAMES.map((id) => ({
    id,
    shortDescription: { text: RULES[id].summary },
    defaultConfiguration: { level: RULES[id].severity },
  }));
  const notifications = unreadable.map(({ place, reason, remedy }) => ({
    level: 'error',
    message: { text: `${place} ${reason}. ${remedy}` },
  }));
  const run = {
    tool: { driver: { name: 'gig-ci', semanticVersion: version, rules } },
    columnKind: 'utf16CodeUnits',
    invocations: [
      {
        executionSuccessful: unreadable.length === 0,
        ...(notifications.length > 0 && { toolExecutionNotifications: notifications }),
      },
    ],
    artifacts: report.files.map(({ file }) => ({ location: { uri: uriOf(file) } })),
    results: findingsOf(report).map(resultOf),
  };
  return `${JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs: [run] }, undefined, 2)}\n`;
}

function resultOf(finding: Finding): object {
  const { rule, severity, file, fix, suggestion } = finding;
  return {
    ruleId: rule,
    ruleIndex: RULE_NAMES.indexOf(rule),
    level: severity,
    message: { text: fullMessage(finding) },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file) }, region: regionOf(finding) } }],
    ...(fix !== undefined && {
      fixes: [
        {
          description: { text: `Write '${suggestion ?? fix.text}'.` },
          artifactChanges: [
            {
              artifactLocation: { uri: uriOf(file) },
              replacements: [
                {
                  deletedRegion: { charOffset: fix.start, charLength: fix.end - fix.start },
                  insertedContent: { text: fix.text },
                },
              ],
            },
          ],
        },
      ],
    }),
  };
}

function regionOf({ line, column, endLine, endColumn }: Finding): object {
  return { startLine: line, startColumn: column, endLine, endColumn };
}

/** Paths are relative; what a URI has no letters for is written with per cent. */
function uriOf(file: string): string {
  return file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
}
