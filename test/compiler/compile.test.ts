/** All diagnostics of all files come in one go, and only those that are a cause. */
import { compile } from '../../src/compiler/compile';
import { loadSources } from '../../src/compiler/load';

function problemsOf(files: { readonly [path: string]: string }): readonly string[] {
  const { diagnostics } = compile(loadSources('/project', new Map(Object.entries(files))));
  return diagnostics.map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`);
}

test('diagnostics of the checker, of the subset and of the lowering, sorted by place', () => {
  const files = {
    'vars/gigA.ts': `import { echo } from 'gig-ci/jenkins';
export function a(list: readonly string[]): void {
  var x = 1;
  if (list === list) echo(\`\${x}\`);
}`,
    'vars/gigB.ts': `export function b(): string {
  return 5;
}`,
    'vars/shared/c.ts': `export function c(text: string | undefined): string {
  return 'x' + text;
}`,
  };
  expect(problemsOf(files)).toEqual([
    'vars/gigA.ts:3:3 GIG1001',
    'vars/gigA.ts:4:7 GIG2010',
    'vars/gigB.ts:2:3 TS2322',
    'vars/shared/c.ts:2:10 GIG2014',
  ]);
});

test('what follows from a refused construct is not reported again', () => {
  const source = `export async function a(): Promise<void> {
  const x = await b();
  x.y();
}`;
  expect(problemsOf({ 'vars/gigA.ts': source }).filter((problem) => problem.includes(':1:'))).toEqual([
    'vars/gigA.ts:1:8 GIG1041',
  ]);
});

test('a name that only another library has is explained in our words', () => {
  const source = `export function a(text: string): string {
  return text.substr(1) + process.cwd();
}`;
  const { diagnostics } = compile(loadSources('/project', new Map([['vars/gigA.ts', source]])));
  expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
    "GIG2002 'substr' of string is not part of the language that gig-ci compiles.",
    "GIG2003 'process' is not part of the language that gig-ci compiles.",
  ]);
});
