/** A secret goes into commands and scripts, and nowhere else, whatever the way. */
import { compile } from '../../src/compiler/compile';
import { loadSources } from '../../src/compiler/load';
import { usedIn } from '../support/used-in';
import { bindings, bodies, neighbours } from './secret-attempts';
import { nestingOf, nestings } from './secret-nestings';

/** What attempts call. */
const helpers: { readonly [name: string]: string } = {
  say: 'function say(value: unknown): void { echo(JSON.stringify(value)); }',
  same: 'function same<Value>(value: Value): Value { return value; }',
  run: 'function run(body: () => void): void { body(); }',
  make: 'function make(): void { sh`make`; }',
  makeAll: 'function inner(): void { sh`make`; }\nfunction makeAll(): void { inner(); }',
  tag: 'function tag(parts: unknown, value: unknown): string { return JSON.stringify([parts, value]); }',
};
const surroundings: { readonly [name: string]: string } = {
  saved: 'let saved: unknown;',
  box: 'const box: { inside?: unknown; copy?: unknown } = {};',
  action: 'const action = (): void => { sh`make`; };',
  actions: 'const actions: { after: () => void; before?: () => void } = { after: () => { sh`make`; } };',
  branches: 'const branches: { [name: string]: () => void } = { a: () => { sh`make`; } };',
  list: 'const list: unknown[] = [];',
};
const importable =
  'echo env error lock node parallel script sh stage withAwsCredentials withDeadline withEnv withSecretFile withSecretLogin withSecretText writeFile Secret'.split(
    ' ',
  );

const scripts = `export {};
declare module 'gig-ci/jenkins' {
  interface Scripts { 'push.sh': { inputs: { readonly PASSWORD: Secret }; outputs: void }; 'make.sh': { inputs: {}; outputs: void } }
}
`;

/** The codes of what is said about a function with this body. */
function codesOf(body: string, declarations = ''): readonly string[] {
  const around = usedIn(body, surroundings).join('\n');
  const own = [...usedIn(`${declarations} ${body}`, helpers), declarations].join('\n');
  const imports = importable
    .filter((name) => new RegExp(`\\b${name}\\b(?!')`).test(`${own} ${around} ${body}`))
    .filter((name) => !own.includes(`interface ${name} `))
    .map((name) => (name === 'Secret' ? `type ${name}` : name));
  const text = `import { ${imports.join(', ')} } from 'gig-ci/jenkins';
${own}
/** Attempt. */
export default function gigAttempt(): void {
${around}
${body}
}
`;
  const files = new Map([
    ['vars/gigAttempt.ts', text],
    ['resources/scripts.d.ts', scripts],
  ]);
  return compile(loadSources('/secrets', files)).diagnostics.map(({ code }) => code);
}

/** Those of our own: TypeScript says things beside them. */
const ownCodes = (codes: readonly string[]): string =>
  codes.filter((code) => !code.startsWith('TS')).join(' ');

const binding = (body: string): string => `withSecretText('id', (token) => {\n${body}\n});`;

test('a secret in a command or a script is no attempt', () => {
  expect(
    codesOf(binding('sh`x ${token} "y ${token}"`;\nconst size = sh.output`z ${token}`;\necho(size);')),
  ).toEqual([]);
  expect(
    codesOf("withSecretText('id', (password) => {\nscript('push.sh', { PASSWORD: password });\n});"),
  ).toEqual([]);
});

test("an author's own type of that name is none", () => {
  const declarations = 'interface Secret { readonly name: string }';
  expect(codesOf("const own: Secret = { name: 'x' }; echo(own.name);", declarations)).toEqual([]);
});

test.each(bodies)('$title', ({ codes, body, declarations }) => {
  expect(ownCodes(codesOf(binding(body), declarations))).toBe(codes);
});

test.each(neighbours)('an unrelated step: $title', ({ codes, body }) => {
  expect(ownCodes(codesOf(binding(body)))).toBe(codes);
});

test.each(nestings)('a call inside itself: $title', ({ codes, body, declarations }) => {
  expect(ownCodes(codesOf(body, declarations))).toBe(codes);
});

test('a call inside itself binds one secret in the place of the other', () => {
  const nesting = nestingOf("if (n === 0) { withEnv({ GIG_TOKEN: '' }, body); return; }");
  expect(codesOf("nest(1, () => { echo('x'); });", nesting)).toEqual([]);
});

test.each(bindings)('$title', ({ codes, body, declarations }) => {
  expect(ownCodes(codesOf(body, declarations))).toBe(codes);
});

test('every attempt has a name of its own', () => {
  const titles = [...bodies, ...neighbours, ...nestings, ...bindings].map(({ title }) => title);
  expect(new Set(titles).size).toBe(titles.length);
});
