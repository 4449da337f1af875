/** What is known about one function, as the command line tells it. */
import type { Style } from './style';

/** The parts of an explanation. Places are `file:line`. */
export interface ExplainedFunction {
  readonly name: string;
  readonly place: string;
  readonly colour: 'CPS' | 'NonCPS';
  readonly reasons: readonly { readonly text: string; readonly place: string }[];
  readonly closures: readonly {
    readonly place: string;
    readonly captures: readonly { readonly name: string; readonly by: 'value' | 'copy' | 'variable' }[];
  }[];
  readonly helpers: readonly string[];
  readonly groovy: readonly {
    readonly method: string;
    readonly file: string;
    readonly firstLine: number;
    readonly lastLine: number;
  }[];
}

const meaning = {
  value: 'by value',
  copy: 'a copy in each round of a loop',
  variable: 'the variable itself, which is assigned',
} as const;

/** How variables are captured, in the order in which it is told. */
const kinds = ['value', 'copy', 'variable'] as const;

/** One paragraph for each question: colour and reason, captures, helpers, Groovy. */
export function explanationLines(explained: ExplainedFunction, style: Style): string[] {
  const { name, place, colour, reasons, closures, helpers, groovy } = explained;
  const reason =
    colour === 'NonCPS'
      ? 'NonCPS: it reaches no step, so Java runs it at full speed'
      : 'CPS: it reaches a step, so the engine can save it there';
  const captured = closures.map(({ place: closure, captures }) => {
    const uses = kinds.flatMap((kind) => {
      const names = captures.filter(({ by }) => by === kind).map((each) => each.name);
      return names.length === 0 ? [] : [`${meaning[kind]}: ${names.join(', ')}`];
    });
    return `${uses.length === 0 ? 'nothing' : uses.join('; ')} ${style.dim(closure)}`;
  });
  const methods = groovy.map(
    ({ method, file, firstLine, lastLine }) => `${method} ${style.dim(`${file}:${firstLine}-${lastLine}`)}`,
  );
  return [
    `${style.bold(name)} ${style.dim(place)}`,
    ...paragraph('colour', [reason, ...reasons.map(({ text, place: at }) => `${text} ${style.dim(at)}`)]),
    ...paragraph('captures', closures.length === 0 ? ['no closure is written in it'] : captured),
    ...paragraph('helpers', [helpers.length === 0 ? 'none' : helpers.join(', ')]),
    ...paragraph('Groovy', methods),
  ];
}

function paragraph(title: string, lines: readonly string[]): string[] {
  return lines.map((line, index) => `  ${(index === 0 ? title : '').padEnd(10)}${line}`);
}
