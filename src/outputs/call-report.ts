/** What a call of a global variable hears: all its problems as one text, or its warnings. The twin is `Parameters.groovy`. */
import { quantityText } from '../diagnostics/quantity';
import type { GlobalVariableModel } from '../model/model';
import type { ArgumentMap } from './arguments';
import { callFindings, isProblem } from './parameter-check';

/** Texts; `''` when there is nothing. */
export interface CallReport {
  /** Everything that is wrong with the call. */
  readonly problems: string;
  /** What it should not do any more. */
  readonly warnings: string;
}

/**
 * Checks a call.
 * @param value the normalised arguments
 * @param environment see {@link callFindings}
 * @param reference address of the page that describes the global variable; `''` when nobody knows it
 */
export function callReport(
  { name, parameters, deprecated }: Pick<GlobalVariableModel, 'name' | 'parameters' | 'deprecated'>,
  value: ArgumentMap,
  environment?: Parameters<typeof callFindings>[2],
  reference = '',
): CallReport {
  const findings = callFindings(parameters, value, environment);
  const wrong = [...foreignDryRun(environment), ...findings.filter(isProblem)];
  const more = wrong.length === 0 || reference === '' ? '' : `\n  see ${reference}`;
  const own = deprecated === undefined ? [] : [{ path: name, message: `is deprecated: ${deprecated}` }];
  const old = findings.filter((finding) => !isProblem(finding));
  return {
    problems: report(name, 'problem', wrong) + more,
    warnings: report(name, 'warning', [...own, ...old]),
  };
}

/** What is said of a parameter. */
interface Line {
  readonly path: string;
  readonly message: string;
}

/** Somebody else's variable of that name, whatever its value, would make each command of a real build a line of the log. */
function foreignDryRun(environment: Parameters<typeof callFindings>[2]): readonly Line[] {
  const value = environment?.('GIG_DRY_RUN');
  if (value === undefined || value.startsWith('-')) return [];
  const message =
    'is set in the environment of this build, and belongs to dry runs: call that variable otherwise';
  return [{ path: 'GIG_DRY_RUN', message }];
}

function report(name: string, what: string, found: readonly Line[]): string {
  if (found.length === 0) return '';
  const width = Math.max(24, ...found.map(({ path }) => path.length + 2));
  const lines = found.map(({ path, message }) => `  ${path.padEnd(width)}${message}`);
  return [`${name}: ${quantityText(found.length, what)}`, ...lines].join('\n');
}
