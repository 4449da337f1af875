/** The table of ratios: what was compared, how it came out, and whether the aim is met. */
import type { Samples } from './measure';

/** Two things measured side by side. */
export interface Comparison {
  readonly subject: string;
  readonly against: string;
  readonly ours: Samples;
  readonly theirs: Samples;
  /** The aim, as a bound of ours ÷ theirs. */
  readonly atMost?: number;
}

/** A rate that stands alone. */
export interface Rate {
  readonly subject: string;
  readonly perSecond: number;
}

/** How the time of something grows with its size. */
export interface Growth {
  readonly subject: string;
  /** What is counted. */
  readonly of: string;
  /** By size, at least two. */
  readonly points: readonly { readonly size: number; readonly time: Samples }[];
  /** The aim: time ~ size^exponent between the two largest, where the start of the process counts least. */
  readonly exponentBelow: number;
}

/** One line for each comparison, with a heading. Small ratios are given as 1/n. */
export function comparisonLines(comparisons: readonly Comparison[]): string[] {
  const heading = [
    'measured',
    'ms min/median/max',
    'against',
    'ms min/median/max',
    'ratio',
    'aim',
    'verdict',
  ];
  const rows = comparisons.map((comparison) => {
    const { subject, against, ours, theirs, atMost } = comparison;
    const ratio = ours.median / theirs.median;
    return [
      subject,
      milliseconds(ours),
      against,
      milliseconds(theirs),
      formatRatio(ratio),
      atMost === undefined ? '' : `≤ ${formatRatio(atMost)}`,
      verdict(ratio, atMost),
    ];
  });
  return align([heading, ...rows]);
}

/** One line for each rate. */
export function rateLines(rates: readonly Rate[]): string[] {
  return align(
    rates.map(({ subject, perSecond }) => [
      subject,
      `${Math.round(perSecond).toLocaleString('en')} a second`,
    ]),
  );
}

/** Whether every comparison that has an aim meets it. */
export function allMet(comparisons: readonly Comparison[]): boolean {
  return comparisons.every(
    ({ ours, theirs, atMost }) => atMost === undefined || ours.median / theirs.median <= atMost,
  );
}

/** The times by size, and the exponent. */
export function growthLine(growth: Growth): string {
  const { subject, of, points, exponentBelow } = growth;
  const times = points.map(({ size, time }) => `${size.toLocaleString('en')}: ${milliseconds(time)}`);
  const exponent = exponentOf(growth);
  const judged = `exponent ${exponent.toFixed(2)}, aim < ${exponentBelow}: ${hasMet(growth) ? 'met' : 'missed'}`;
  return `${subject} by ${of}, ms min/median/max   ${times.join('   ')}   ${judged}`;
}

/** Whether time grows no faster than the aim says. */
export function hasMet(growth: Growth): boolean {
  return exponentOf(growth) < growth.exponentBelow;
}

function exponentOf({ points }: Growth): number {
  const [smaller, larger] = points.slice(-2);
  if (smaller === undefined || larger === undefined) throw new Error('growth needs two sizes');
  return Math.log(larger.time.median / smaller.time.median) / Math.log(larger.size / smaller.size);
}

function milliseconds({ minimum, median, maximum }: Samples): string {
  return [minimum, median, maximum]
    .map((value) => (value < 10 ? value.toFixed(1) : value.toFixed(0)))
    .join('/');
}

function formatRatio(ratio: number): string {
  return ratio <= 0.1 ? `1/${Math.round(1 / ratio)}` : ratio.toFixed(2);
}

function verdict(ratio: number, atMost: number | undefined): string {
  if (atMost === undefined) {
    return '';
  }
  return ratio <= atMost ? 'met' : 'missed';
}

function align(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
