/** The file of a library's contradictions: which function goes into it, and that the check can run what it holds. */
import { compile } from '../../src/compiler/compile';
import { loadSources } from '../../src/compiler/load';
import { loadContradictions } from '../../src/check/contradictions';
import { contradictionsText } from '../../src/direct/contradictions-file';
import { pureRuntime } from '../../src/direct/pure-runtime';

const taken = `  const problems = contradictions(given);
  if (problems.length > 0) {
    throw new Error(problems.join('\\n'));
  }`;

/** The text of a library whose one global variable has that body. */
function textOf(body: string, shared: string): string | undefined {
  const variable = `import { echo } from 'gig-ci/jenkins';
import { codes, contradictions, isWrong, others } from './shared/problems';
interface Parameters { readonly name?: string; readonly counts?: { readonly [name: string]: number } }
/** Test. */
export default function gigTest(given: Parameters): void {
${body}
  echo('done');
}
`;
  const texts = new Map([
    ['vars/gigTest.ts', variable],
    ['vars/shared/problems.ts', shared],
  ]);
  const { analysis, modules } = compile(loadSources('/project', texts));
  return contradictionsText(analysis, modules);
}

/** Each form that a pure function has of the runtime, once. */
const everyForm = `
interface Given { readonly name?: string; readonly counts?: { readonly [name: string]: number } }
export function contradictions({ name = '', counts }: Given): readonly string[] {
  const seen: { [name: string]: number } = {};
  seen[name] = -1 * (counts?.[name] ?? 0);
  return ['a'.repeat(depth(3)), String(seen[name]), String(Number('4') / Number('2')), caught('x')];
}
function depth(nesting: number): number {
  return nesting === 0 ? 0 : 1 + depth(nesting - 1);
}
function caught(text: string): string {
  try {
    if (text === 'x') throw new Error('thrown');
    return text;
  } catch (error) {
    return error instanceof Error ? error.message : 'other';
  }
}
`;

test('what pure code asks of the runtime is there when the check runs it', () => {
  const text = textOf(taken, everyForm) ?? '';
  const asked = [...text.matchAll(/\$gig\.(\w+)/g)].map(([, name]) => name);
  expect([...new Set(asked)].sort()).toEqual(Object.keys(pureRuntime).sort());
  const check = loadContradictions(text, 'contradictions.js').get('gigTest');
  expect(check?.({ name: 'a', counts: { a: 2 } })).toEqual(['aaa', '-2', '2', 'thrown']);
});

const shared = `
export function contradictions(given: object): readonly string[] { return ['first']; }
export function others(given: object): readonly string[] { return ['second']; }
export function isWrong(given: object): boolean { return true; }
export function codes(given: object): readonly number[] { return [1]; }
`;

/** The names of the functions that were taken. */
function takenFrom(body: string): readonly (string | undefined)[] {
  const entries = (textOf(body, shared) ?? '').matchAll(/gigTest: \{.* name: '(\w+)'/g);
  return [...entries].map(([, name]) => name);
}

test.each([
  ['at the beginning', taken],
  ['after another statement', `  const name = given.name ?? '';\n${taken}\n  echo(name);`],
  [
    'before another such pair',
    `${taken}\n${taken.replaceAll('problems', 'more').replace('contradictions', 'others')}`,
  ],
])('the function is found %s', (_where, body) => {
  expect(takenFrom(body)).toEqual(['contradictions']);
});

test.each([
  [
    'a function that gives true or false',
    'const wrong = isWrong(given);\n if (wrong) { throw new Error("x"); }',
  ],
  ['a list of numbers', taken.replace('contradictions', 'codes').replace("problems.join('\\n')", "'x'")],
  ['another condition', taken.replace('problems.length > 0', 'problems.length > 1')],
  ['a condition on something else', taken.replace('problems.length > 0', 'others(given).length > 0')],
  ['part of the arguments', taken.replace('(given)', '({ name: given.name })')],
  ['a call that goes on', taken.replace(/throw .*/, "echo('x');")],
])('nothing is taken from %s', (_what, body) => {
  expect(takenFrom(body)).toEqual([]);
});
