import { readPattern, toJavaPattern } from '../../src/model/patterns';

test.each([
  ['^[a-z][a-z0-9._/-]*$', '^[a-z][a-z0-9._/-]*\\z'],
  ['^\\d{12}$', '^\\d{12}\\z'],
  ['^(?:a|b)+?$', '^(?:a|b)+?\\z'],
  ['[$^.]', '[$\\^.]'],
  ['[^&[]c', '[^\\&\\[]c'],
  ['a.b', 'a[^\\n\\r\\u2028\\u2029]b'],
  ['[a[b&&c]', '[a\\[b\\&\\&c]'],
  ['\\$\\.\\/\\[', '\\$\\.\\/\\['],
  ['^(?!-)\\w+$', '^(?!-)\\w+\\z'],
  ['[^\\]]', '[^\\]]'],
])('%s in Java is %s', (source, java) => {
  expect(toJavaPattern(source)).toBe(java);
});

test.each([
  ['[a-', /Invalid regular expression/],
  ['a\\-b', /Invalid escape/],
  ['\\bword', /\\b/],
  ['\\s', /\\s/],
  ['\\p{L}', /\\p/],
  ['(a)\\1', /\\1/],
  ['(?<=a)b', /\(\?<=/],
  ['(?<name>a)', /\(\?</],
  ['[]', /\]/],
  ['[^]', /\]/],
  ['\\u{1F600}', /\\u\{1F600\}/],
  ['\\v', /\\v/],
])('%s is refused', (source, reason) => {
  const reading = readPattern(source);
  expect(reading).toEqual({ kind: 'refused', reason: expect.stringMatching(reason) });
});
