/** Each code of the catalogue has a fixture that yields this code and nothing else, and a twin that follows its suggestion. */
import { join } from 'node:path';
import { problems } from '../../src/diagnostics/catalogue';
import { diagnosticsOf, readFixtures, type ProjectFiles } from '../../src/documentation/fixtures';

const fixtures = readFixtures(join(__dirname, 'fixtures'));
const codes = Object.values(problems)
  .map(({ code }) => code)
  // A defect of gig-ci: see internal-error.test.ts.
  .filter((code) => code !== problems.internalError.code);

function problemsOf(code: string, files: ProjectFiles): readonly { readonly code: string }[] {
  return diagnosticsOf(code, files).map(({ code: each, file, line, message }) => ({
    code: each,
    place: `${file}:${line}`,
    message,
  }));
}

test.each(fixtures)('$code', ({ code, broken }) => {
  const found = problemsOf(code, broken);
  expect(found.length).toBeGreaterThan(0);
  expect(found.filter((each) => each.code !== code)).toEqual([]);
});

test.each(fixtures)('$code follows its suggestion', ({ code, fixed }) => {
  expect(fixed === undefined ? 'no twin' : problemsOf(code, fixed)).toEqual([]);
});

test('every code has a fixture, and every fixture a code', () => {
  expect(fixtures.map(({ code }) => code)).toEqual([...codes].sort());
});

test('no code stands twice', () => {
  expect(new Set(codes).size).toBe(codes.length);
});
