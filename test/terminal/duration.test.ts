import { formatDuration } from '../../src/terminal/duration';

test.each([
  [0, '0 ms'],
  [999, '999 ms'],
  [1000, '1 s'],
  [1549, '1.5 s'],
  [9999, '9.9 s'],
  [10_000, '10 s'],
  [59_999, '59 s'],
  [60_000, '1 min 00 s'],
  [125_000, '2 min 05 s'],
  [3_599_999, '59 min 59 s'],
  [3_600_000, '1 h 00 min'],
  [7_380_000, '2 h 03 min'],
])('%d ms are %s', (milliseconds, text) => {
  expect(formatDuration(milliseconds)).toBe(text);
});
