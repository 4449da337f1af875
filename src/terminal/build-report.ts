/** What a build did, as the command line tells it. */
import { quantityText } from '../diagnostics/quantity';
import { formatDuration } from './duration';
import type { Style } from './style';

/** The part of a build's outcome that is told. Paths are relative to the project. */
export interface BuildOutcome {
  readonly globalVariables: readonly string[];
  readonly scripts: readonly unknown[];
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
  /** Wall-clock time. */
  readonly milliseconds: number;
}

/** One line for a build that wrote what there was to write. */
export function builtLine(outcome: BuildOutcome, style: Style): string {
  const { globalVariables, scripts, written, unchanged, removed, milliseconds } = outcome;
  const files = [
    ...(written.length === 0 ? [] : [`${written.length} written`]),
    `${unchanged.length} unchanged`,
    ...(removed.length === 0 ? [] : [`${removed.length} removed`]),
  ];
  const made = `${quantityText(globalVariables.length, 'global variable')}, ${quantityText(scripts.length, 'script')}`;
  return `${style.green('✓')} Built groovy-out/: ${made} in ${formatDuration(milliseconds)} ${style.dim(`(files: ${files.join(', ')})`)}`;
}

/** Paths that a line names before it only counts them. */
const NAMED_PATHS = 3;

/**
 * One line for a build that a change asked for.
 * @param changed the sources that changed
 */
export function rebuiltLine(outcome: BuildOutcome, changed: readonly string[], style: Style): string {
  const { written, removed, milliseconds } = outcome;
  const effects = [
    ...(written.length === 0 ? [] : [`${named(written, 'file')} written`]),
    ...(removed.length === 0 ? [] : [`${named(removed, 'file')} removed`]),
  ];
  const effect = effects.length === 0 ? 'nothing to write' : effects.join(', ');
  return `${style.green('✓')} ${named(changed, 'source')}: ${effect} ${style.dim(`(${formatDuration(milliseconds)})`)}`;
}

function named(paths: readonly string[], noun: string): string {
  return paths.length <= NAMED_PATHS ? paths.join(', ') : quantityText(paths.length, noun);
}

/** A file of `groovy-out/` that does not fit its source. */
export interface StaleFile {
  readonly path: string;
  readonly reason: 'missing' | 'different' | 'leftover';
  /** A unified diff; empty for a file that no source makes any more. */
  readonly diff: string;
}

const meaning: { readonly [Reason in StaleFile['reason']]: string } = {
  missing: 'is missing',
  different: 'is out of date',
  leftover: 'is made by no source any more',
};

/** The outcome of `--check`. */
export function checkLines(stale: readonly StaleFile[], { unchanged }: BuildOutcome, style: Style): string[] {
  if (stale.length === 0) {
    return [`${style.green('✓')} groovy-out/ is fresh: ${quantityText(unchanged.length, 'file')}`];
  }
  return [
    ...stale.flatMap(({ path, reason, diff }) => [
      `${style.bold(path)} ${meaning[reason]}`,
      ...(diff === '' ? [] : diff.split('\n').map((line) => paintDiff(line, style))),
    ]),
    `${style.red('✗')} groovy-out/ is stale: ${quantityText(stale.length, 'file')}. Run npx gig-ci build and commit what it writes.`,
  ];
}

function paintDiff(line: string, style: Style): string {
  if (line.startsWith('+')) {
    return `  ${style.green(line)}`;
  }
  return `  ${line.startsWith('-') ? style.red(line) : style.dim(line)}`;
}
