/** A set of texts stays where its type says what it is; every other place refuses it. */
import { compile } from '../../src/compiler/compile';
import { loadSources } from '../../src/compiler/load';
import { usedIn } from '../support/used-in';

const declarations: { readonly [name: string]: string } = {
  Sized: 'interface Sized { readonly size: number }',
  Other: 'interface Other { has(text: string): boolean }',
  sizeOf: 'function sizeOf(sized: Sized): number { return sized.size; }',
  ask: "function ask(other: Other): boolean { return other.has('a'); }",
  same: 'function same<Value>(value: Value): Value { return value; }',
  listed: 'function listed<Value>(value: Value): string { return JSON.stringify(value); }',
  shown: 'function shown(value: unknown): string { return JSON.stringify(value); }',
  grow: "function grow(set: Set<string>): void { set.add('b'); }",
  asked: "function asked(set: ReadonlySet<string>): boolean { return set.has('a'); }",
  made: "function made(): Set<string> { return new Set(['a']); }",
  either: "function either(flag: boolean): string | Set<string> { return flag ? 'a' : new Set(['a']); }",
  callAll: 'function callAll(hooks: readonly (() => void)[]): void { for (const hook of hooks) hook(); }',
  plain: "function plain(text: string): string { return text + '!'; }",
};

function codesOf(body: string, helpers = ''): readonly string[] {
  const text = `import { echo, parallel, stage } from 'gig-ci/jenkins';
${usedIn(body + helpers, declarations).join('\n')}
${helpers}
/** Probe. */
export default function gigProbe(): void {
  const set = new Set(['a', 'b']);
  echo(\`\${set.size}\`); parallel({ a: () => { echo('a'); } }); stage("b", () => { echo('b'); });
${body}
}
`;
  const { diagnostics } = compile(loadSources('/project', new Map([['vars/gigProbe.ts', text]])));
  return [...new Set(diagnostics.map(({ code }) => code))];
}

test.each([
  ['as JSON', 'echo(JSON.stringify(set));'],
  ['as text', 'echo(String(set));'],
  ['in a template', 'echo(`${set}`);'],
  ['joined to a text', "echo('a' + set);", 'GIG2014'],
  ['given to a step', 'echo(set);'],
  ['in a list', 'const all = [set]; echo(`${all.length}`);'],
  ['in an object', 'const all = { set }; echo(`${all.set.size}`);'],
  ['in an object under another name', 'const all = { one: set }; echo(`${all.one.size}`);'],
  ['added to a list', 'const all: Set<string>[] = []; all.push(set); echo(`${all.length}`);'],
  [
    'in a record',
    'const all: { [key: string]: Set<string> } = {}; all.a = set; echo(`${Object.keys(all).length}`);',
  ],
  ['under a wider type', 'const other: unknown = set; echo(JSON.stringify(other));'],
  [
    'assigned to a wider type',
    "let other: string | Set<string> = 'a'; other = set; echo(JSON.stringify(other));",
  ],
  ['under an interface', 'const other: { readonly size: number } = set; echo(`${other.size}`);'],
  ['given as an interface', 'echo(`${sizeOf(set)}`);'],
  ['given as an interface with a method', 'echo(`${ask(set)}`);'],
  ['given as any value', 'echo(shown(set));'],
  ['given as a type variable', 'echo(`${same(set).size}`);'],
  ['given as a type variable that is shown', 'echo(listed(set));'],
  ['a result of a wider type', 'const other = either(true); echo(JSON.stringify(other));'],
  ['a result of a callback', "const all = ['a'].map(() => set); echo(`${all.length}`);"],
  [
    'a result of a callback with a block',
    "const all = ['a'].map(() => { return new Set(['a']); }); echo(`${all.length}`);",
  ],
  [
    'given to a function value',
    'const size = (one: Set<string>): number => one.size; echo(`${size(set)}`);',
    'GIG2062',
  ],
  [
    'given to a function value whose type takes one',
    'const sizes: readonly ((one: Set<string>) => number)[] = []; for (const size of sizes) echo(`${size(set)}`);',
  ],
  ['taken apart', 'const [first] = set; echo(first ?? "");'],
  ['taken apart by name', 'const { size } = set; echo(`${size}`);'],
  ['compared', 'const other = set; echo(`${other === set}`);', 'GIG2010'],
  ['chosen', 'const other: unknown = set.size > 1 ? set : "a"; echo(JSON.stringify(other));'],
  ['compared by kind', 'echo(`${Array.isArray(set)}`);'],
  ['as an object', 'echo(Object.keys(set).join(""));'],
  ['spread in an object', 'const all = { ...set }; echo(JSON.stringify(all));'],
  ['an element', "echo(`${set['size']}`);"],
  ['a copy of a set', 'const other = new Set(set); echo(`${other.size}`);'],
  ['of numbers', 'const other = new Set([1]); echo(`${other.size}`);', 'TS2322'],
  ['of a text', "const other = new Set('ab'); echo(`${other.size}`);", 'TS2345'],
  ['as a condition of a number', 'if (set.size) echo("some");', 'GIG2011'],
  ['the value of add', "const other = set.add('c'); echo(`${other === undefined}`);", 'GIG2057'],
  [
    'beside something else of that size',
    'const sized: Sized = { size: 1 }; echo(`${(sized.size > 1 ? set : sized).size}`);',
  ],
  ['in place of an absent value', 'const list: Sized[] = []; echo(`${(list[0] ?? set).size}`);'],
  [
    'assigned where nothing was',
    'let other: unknown; other ??= set; echo(JSON.stringify(other));',
    'GIG1074',
  ],
  ['in a variable without a type', 'let other; other = set; echo(JSON.stringify(other));'],
  ['as a case', "switch (set) { case set: echo('a'); break; default: echo('b'); }"],
  ['the value of add, shown', "echo(JSON.stringify(set.add('c')));", 'GIG2057'],
  ['the values of add', "const all = ['c'].map((text) => set.add(text)); echo(`${all.length}`);", 'GIG2057'],
])('a set is refused %s', (_title, body, code = 'GIG2056') => {
  expect(codesOf(body)).toEqual([code]);
});

