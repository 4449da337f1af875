/** What a call that gives nothing hands out is not used: JavaScript and Groovy differ in it. */
import { compile } from '../../src/compiler/compile';
import { loadSources } from '../../src/compiler/load';

function codesOf(body: string): readonly string[] {
  const text = `import { echo, parallel, stage } from 'gig-ci/jenkins';
function say(value: unknown): void { echo(JSON.stringify(value)); }
function taken(body: () => unknown): void { say(body()); }
function runs(body: () => void): void { body(); }
function nothing(): void { echo('x'); }
/** Probe. */
export default function gigProbe(): void {
  const list = [1]; const hook = (n: number): void => { list.push(n); };
  hook(1); taken(() => 1); runs(() => { hook(1); }); stage('x', () => parallel({})); nothing();
${body}
}
`;
  const { diagnostics } = compile(loadSources('/project', new Map([['vars/gigProbe.ts', text]])));
  return diagnostics.map(({ code }) => code);
}

test.each([
  ['an argument', 'say(list.push(2));'],
  ['an element', 'say([list.push(1), 2]);'],
  ['a variable', 'const x = list.push(2); say(x);'],
  ['a default', 'say(list.push(2) ?? 5);'],
  ['a result of a callback', 'say([1].map((n) => list.push(n)));'],
  ['a result of a callback with statements', 'say([1].map((n) => { return list.push(n); }));'],
  ['a property', 'say({ a: list.unshift(1) });'],
  ['a loop', 'say(list.forEach((n) => { say(n); }));'],
  ['a function value', 'say(hook(1));'],
  ['a function value in a callback', 'say([1].map((n) => hook(n)));'],
  ['a function', 'say(nothing());'],
  ['a step', "say(stage('x', () => list.push(1)));"],
  ['a result of a branch', 'say(parallel({ a: () => list.push(1) }));'],
  ['a body whose result a function takes', 'taken(() => list.push(1));'],
  ['a return of an unknown value', 'const f = (): unknown => { return list.push(1); }; say(f());'],
  ['a return of nothing', 'const f = (): void => { return list.push(1); }; f();'],
  ['a closure of an unknown value', 'const f = (): unknown => list.push(1); say(f());'],
  [
    'branches as an unknown value',
    'const f = (): unknown => parallel({ a: () => { list.push(1); } }); say(f());',
  ],
  ['results of branches', 'say(parallel({ a: () => { list.push(1); } }));'],
  ['a callback with statements', 'say([1].map((n) => { list.push(n); }));'],
  ['a body of a closure that is called', 'const f = () => list.push(1); say(f());'],
])('%s', (_title, body) => {
  expect(codesOf(body)).toEqual(['GIG2057']);
});

test.each([
  ['a statement', 'list.push(1);'],
  ['a callback that gives nothing', '[1].forEach((n) => list.push(n));'],
  ['a body of a step', "stage('x', () => list.push(1));"],
  ['branches', 'parallel({ a: () => list.push(1) });'],
  ['a body that gives nothing', 'runs(() => list.push(1));'],
  ['a closure', 'const f = (n: number): void => list.push(n); f(1);'],
  ['a closure without a type', 'const f = (n: number) => list.push(n); f(1);'],
  ['a callback that gives something', '[1].map((n) => { list.push(n); return n; });'],
  ['a function in a callback', '[1].forEach(() => nothing());'],
])('%s uses nothing', (_title, body) => {
  expect(codesOf(body)).toEqual([]);
});
