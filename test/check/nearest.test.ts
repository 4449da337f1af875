import { onlyNearName } from '../../src/check/nearest';

test.each<[string, readonly string[], string | undefined]>([
  ['severty', ['severity', 'scanners'], 'severity'],
  ['Severity', ['severity'], 'severity'],
  ['tag', ['tags', 'tab'], undefined],
  ['image', ['archive', 'reports'], undefined],
  ['severity', ['severity'], undefined],
  ['x', ['on'], undefined],
])('%s among %j', (given, known, expected) => {
  expect(onlyNearName(given, known)).toBe(expected);
});
