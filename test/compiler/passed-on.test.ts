/** Errors, objects of Jenkins and functions that give nothing are not handed on as something else. */
import { compile } from '../../src/compiler/compile';
import { loadSources } from '../../src/compiler/load';
import type { Diagnostic } from '../../src/diagnostics/diagnostic';

const declarations = {
  Counts: 'interface Counts { readonly totalCount: number }',
  Cause: 'interface Cause { readonly message: string }',
  Hook: 'type Hook = () => void;',
  Giver: 'type Giver = () => unknown;',
  say: 'function say(value: unknown): void { echo(JSON.stringify(value)); }',
  count: 'function count(counts: Counts): void { echo(`${counts.totalCount}`); }',
  same: 'function same<Value>(value: Value): Value { return value; }',
  told: 'function told<Value>(giving: () => Value): void { say(giving()); }',
  take: 'function take(giver: Giver): void { say(giver()); }',
  summary: "const summary = junit('a.xml');",
  hook: "const hook = (): void => { names.push('x'); };",
};

function codesOf(body: string): readonly string[] {
  return diagnosticsOf(body).map(({ code }) => code);
}

function diagnosticsOf(body: string): readonly Diagnostic[] {
  const used = new Map<string, string>();
  const use = (text: string): void => {
    for (const [name, declaration] of Object.entries(declarations)) {
      if (used.has(name) || !new RegExp(`\\b${name}\\b(?!:)`).test(text)) continue;
      used.set(name, declaration);
      use(declaration);
    }
  };
  use(body);
  const all = [...used.values()];
  const locals = all.filter((declaration) => declaration.startsWith('const'));
  const others = all.filter((declaration) => !declaration.startsWith('const'));
  const main = `export default function gigProbe(): void { node('x', () => {
    const names = ['a']; let failed: Error | undefined;
    try { echo('a'); } catch (failure) { if (failure instanceof Error) failed = failure; }
    ${locals.join('\n')}
    ${body}
    if (failed !== undefined) echo(failed.message + names.join(' '));
  }); }`;
  const text = [...others, '/** Probe. */', main].join('\n');
  const steps = ['currentBuild', 'echo', 'junit', 'node', 'parallel', 'scm', 'stage'];
  const named = steps.filter((step) => new RegExp(`\\b${step}\\b`).test(text));
  const source = `import { ${named.join(', ')} } from 'gig-ci/jenkins';\n${text}\n`;
  return compile(loadSources('/project', new Map([['vars/gigProbe.ts', source]]))).diagnostics;
}

test.each([
  ['an argument', 'count(summary);'],
  ['an unknown argument', 'say(summary);'],
  ['a call', "count(junit('a.xml'));"],
  ['a variable', 'const counts: Counts = summary; say(counts.totalCount);'],
  [
    'the default of a parameter',
    'const f = (counts: Counts = summary): void => { say(counts.totalCount); }; f();',
  ],
  ['a result', 'const counts = (): Counts => summary; say(counts().totalCount);'],
  ['a result of a body', "const counts: Counts = stage('x', () => summary); say(counts.totalCount);"],
  ['a part of an object', 'const found = { summary }; say(found);'],
  ['a part of a literal', 'say({ found: [summary] });'],
  ['an element', 'const all: Counts[] = []; all.push(summary); say(all.length);'],
  ['keys', 'say(Object.keys(summary));'],
  ['entries', 'say(Object.entries(summary));'],
  ['a copy', 'const copy = { ...summary }; say(copy.totalCount);'],
  ['a type parameter', 'say(same(summary).totalCount);'],
  [
    'a type parameter of a function value',
    'const f = <T,>(value: T): T => value; say(f(summary).totalCount);',
  ],
  [
    'a type parameter of a property',
    'const f: { readonly it: <T>(value: T) => T } = { it: (value) => value }; say(f.it(summary).totalCount);',
  ],
  [
    'a choice',
    'const counts: Counts = names.length > 0 ? summary : { totalCount: 1 }; say(counts.totalCount);',
  ],
  ['a parameter of a callback', 'say([summary].map((counts: Counts) => counts.totalCount));'],
  ['the build', 'say(currentBuild);'],
  ['the repository', 'say(Object.keys(scm));'],
  [
    'a parameter of a function',
    'const f = (counts: Counts): void => { say(counts.totalCount); }; const g: (counts: typeof summary) => void = f; g(summary);',
  ],
])('an object of Jenkins is refused as %s', (_title, body) => {
  expect(codesOf(body)).toEqual(['GIG2059']);
});

