/** What is found in a Jenkinsfile. */
import { Lines } from '../jenkinsfile/lines';
import type { Range, SyntaxProblem } from '../jenkinsfile/tokens';
import type { RuleName } from './rules';
import { RULES } from './rules';

/** Replaces a part of a text. */
export interface Edit extends Range {
  readonly text: string;
}

/** One thing that is wrong. Lines and columns count from 1, columns in UTF-16 units; the end is not part of it. */
export interface Finding extends Range {
  readonly rule: RuleName;
  readonly severity: 'error' | 'warning';
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly message: string;
  /** What to do about it, where the message does not say it. */
  readonly remedy?: string;
  /** The call that it is about. */
  readonly call?: { readonly name: string; readonly start: number };
  /** What of the call: `trivy.severity`, `apps[1]`. */
  readonly path?: string;
  /** What was probably meant. */
  readonly suggestion?: string;
  /** A change that is safe to make. */
  readonly fix?: Edit;
  /** The text of its first line. */
  readonly sourceLine: string;
}

/** What could not be checked. */
interface Unchecked {
  readonly line: number;
  readonly column: number;
  readonly reason: string;
}

/** The outcome of one file. */
export interface FileReport {
  readonly file: string;
  /** In the order of their places. */
  readonly findings: readonly Finding[];
  readonly unchecked: readonly Unchecked[];
  /** How many calls of the library were checked. */
  readonly calls: number;
}

type Details = Pick<Finding, 'remedy' | 'call' | 'path' | 'suggestion' | 'fix'>;

/** Collects the findings of one file. */
export class FileFindings {
  private readonly found: Finding[] = [];
  private readonly left: { readonly range: Range; readonly reason: string }[] = [];
  private knownLines: Lines | undefined;

  constructor(
    private readonly file: string,
    readonly text: string,
  ) {}

  add(rule: RuleName, range: Range, message: string, details: Details = {}): void {
    const start = this.lines.positionOf(range.start);
    const end = this.lines.positionOf(Math.max(range.end, range.start));
    this.found.push({
      rule,
      severity: RULES[rule].severity,
      file: this.file,
      ...start,
      endLine: end.line,
      endColumn: end.column,
      message,
      ...details,
      sourceLine: this.lines.textOf(start.line),
      start: range.start,
      end: range.end,
    });
  }

  syntax({ start, end, reason, remedy }: SyntaxProblem): void {
    this.add('syntax', { start, end }, reason, { remedy });
  }

  unchecked(range: Range, reason: string): void {
    this.left.push({ range, reason });
  }

  /** @param calls how many calls were checked */
  report(calls: number): FileReport {
    const findings = this.found.toSorted((one, other) => one.start - other.start);
    const { file, left } = this;
    const placed = (): readonly Unchecked[] =>
      left
        .toSorted((one, other) => one.range.start - other.range.start)
        .map(({ range, reason }) => ({ ...this.lines.positionOf(range.start), reason }));
    return {
      file,
      findings,
      calls,
      // Most who check want to know none of it.
      get unchecked() {
        return placed();
      },
    };
  }

  private get lines(): Lines {
    return (this.knownLines ??= new Lines(this.text));
  }
}
