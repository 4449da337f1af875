/** The file of a library's contradictions: which function goes into it, and that the check can run what it holds. */
import { analyse } from '../../src/compiler/analysis/analyse';
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
import { contradictions } from './shared/problems';
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
  return contradictionsText(analyse(loadSources('/project', texts)));
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