test.each([
  ['a step', 'for (const text of set) echo(text);'],
  ['a step in a branch', 'for (const text of set) { stage("b", () => { echo(text); }); }'],
  ['a change', "for (const text of set) { if (text === 'a') set.delete(text); }"],
  ['a change of another name of it', 'const other = set; for (const text of set) { other.add(text + "a"); }'],
  [
    'a change behind ?.',
    'const other: Set<string> | undefined = set; for (const text of set) { other?.add(text + "a"); }',
  ],
  ['a function that changes it', 'for (const text of set) { if (text !== "") grow(set); }'],
  [
    'a closure that changes it',
    'const add = (): void => { set.add("c"); }; for (const text of set) { if (text !== "") add(); }',
  ],
  [
    'closures in a list',
    'const add = [(): void => { set.add("c"); }]; for (const text of set) { if (text !== "") callAll(add); }',
  ],
])('a loop over a set is refused with %s', (_title, body) => {
  expect(codesOf(body)).toEqual(['GIG1023']);
});

test.each([
  ['a copy', 'for (const text of [...set]) { echo(text); set.delete(text); }'],
  ['a body that only reads', "let all = ''; for (const text of set) { all += plain(text); } echo(all);"],
  ['a result of a function', "let all = ''; for (const text of made()) { all += text; } echo(all);"],
  ['parameters', 'grow(set); echo(`${asked(set)}`);'],
  [
    'another name',
    'const other = set; other.add("x"); let third = made(); third = other; echo(`${third.size}`);',
  ],
  [
    'an optional one',
    'const other: Set<string> | undefined = set.size > 3 ? set : undefined; if (other && !other.has("a")) echo(`${(other ?? set).size}`);',
  ],
])('a set is taken: %s', (_title, body) => {
  expect(codesOf(body)).toEqual([]);
});

test.each([
  ['a parameter', 'export function probe(set: Set<string>): number { return set.size; }'],
  [
    'an optional parameter',
    'export function probe(set?: ReadonlySet<string>): number { return set?.size ?? 0; }',
  ],
  ['a result', "export function probe(): Set<string> { return new Set(['a']); }"],
  [
    'a constant',
    "const ALLOWED = new Set(['a']);\nexport function probe(): boolean { return ALLOWED.has('a'); }",
  ],
  [
    'a constant that may only be read',
    "const ALLOWED: ReadonlySet<string> = new Set(['a']);\nexport function probe(): boolean { return ALLOWED.has('a'); }",
  ],
])('a set is refused where a Jenkinsfile or every caller would hold it: %s', (_title, helpers) => {
  expect(codesOf('', `/** Helper. */\n${helpers}`)).toContain('GIG2056');
});

test("an author's own type of that name is no set", () => {
  expect(
    codesOf('const own: Set = { size: 1 }; echo(`${own.size}`);', 'interface Set { readonly size: number }'),
  ).toEqual([]);
});

test('a set of another module, by way of a third that does not name the type', () => {
  const files = {
    'vars/gigProbe.ts':
      "import { echo } from 'gig-ci/jenkins';\nimport { passed } from './shared/passed';\n\n/** Probe. */\nexport default function gigProbe(): void {\n  echo(String(passed()));\n}\n",
    'vars/shared/made.ts':
      "/** Makes a set. */\nexport function made(): Set<string> {\n  return new Set(['a']);\n}\n",
    'vars/shared/passed.ts':
      "import { made } from './made';\n\n/** Passes a set on. */\nexport function passed() {\n  return made();\n}\n",
    'vars/gigOther.ts':
      "import { echo } from 'gig-ci/jenkins';\n\n/** Has no sets. */\nexport default function gigOther(): void {\n  echo('a');\n}\n",
  };
  const { diagnostics } = compile(loadSources('/project', new Map(Object.entries(files))));
  expect(diagnostics.map(({ code, file }) => [code, file])).toEqual([['GIG2056', 'vars/gigProbe.ts']]);
});
