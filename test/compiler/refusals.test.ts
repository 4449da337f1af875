/** What cannot mean the same in both worlds is refused: one body, one code. */
import { compile } from '../../src/compiler/compile';
import { loadSources } from '../../src/compiler/load';

function codesOf(body: string): readonly string[] {
  const text = `import { echo } from 'gig-ci/jenkins';
/** Probe. */
export default function gigProbe(): void {
  echo('probe');
${body}
}
/** A helper. */
export function probed(value: string | readonly string[], list: readonly string[]): number {
  return list.length${body.includes('shared') ? ' + value.length' : ' + (value === undefined ? 0 : 1)'};
}
`;
  const { diagnostics } = compile(loadSources('/project', new Map([['vars/gigProbe.ts', text]])));
  return diagnostics.map(({ code }) => code);
}

test.each([
  ['a pattern on a list', "const { length } = ['a']; echo(`${length}`);", 'GIG1078'],
  ['a name in brackets behind a list', "const xs = ['a']; echo(`${xs['length']}`);", 'GIG1090'],
  ['a member that a string and a list share', "echo('shared');", 'GIG1090'],
  [
    'a closure that names a later one',
    "const a = (): string => b(); const b = (): string => 'b'; echo(a());",
    'GIG1090',
  ],
  ['a closure in parentheses that calls itself', 'const a: () => void = (() => { a(); }); a();', 'GIG1050'],
  ['a list changed in its own callback', "const xs = ['a']; xs.forEach((x) => { xs.push(x); });", 'GIG1020'],
  ['a list filled in its own callback', "const xs = ['a']; xs.forEach((x) => { xs.fill(x); });", 'GIG1020'],
  [
    'a list changed while its entries are visited',
    "const xs = ['a']; for (const [i, x] of xs.entries()) { xs.push(`${i}${x}`); }",
    'GIG1020',
  ],
  [
    'a property that every object of JavaScript has',
    "const o: { readonly toString?: string } = { ...{} }; echo(o.toString ?? 'none');",
    'GIG2053',
  ],
  [
    'a property that every object of JavaScript has, in a pattern',
    "const o: { readonly valueOf?: string } = { ...{} }; const { valueOf = 'none' } = o; echo(valueOf);",
    'GIG2053',
  ],
  ['a power, which each world rounds for itself', 'echo(`${2.5 ** 1.5}`);', 'GIG1074'],
  ['the negative of a text', "echo(`${-'5'}`);", 'GIG1079'],
  ['a hole inside a list', "echo(['a', , 'b'].join('-'));", 'GIG1080'],
  ['a text of several kinds, one of them absent', "const xs = ['a', 1]; echo(`${xs[0]}`);", 'GIG2013'],
  ['a text of what may be a list', "const xs = ['a', ['b']]; for (const x of xs) echo(`${x}`);", 'GIG2013'],
  ['an infinite number', 'echo(`${1e999}`);', 'GIG1090'],
])('%s', (_title, body, code) => {
  expect(codesOf(body)).toEqual([code]);
});
