/** Each code of the catalogue has a fixture that yields this code and nothing else, and a twin that follows its suggestion. */
import { join } from 'node:path';
import { compile } from '../../src/compiler/compile';
import { loadSources } from '../../src/compiler/load';
import { problems } from '../../src/diagnostics/catalogue';
import { readFixtures, type ProjectFiles } from '../../src/documentation/fixtures';

const fixtures = readFixtures(join(__dirname, 'fixtures'));
/** Those of the step model and of the scripts (GIG40xx, GIG41xx) have their tests in test/model. */
const codes = Object.values(problems)
  .map(({ code }) => code)
  .filter((code) => !/^GIG4[01]/.test(code))
  // A defect of gig-ci: see internal-error.test.ts.
  .filter((code) => code !== problems.internalError.code);
/** "Split it": the twin of a file that is too large is several files. */
const withoutTwin = ['GIG5001'];

function diagnosticsOf(files: ProjectFiles): readonly object[] {
  const { diagnostics } = compile(loadSources('/project', files));
  return diagnostics.map(({ code, file, line, message }) => ({ code, place: `${file}:${line}`, message }));
}

test.each(fixtures)('$code', ({ code, broken }) => {
  const found = diagnosticsOf(broken);
  expect(found.length).toBeGreaterThan(0);
  expect(found.filter((each) => !('code' in each && each.code === code))).toEqual([]);
});

test.each(fixtures.filter(({ code }) => !withoutTwin.includes(code)))(
  '$code follows its suggestion',
  ({ fixed }) => {
    expect(fixed === undefined ? 'no twin' : diagnosticsOf(fixed)).toEqual([]);
  },
);

test('every code has a fixture, and every fixture a code', () => {
  expect(fixtures.map(({ code }) => code)).toEqual([...codes].sort());
});

test('no code stands twice', () => {
  expect(new Set(codes).size).toBe(codes.length);
});
