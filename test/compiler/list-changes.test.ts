/** A list that something may change while it is visited is refused, by whatever name; any other is visited in place. */
import { compile } from '../../src/compiler/compile';
import { loadSources } from '../../src/compiler/load';

const helpers = `
function add(list: string[], text: string): void { list.push(text); }
function addTwice(list: string[]): void { add(list, 'x'); add(list, 'y'); }
function addTo(box: { list: string[] }): void { box.list.push('x'); }
function lengthOf(list: readonly string[]): number { return list.length; }
function same(list: string[]): string[] { return list; }
function made(text: string): string[] { const list = [text]; list.push(text); return list; }
function keep(box: { list: string[] }, list: string[]): void { box.list = list; }
function copied(from: readonly string[], to: string[]): void { for (const text of [...from]) to.push(text); }
`;

function codesOf(body: string, declarations = ''): readonly string[] {
  const text = `import { echo, parallel } from 'gig-ci/jenkins';
${helpers}${declarations}
/** Probe. */
export default function gigProbe(): void {
  const l = ['a', 'b'];
  const box: { list: string[] } = { list: [] };
  echo(\`\${lengthOf(l)}\${box.list.length}\`);
  addTwice(same(made('a'))); addTo(box); keep(box, []); copied(l, []); parallel({});
${body}
}
`;
  const { diagnostics } = compile(loadSources('/project', new Map([['vars/gigProbe.ts', text]])));
  return diagnostics.map(({ code }) => code);
}

test.each([
  ['an alias', 'const m = l; l.forEach((x) => { m.push(x); });'],
  ['the list of an alias', 'const m = l; m.forEach((x) => { l.push(x); });'],
  ['a function', 'l.forEach((x) => { add(l, x); });'],
  ['a function that calls one', 'for (const x of l) { addTwice(l); echo(x); }'],
  ['a list that a function returns', 'const m = same(l); for (const x of m) l.push(x);'],
  ['a closure', 'const grow = (): void => { l.push("c"); }; for (const x of l) { grow(); echo(x); }'],
  [
    'a closure of an object',
    'const hooks = { grow: (): void => { l.push("c"); } }; l.forEach((x) => { hooks.grow(); echo(x); });',
  ],
  ['a property', 'box.list = l; for (const x of l) box.list.push(x);'],
  ['a property that a function changes', 'for (const x of box.list) { addTo(box); echo(x); }'],
  ['an object that a function put it into', 'keep(box, l); l.forEach((x) => { addTo(box); echo(x); });'],
  ['an element', 'const lists = [l]; l.forEach((x) => { lists[0]?.push(x); });'],
  ['an element of a loop', 'for (const each of [l]) l.forEach((x) => { each.push(x); });'],
  ['a choice', 'const m = l.length > 1 ? l : []; for (const x of m) l.push(x);'],
  ['a choice in place', 'for (const x of l.length > 1 ? l : []) l.push(x);'],
  ['a default in place', 'const lists = [l]; for (const x of lists[0] ?? []) l.push(x);'],
  ['another order', 'const m = l; echo(l.map((x) => { m.sort(); return x; }).join(","));'],
  ['other values', 'const m = l; echo(l.map((x) => { m.fill("z"); return x; }).join(","));'],
  ['an end', 'const m = l; echo(l.filter((x) => { m.pop(); return x !== ""; }).join(","));'],
  ['a callback with an index', 'const m = l; l.forEach((x, i) => { m.push(`${x}${i}`); });'],
  ['its entries', 'const m = l; for (const [i, x] of l.entries()) { m.push(`${i}${x}`); }'],
  ['a list that is sorted', 'const m = l.sort(); for (const x of m) l.push(x);'],
  [
    'a list that is handed on and kept by a list',
    'const m: string[] = []; const lists: string[][] = []; lists.push(m); for (const x of m) { lists[0]?.push(x); }',
  ],
  [
    'a parameter of a closure that is kept',
    'const hooks = { grow: (m: string[]): void => { m.push("c"); } }; for (const x of l) { hooks.grow(l); echo(x); }',
  ],
  [
    'a list that its maker still changes',
    'const found = counted(); for (const x of found.list) { found.grow(); echo(x); }',
    'function counted(): { list: string[]; grow: () => void } { const list: string[] = []; return { list, grow: () => { list.push("x"); } }; }',
  ],
  [
    'a default of a parameter',
    'visited();',
    'function visited(box: { list: string[] } = { list: [] }, m: string[] = box.list): void { for (const x of m) box.list.push(x); }',
  ],
  [
    'a function that is found to change it only later',
    'for (const x of l) { first(l, 2); echo(x); }',
    `function first(m: string[], n: number): void { if (n > 0) second(m, n - 1); }
     function second(m: string[], n: number): void { if (n > 0) third(m, n - 1); }
     function third(m: string[], n: number): void { if (n > 0) first(m, n - 1); m.push("x"); }`,
  ],
])('changed through %s', (_title, body, declaration = '') => {
  expect(codesOf(body, declaration)).toEqual(['GIG1020']);
});

