/** What the terminal shows of a check: every problem with its line, a marker below it, and what was probably meant. */
import type { FileReport, Finding } from '../check/findings';
import { findingsOf, type CheckReport } from '../check/report';
import { quantityText } from '../diagnostics/quantity';
import type { Style } from './style';

/** Longer lines are cut around the marker. */
const WIDEST = 120;

/**
 * The lines of the report. The problems of one call stand together, as a run of the pipeline would say them:
 *
 *     Jenkinsfile:2:1 gigRouterPipeline: 2 problems
 *
 *       ecrRepo                 is required: name of the ECR repository
 *         2 | gigRouterPipeline(apps: ['users', 7])
 *             ^^^^^^^^^^^^^^^^^
 *       apps[1]                 is not a string: 7
 *         2 | gigRouterPipeline(apps: ['users', 7])
 *                                               ^
 * @param verbose says what could not be checked, too
 */
export function checkReportLines(report: CheckReport, verbose: boolean, style: Style): readonly string[] {
  const blocks = report.files.flatMap((file) => [
    ...blocksOf(file).map((block) => blockLines(block, style)),
    ...(verbose ? uncheckedLines(file, style) : []),
  ]);
  return [...blocks.flatMap((lines) => [...lines, '']), summaryOf(report, style)];
}

/** The findings of one call, or one other finding. */
function blocksOf({ findings }: FileReport): readonly (readonly Finding[])[] {
  const blocks = new Map<string, Finding[]>();
  for (const [index, finding] of findings.entries()) {
    const key =
      finding.call === undefined ? `finding ${index}` : `call ${finding.call.start} ${finding.severity}`;
    const block = blocks.get(key);
    if (block === undefined) blocks.set(key, [finding]);
    else block.push(finding);
  }
  return [...blocks.values()];
}

function blockLines(block: readonly Finding[], style: Style): readonly string[] {
  const [first] = block;
  if (first === undefined) return [];
  const { file, line, column, call, severity, message, remedy } = first;
  const place = style.cyan(`${file}:${line}:${column}`);
  if (call === undefined) {
    const kind = severity === 'error' ? style.red('error') : style.yellow('warning');
    return [`${place} ${kind} ${message}`, ...markedLine(first, style), ...remedyLines(remedy)];
  }
  const isError = severity === 'error';
  const heading = `${call.name}: ${quantityText(block.length, isError ? 'problem' : 'warning')}`;
  const width = Math.max(24, ...block.map(({ path = '' }) => path.length + 2));
  return [
    `${place} ${isError ? style.red(heading) : style.yellow(heading)}`,
    ...block.flatMap((finding) => [
      `  ${finding.path === undefined ? '' : finding.path.padEnd(width)}${finding.message}`,
      ...markedLine(finding, style),
      ...remedyLines(finding.remedy),
    ]),
  ];
}

/** The line, and a marker below what is meant. A tab is one column for us and several for a terminal, so it is repeated. */
function markedLine(finding: Finding, style: Style): readonly string[] {
  const { line, column, endLine, endColumn, sourceLine } = finding;
  const indentation = sourceLine.length - sourceLine.trimStart().length;
  const start = column - 1;
  const end = endLine === line ? Math.max(endColumn - 1, start + 1) : Math.max(sourceLine.length, start + 1);
  const from =
    end - indentation <= WIDEST ? Math.min(indentation, start) : Math.max(indentation, start - WIDEST / 3);
  const shown = sourceLine.slice(from, from + WIDEST).trimEnd();
  const before = sourceLine.slice(from, start).replace(/[^\t]/g, ' ');
  const length = Math.max(1, Math.min(end, from + WIDEST) - start);
  const gutter = `    ${line} | `;
  const [head, tail] = [from > indentation ? '…' : '', from + WIDEST < sourceLine.length ? '…' : ''];
  return [
    `${style.dim(gutter)}${head}${shown}${tail}`,
    `${' '.repeat(gutter.length + head.length)}${before}${style.red('^'.repeat(length))}`,
  ];
}

function remedyLines(remedy: string | undefined): readonly string[] {
  return remedy === undefined ? [] : [`    ${remedy}`];
}

function uncheckedLines({ file, unchecked }: FileReport, style: Style): readonly (readonly string[])[] {
  if (unchecked.length === 0) return [];
  return [
    unchecked.map(
      ({ line, column, reason }) =>
        `${style.cyan(`${file}:${line}:${column}`)} ${style.dim(`not checked: ${reason}`)}`,
    ),
  ];
}

/** `2 problems, 1 warning in 3 files; 5 calls checked, library: .`; no file at all is no success. */
function summaryOf(report: CheckReport, style: Style): string {
  if (report.files.length === 0) return `nothing was checked; library: ${report.library}`;
  const findings = findingsOf(report);
  const warnings = findings.filter(({ severity }) => severity === 'warning').length;
  const problems = findings.length - warnings;
  const calls = report.files.reduce((sum, file) => sum + file.calls, 0);
  const outcome = [
    ...(problems > 0 ? [style.red(quantityText(problems, 'problem'))] : [style.green('no problems')]),
    ...(warnings > 0 ? [style.yellow(quantityText(warnings, 'warning'))] : []),
    ...(report.fixed > 0 ? [style.green(`${report.fixed} fixed`)] : []),
  ].join(', ');
  const checked = `${quantityText(calls, 'call')} checked, library: ${report.library}`;
  return `${outcome} in ${quantityText(report.files.length, 'file')}; ${checked}`;
}
