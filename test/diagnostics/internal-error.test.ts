/** A defect of gig-ci is a diagnostic at the node where it happened, and hides nothing else. */
import { compile } from '../../src/compiler/compile';
import { loadSources } from '../../src/compiler/load';
import { formatDiagnostics } from '../../src/diagnostics/format';

jest.mock('../../src/compiler/lower/literals', () => ({
  ...jest.requireActual<object>('../../src/compiler/lower/literals'),
  lowerTrue: () => {
    throw new TypeError('this.frames is not iterable');
  },
}));
jest.mock('../../src/compiler/analysis/constants', () => ({
  checkConstants: (_analysis: object, module: { readonly name: string }) => {
    if (module.name === 'gigC') throw new Error('no symbol');
  },
}));

const files = new Map([
  [
    'vars/gigA.ts',
    `import { echo } from 'gig-ci/jenkins';
export function a(): void {
  const flag = true;
  echo(flag ? 'yes' : 'no');
  var late = 'x';
  echo(late);
}
`,
  ],
  ['vars/gigB.ts', `export function b(): string {\n  return 5;\n}\n`],
  ['vars/gigC.ts', `export function c(): string {\n  return 'c';\n}\n`],
]);

test('it has a place and a remedy, and everything else is reported, too', () => {
  const { diagnostics } = compile(loadSources('/project', files));
  expect(diagnostics.map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`)).toEqual([
    'vars/gigA.ts:3:16 GIG5002',
    'vars/gigA.ts:5:3 GIG1001',
    'vars/gigB.ts:2:3 TS2322',
    'vars/gigC.ts:1:1 GIG5002',
  ]);
  const [first] = diagnostics;
  expect(first?.message).toBe('gig-ci itself failed here: this.frames is not iterable.');
  expect(first?.suggestion).toMatch(
    /^This is a defect of gig-ci, not of your file\. Report it with these lines/,
  );
  expect(first?.suggestion).toContain('internal-error.test.ts:');
});

test('no stack trace and no path of this machine is printed', () => {
  const text = formatDiagnostics(compile(loadSources('/project', files)).diagnostics, false);
  expect(text).not.toMatch(/^ +at /m);
  expect(text).not.toContain(process.cwd());
});
