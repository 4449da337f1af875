/** The traps that are refused: each piece of code yields its code, and nothing else. */
import { compile } from '../../src/compiler/compile';
import { loadSources } from '../../src/compiler/load';
import { readPattern } from '../../src/model/patterns';
import type { TrapRefusal } from './traps/trap';
import { refusals } from './traps/refusals';

function sourceOf({ module = '', body = '' }: TrapRefusal): string {
  return `import { echo, parallel, sh, stage, withEnv } from 'gig-ci/jenkins';
${module}
/** Probe. */
export default function gigProbe(): void {
  echo('probe'); stage('s', () => { sh\`true\`; }); parallel({}); withEnv({}, () => { echo('in'); });
${body}
}
`;
}

test.each(refusals)('$title', (refusal) => {
  const files = new Map([['vars/gigProbe.ts', sourceOf(refusal)]]);
  const { diagnostics } = compile(loadSources('/project', files));
  expect(diagnostics.map(({ code }) => code)).toEqual([refusal.code]);
  expect(diagnostics[0]?.message).toContain(refusal.message ?? '');
});

test('trap 14: a pattern of a parameter is read alike, or refused', () => {
  expect(readPattern('^v\\d+$')).toEqual({ kind: 'accepted', java: '^v\\d+\\z' });
  for (const source of ['(?<=a)b', '(a)\\1', '\\s', '\\bx']) expect(readPattern(source).kind).toBe('refused');
});

test('trap 22: modules do not import values in a circle', () => {
  const module = (own: string, other: string): string => `import { ${other} } from './${other}';
export function ${own}(): string { return ${other}(); }
`;
  const files = new Map([
    ['vars/shared/one.ts', module('one', 'two')],
    ['vars/shared/two.ts', module('two', 'one')],
  ]);
  const { diagnostics } = compile(loadSources('/project', files));
  expect(new Set(diagnostics.map(({ code }) => code))).toEqual(new Set(['GIG1033']));
});