test('two parameters may be one list', () => {
  const declaration =
    'function both(one: string[], two: string[]): void { for (const x of one) two.push(x); }';
  expect(codesOf('both(l, l);', declaration)).toEqual(['GIG1020']);
});

test('another branch may change the list while a step runs', () => {
  const visit = 'for (const x of l) echo(x);';
  expect(codesOf(`parallel({ a: () => { ${visit} }, b: () => { l.push('c'); } });`)).toEqual(['GIG1020']);
  expect(codesOf(`parallel({ b: () => { l.push('c'); } }); ${visit}`)).toEqual([]);
});

test.each([
  [
    'through a function',
    'parallel({ a: () => { visit(l); }, b: () => { l.push("c"); } });',
    'function visit(list: readonly string[]): void { for (const x of list) echo(x); }',
  ],
  [
    'through a closure',
    'const visit = { all: (): void => { for (const x of l) echo(x); } }; parallel({ a: () => { visit.all(); }, b: () => { l.push("c"); } });',
  ],
])('a branch visits the list %s while another one changes it', (_title, body, declaration = '') => {
  expect(codesOf(body, declaration)).toEqual(['GIG1020']);
});

test.each([
  ['a new list', 'const m: string[] = []; for (const x of l) m.push(x); echo(m.join(""));'],
  ['a list that is returned', 'const m = made("a"); for (const x of m) l.push(x);'],
  ['a list that a function fills', 'const m: string[] = []; for (const x of l) add(m, x); echo(m.join(""));'],
  [
    'a new list or another',
    'const m: string[] = []; for (const x of l.length > 1 ? made("a") : ["b"]) m.push(x); echo(m.join(""));',
  ],
  [
    'entries of something else',
    'const m: number[] = [1]; for (const [i] of (l.length > 1 ? m : [2]).entries()) l.push(`${i}`);',
  ],
  ['a list of the function itself', 'for (const x of l) echo(made(x).join(""));'],
  [
    'a list of something else',
    'const sizes: number[] = []; box.list.forEach((x) => { sizes.push(x.length); }); echo(String(sizes.length));',
  ],
  [
    'a new list that is passed through a function',
    'const m = same(made("a")); for (const x of m) l.push(x);',
  ],
  [
    'a choice of new lists',
    'const m = l.length > 1 ? ["a"] : ["b"]; for (const x of l) m.push(x); echo(m.join(""));',
  ],
  [
    'a default',
    'const lists = [["a"]]; const m: string[] = []; for (const x of lists[0] ?? m) echo(x); m.push("b");',
  ],
  [
    'another kind of elements',
    'const lists = [l]; const n = [1]; const ns = [n]; for (const x of lists[0] ?? []) { ns[0]?.push(x.length); }',
  ],
  [
    'a list that a function only reads',
    'const m: string[] = []; echo(`${lengthOf(m)}`); for (const x of box.list) m.push(x); echo(m.join(""));',
  ],
  [
    'a list of a closure beside another one',
    'const m: string[] = []; const grow = (): void => { m.push("c"); }; const other = (): void => { l.push("d"); }; for (const x of l) { grow(); echo(x); } other();',
  ],
  [
    'an accumulated list that is visited beside',
    'const n = l.reduce((all: string[], x) => { for (const y of box.list) all.push(x + y); return all; }, []); echo(n.join(""));',
  ],
  ['an accumulated list', 'echo(l.reduce((all: string[], x) => { all.push(x); return all; }, []).join(""));'],
  ['a copy', 'const m = l; for (const x of [...l]) m.push(x);'],
  ['what is only read', 'echo(l.map((x) => x + lengthOf(l)).join(""));'],
  [
    'a closure',
    'const m: string[] = []; const grow = (x: string): void => { m.push(x); }; for (const x of l) grow(x); echo(m.join(""));',
  ],
])('%s is changed', (_title, body) => {
  expect(codesOf(body)).toEqual([]);
});
