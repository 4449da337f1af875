import { nearestName, suggestion } from '../../src/diagnostics/nearest-name';

test.each([
  ['two edits are near', 'fial', ['report', 'fail'], 'fail'],
  ['three edits of eight characters are not', 'abcdexyz', ['abcde'], undefined],
  ['three edits of nine characters are a third', 'abcdefxyz', ['abcdef'], 'abcdef'],
  ['another case is no edit', 'HIGH', ['low', 'high'], 'high'],
  ['what shares no character is not meant', 'ab', ['id'], undefined],
  ['one character is no hint', 'x', ['y'], undefined],
  ['nor is none', '', ['a'], undefined],
  ['of equally near names the first is meant', 'rat', ['cat', 'bat'], 'cat'],
  ['without known names there is none', 'cat', [], undefined],
])('%s', (_title, given, known, expected) => {
  expect(nearestName(given, known)).toBe(expected);
});

test('a suggestion follows what is wrong, or nothing does', () => {
  expect(suggestion('severty', ['severity'])).toBe("; did you mean 'severity'?");
  expect(suggestion('unheardOf', ['severity'])).toBe('');
});
