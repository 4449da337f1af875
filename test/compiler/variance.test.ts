/** An object or a list is not handed on as one that takes more than it holds: what is put there has another type for others. */
import { compile } from '../../src/compiler/compile';
import { loadSources } from '../../src/compiler/load';

function codesOf(taken: string, held: string, value: string, body = 'take(value);'): readonly string[] {
  const text = `import { echo } from 'gig-ci/jenkins';
function take(given: ${taken}): void { echo(JSON.stringify(given)); }
/** Probe. */
export default function gigProbe(): void {
  const value: ${held} = ${value};
  ${body}
}
`;
  const { diagnostics } = compile(loadSources('/project', new Map([['vars/gigProbe.ts', text]])));
  return diagnostics.map(({ code }) => code);
}

test.each([
  ['{ a: (string | number)[] }', '{ a: string[] }', "{ a: ['x'] }"],
  ['{ [key: string]: (string | number)[] }', '{ [key: string]: string[] }', "{ a: ['x'] }"],
  ['{ a: string | number }', '{ a: string }', "{ a: 'x' }"],
  ['{ a: string | undefined }', '{ a: string }', "{ a: 'x' }"],
  ['{ a?: string | undefined }', '{ a: string }', "{ a: 'x' }"],
  ['{ readonly a: { b: string | number } }', '{ a: { b: string } }', "{ a: { b: 'x' } }"],
  ['readonly (string | number)[][]', 'string[][]', "[['x']]"],
  ['readonly { a: string | number }[]', '{ a: string }[]', "[{ a: 'x' }]"],
])('%s does not take %s', (taken, held, value) => {
  expect(codesOf(taken, held, value)).toEqual(['GIG2055']);
});

test.each([
  ['{ readonly a: string | number }', '{ a: string }', "{ a: 'x' }"],
  ['Readonly<{ a: string | number }>', '{ a: string }', "{ a: 'x' }"],
  ['{ readonly a: readonly (string | number)[] }', '{ a: string[] }', "{ a: ['x'] }"],
  ['{ readonly [key: string]: string | number }', '{ a: string }', "{ a: 'x' }"],
  ['{ a?: string }', '{ a: string }', "{ a: 'x' }"],
  ['{ a: string }', '{ a: string; b: number }', "{ a: 'x', b: 1 }"],
  ['unknown', '{ a: string }', "{ a: 'x' }"],
])('%s takes %s', (taken, held, value) => {
  expect(codesOf(taken, held, value)).toEqual([]);
});

const wide = '(string | number)[]';

test.each([
  ['the default of a parameter', `const f = (list: ${wide} = value): void => { take(list); }; f();`],
  [
    'the default of a pattern',
    `const f = ({ list = value }: { list?: ${wide} }): void => { take(list); }; f({});`,
  ],
  ['a parameter of a callback', `[value].forEach((list: ${wide}) => { take(list); });`],
  [
    'a parameter of a function value',
    `const f = (list: ${wide}): void => { take(list); }; [value].forEach(f);`,
  ],
])('a list is refused as %s', (_title, body) => {
  expect(codesOf(wide, 'string[]', "['x']", body)).toEqual(['GIG2055']);
});
