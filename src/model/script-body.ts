/** Whether the body of a script reads what its header declares, prints what it promises, and stops at a failure. */
import { problems } from '../diagnostics/catalogue';
import type { Problem } from '../diagnostics/problem';
import type { ScriptModel } from './model';
import { headerLength } from './script-header';

/** What is wrong behind the header of a script. */
export interface BodyProblem {
  /** Counted from 1; none: where the header declares `marked`. */
  readonly line?: number;
  readonly problem: Problem;
  readonly marked: string;
}

type Place = Pick<BodyProblem, 'line' | 'marked'>;

interface BodyLine {
  readonly line: number;
  readonly text: string;
}

const OUTPUT_CHANNEL = /^\s*exec 3>&1 1>&2\s*(#.*)?$/;
const STOPS_AT_FAILURE = /^\s*set -[a-z]*e/;
const VARIABLE = /\bGIG_([A-Z][A-Z0-9_]*)\b/g;

/** The lines of code behind the header. */
export function codeOf(lines: readonly string[]): readonly BodyLine[] {
  const begin = headerLength(lines);
  return lines
    .map((text, index) => ({ line: index + 1, text }))
    .filter(({ line, text }) => line > begin && !/^\s*(#|$)/.test(text));
}

/** Finds what is wrong with the lines behind the header. @param shared code of what the script uses */
export function* checkBody(
  model: ScriptModel,
  lines: readonly string[],
  shared: readonly BodyLine[],
): Generator<BodyProblem> {
  const body = codeOf(lines);
  const first = { line: body[0]?.line ?? 1, marked: body[0]?.text.trim() ?? '' };
  if (!body.some(({ text }) => STOPS_AT_FAILURE.test(text))) {
    const options = model.shell === 'bash' ? '-euo pipefail' : '-eu';
    yield { ...first, problem: problems.unsafeScript(options) };
  }
  yield* checkVariables(model, body, shared);
  yield* checkOutputs(model, body, shared, first);
}

/** Whether the code reads what is declared, and nothing else. @param shared code that may read it instead */
export function* checkVariables(
  { inputs, secrets }: Pick<ScriptModel, 'inputs' | 'secrets'>,
  body: readonly BodyLine[],
  shared: readonly BodyLine[],
): Generator<BodyProblem> {
  const declared = [...inputs, ...secrets].map(({ name }) => name);
  const mentioned = new Set(
    shared.flatMap(({ text }) => [...text.matchAll(VARIABLE)].map(([, name = '']) => name)),
  );
  for (const { line, text } of body) {
    for (const [variable, name = ''] of text.matchAll(VARIABLE)) {
      if (!declared.includes(name) && !mentioned.has(name)) {
        yield { line, problem: problems.undeclaredVariable(name), marked: variable };
      }
      mentioned.add(name);
    }
  }
  for (const name of declared) {
    if (!mentioned.has(name)) yield { problem: problems.unreadVariable(name), marked: name };
  }
}

function* checkOutputs(
  { outputs }: ScriptModel,
  body: readonly BodyLine[],
  shared: readonly BodyLine[],
  first: Place,
): Generator<BodyProblem> {
  const channel = body.find(({ text }) => OUTPUT_CHANNEL.test(text));
  if (outputs.length === 0) {
    if (channel !== undefined) {
      yield { line: channel.line, problem: problems.needlessOutputChannel(), marked: channel.text.trim() };
    }
    return;
  }
  if (channel === undefined) yield { ...first, problem: problems.noOutputChannel() };
  for (const { name } of outputs) {
    // `echo "port=$port" >&3`, or behind a line break of printf: `id=%s\nport=%s\n`.
    const isPrinted = [...body, ...shared].some(({ text }) => new RegExp(`(?:\\b|\\\\n)${name}=`).test(text));
    if (!isPrinted) yield { problem: problems.outputNeverPrinted(name), marked: name };
  }
}
