/** The default function of a program: it runs the body once for each colour, and says what was collected. */
import { hostileText, quoted } from '../domain/texts';
import type { Writer } from './writer';

/** In which functions the body stands. */
export type Form = 'pure' | 'twin' | 'pipeline';

export interface MainFunction {
  readonly text: string;
  /** How another variable calls it. */
  readonly call: string;
}

/** Writes the functions around a body. @param name of the variable */
export function mainFunction(writer: Writer, form: Form, name: string, body: string): MainFunction {
  const pure = form === 'pipeline' ? '' : around('pure', body.replaceAll('SAY(', 'said.push('));
  const steps = form === 'pure' ? '' : around('steps', body.replaceAll('SAY(', 'echo('));
  const runs = [
    ...(form === 'pipeline' ? [] : [run('pure', 'said')]),
    ...(form === 'pure' ? [] : [run('steps', 'more')]),
  ].join('\n');
  const { given, parameters, declaration, use } = takesParameters(writer);
  return {
    text: `${declaration}${pure}${steps}/**
 * A program of the fuzzer.
 * @returns a text, when it returns anything
 */
export default function ${name}(${parameters}): ${use === '' ? 'void' : 'string'} {
${runs}
${use}}`,
    call: use === '' ? `${name}(${given})` : `echo(${name}(${given}))`,
  };
}

function around(name: string, body: string): string {
  return `function ${name}(said: string[]): void {\nsaid.push('begins');\n${body}\n}\n`;
}

function run(name: string, list: string): string {
  return `  const ${list}: string[] = [];
  try { ${name}(${list}); } catch (failure) { if (failure instanceof Error) echo('failed: ' + failure.message); }
  for (const line of ${list}) echo(line);`;
}

/** Sometimes it takes parameters and returns a text. */
function takesParameters(writer: Writer): {
  readonly given: string;
  readonly parameters: string;
  readonly declaration: string;
  readonly use: string;
} {
  const { choices } = writer;
  if (!choices.chance(25)) return { given: '', parameters: '', declaration: '', use: '' };
  const title = quoted(hostileText(choices));
  const count = choices.chance(50) ? ', count: 2.5' : '';
  return {
    given: `{ title: ${title}${count} }`,
    parameters: `{ title, count = 1 }: Given`,
    declaration: `/** Parameters. */
export interface Given {
  /** A text. */
  title: string;
  /** A number. */
  count?: number;
}
`,
    use: '  return `result ${title} ${count}`;\n',
  };
}
