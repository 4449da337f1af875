/** Problems of the input, as the command line prints them. */
import { quantityText } from '../diagnostics/quantity';
import type { Style } from './style';

/** Place, reason and remedy of something that makes a command impossible. */
export interface Problem {
  readonly place: string;
  readonly reason: string;
  readonly remedy: string;
}

/** One heading, then each problem with its remedy; problems in a row that have the same one share it. */
export function problemLines(problems: readonly Problem[], style: Style): string[] {
  return [
    `${style.red(quantityText(problems.length, 'problem'))} with the input`,
    ...problems.flatMap(({ place, reason, remedy }, index) => [
      `  ${style.bold(place)}  ${reason}`,
      ...(problems[index + 1]?.remedy === remedy ? [] : [`    ${remedy}`]),
    ]),
  ];
}
