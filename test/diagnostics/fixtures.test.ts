/** Each code of the catalogue has a fixture that yields this code and nothing else. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from '../../src/compiler/compile';
import { loadSources } from '../../src/compiler/load';
import { problems } from '../../src/diagnostics/catalogue';

const folder = join(__dirname, 'fixtures');
const fixtures = readdirSync(folder).map((name) => name.replace(/\.ts$/, ''));
/** Those of the models and of the scripts (GIG40xx, GIG41xx) have their tests in test/model. */
const codes = Object.values(problems)
  .map(({ code }) => code)
  .filter((code) => !/^GIG4[01]/.test(code));

/** The files of a fixture: `vars/gigFixture.ts`, and those that `// @file path` begins. */
function filesOf(text: string): ReadonlyMap<string, string> {
  const [main = '', ...others] = text.split(/^\/\/ @file /m);
  const named = others.map((part) => {
    const end = part.indexOf('\n');
    return [part.slice(0, end).trim(), part.slice(end + 1)] as const;
  });
  return new Map([['vars/gigFixture.ts', main], ...named]);
}

test.each(fixtures)('%s', (code) => {
  const files = filesOf(readFileSync(join(folder, `${code}.ts`), 'utf8'));
  const { diagnostics } = compile(loadSources('/project', files));
  const found = diagnostics.map(({ code: each, file, line, message }) => ({
    code: each,
    place: `${file}:${line}`,
    message,
  }));
  expect(found.length).toBeGreaterThan(0);
  expect(found.filter((each) => each.code !== code)).toEqual([]);
});

test('every code has a fixture, and every fixture a code', () => {
  expect([...fixtures].sort()).toEqual([...codes].sort());
});

test('no code stands twice', () => {
  expect(new Set(codes).size).toBe(codes.length);
});