test.each([
  ['its properties are read', 'say(summary.totalCount); const { failCount } = summary; say(failCount);'],
  ['it is kept as it is', 'const again = summary; say(again.totalCount); say([summary].length);'],
  ['a body gives it', "say(stage('x', () => summary).totalCount);"],
  ['branches give it', "const all = parallel({ a: () => summary }); say(all['a']?.totalCount ?? 0);"],
  ['it is looked for', 'say(summary === undefined);'],
  ['the build is read', 'const build = currentBuild; say(build.number);'],
])('an object of Jenkins: %s', (_title, body) => {
  expect(codesOf(body)).toEqual([]);
});

test.each([
  ['an argument', 'take(hook);'],
  ['a variable', 'const giver: Giver = hook; say(giver());'],
  ['the default of a parameter', 'const f = (giver: Giver = hook): void => { say(giver()); }; f();'],
  ['a property', 'const all: { readonly giver: Giver } = { giver: hook }; say(all.giver());'],
  ['an element', 'const givers: Giver[] = [hook]; for (const giver of givers) say(giver());'],
  ['a result', 'const make = (): Giver => hook; say(make()());'],
  ['an object', 'const hooks = { hook }; const all: { readonly hook: Giver } = hooks; say(all.hook());'],
  ['a list', 'const hooks: readonly Hook[] = [hook]; const all: readonly Giver[] = hooks; say(all.length);'],
  ['a copy', 'const hooks = { hook }; const all: { hook: Giver } = { ...hooks }; say(all.hook());'],
  ['a choice', 'const giver: Giver = names.length > 0 ? hook : () => 1; say(giver());'],
  ['a type parameter', 'told(hook);'],
  [
    'a type parameter of a function value',
    'const f = <T,>(giving: () => T): void => { say(giving()); }; f(hook);',
  ],
  ['a type parameter, written in place', "told(() => { names.push('x'); });"],
  [
    'a parameter',
    'const f = (giver: Giver): void => { say(giver()); }; const g: (hook: Hook) => void = f; g(hook);',
  ],
])('a function that gives nothing is refused as %s', (_title, body) => {
  expect(codesOf(body)).toEqual(['GIG2060']);
});

test.each([
  ['written in place', "take(() => { names.push('x'); });"],
  ['as what it is', 'const other: Hook = hook; other();'],
  ['as a body', "stage('x', hook);"],
])('a function that gives nothing, %s', (_title, body) => {
  expect(codesOf(body)).toEqual([]);
});

test.each([
  ['keys', 'if (failed !== undefined) say(Object.keys(failed));'],
  ['a copy', 'if (failed !== undefined) say({ ...failed });'],
  [
    'a part',
    'const box = { failed }; const other: { readonly failed: Cause | undefined } = box; say(other);',
  ],
  ['an element', 'const all: Cause[] = []; if (failed !== undefined) all.push(failed); say(all.length);'],
])('an Error is refused as %s', (_title, body) => {
  expect(codesOf(body)).toEqual(['GIG2058']);
});

test('an Error may be passed on as something unknown', () => {
  expect(codesOf('say(failed); say({ failed });')).toEqual([]);
});

test('the message names the type that the place takes, not its absence', () => {
  const [diagnostic] = diagnosticsOf(
    'let cause: Cause | undefined; if (failed !== undefined) { cause = failed; } say(cause?.message);',
  );
  expect(diagnostic?.message).toContain("'Cause'");
});

test.each([
  ['an operand', 'const either = names[0] ?? failed; say(either === undefined);'],
  ['the default of a property', "const { name = failed } = { name: names[0] }; say(name === 'a');"],
])('an Error beside a text is refused as %s', (_name, body) => {
  expect(codesOf(body)).toEqual(['GIG2058']);
});
