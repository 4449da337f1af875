/** TypeScript's own errors: in our form, with what to do about them where their text does not say it. */
import { compile } from '../../src/compiler/compile';
import { loadSources } from '../../src/compiler/load';

function foundIn(body: string): readonly string[] {
  const text = `export interface Options { readonly name?: string; readonly count: number; readonly hook?: () => void }
export function a(options: Options, list: readonly string[]): string {
  ${body}
}
`;
  const { diagnostics } = compile(loadSources('/project', new Map([['vars/shared/a.ts', text]])));
  return diagnostics.map(({ code, line, suggestion }) => `${code} ${line} ${suggestion ?? 'none'}`);
}

test.each([
  ['return options.name.trim() + list.join();', 'TS18048', /`\?\?` with a default/],
  ["return list.join(options.name) + '';", 'TS2345', /Pass what the signature names/],
  ["options.count = 2; return list.join('');", 'TS2540', /Make a new one/],
  ["const o: Options = {}; return list.join(o.name ?? '');", 'TS2741', /put `\?` behind its name/],
  [
    "const n = options.name; const o: Options = { count: 1, name: n }; return o.name ?? list.join('');",
    'TS2375',
    /Leave the key out/,
  ],
  ["const o: Options = { count: 1, size: 1 }; return o.name ?? list.join('');", 'TS2353', /Correct the name/],
  ["if (options.count > list.length) return 'a';", 'TS2366', /Return a value at the end/],
  ["const unused = 1; return list.join('') + (options.name ?? '');", 'TS6133', /Delete it/],
  ['const n = 1; n = options.count; return list.join(`${n}`);', 'TS2588', /with `let`/],
  ["const set = new Set(list); set.clear(); return list.join('');", 'GIG2002', /Use a member/],
  [
    "const set: ReadonlySet<string> = new Set(list); set.forEach(() => {}); return list.join('');",
    'GIG2002',
    /Use a member/,
  ],
  ["const { nothing } = ['a', 1] as const; return list.join('') + nothing;", 'GIG2002', /Use a member/],
  ["const n = list.length > 1; return n.nothing + list.join('');", 'GIG2002', /Use a member/],
  ["return JSON.rawJSON('1') + list.join('');", 'GIG2002', /Use a member/],
  ["return Array.fromAsync(list) + list.join('');", 'GIG2002', /Use a member/],
  ['return `${list.entries().next()}`;', 'GIG2002', /Use a member/],
  [
    "for (const each of list.join('')) return each; return options.name ?? '';",
    'GIG1022',
    /text\.split\(''\)/,
  ],
  ["return [...list.join('')].join(options.name ?? '');", 'GIG1022', /text\.split\(''\)/],
  ["const [first] = list.join(options.name ?? ''); return first ?? '';", 'GIG1022', /text\.split\(''\)/],
  ['const f = (x) => x; return list.join(`${options.count}`);', 'TS7006', /Write its type/],
])('%s', (body, code, suggestion) => {
  const found = foundIn(body).filter((each) => each.startsWith(code));
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(suggestion);
});

test('a broken file hides no problem of another, nor of its other functions', () => {
  const files = new Map([
    ['vars/gigA.ts', 'export function a(: void {\n'],
    [
      'vars/gigB.ts',
      'export function b(): void {\n  var x = 1;\n  if (x === 1) throw new Error(`${b}`);\n}\n',
    ],
    [
      'vars/gigC.ts',
      'export function c(): string {\n  return 5;\n}\nexport function d(n: number): boolean {\n  return n ? true : false;\n}\n',
    ],
  ]);
  const { diagnostics } = compile(loadSources('/project', files));
  const found = diagnostics.map(({ file, line, code }) => `${file}:${line} ${code}`);
  expect(found).toEqual([
    'vars/gigA.ts:1 TS1138',
    'vars/gigA.ts:1 TS1359',
    'vars/gigA.ts:2 TS1005',
    'vars/gigB.ts:2 GIG1001',
    'vars/gigB.ts:3 GIG2013',
    'vars/gigC.ts:2 TS2322',
    'vars/gigC.ts:5 GIG2011',
  ]);
});
