import fc from 'fast-check';
import { parseJson } from '../../src/diagnostics/json-text';

test.each([
  ['{\n  "branch": "x",\n  "abort": tru\n}\n', '3:15 Unexpected end of the line'],
  ['{"a": 1,, "b": 2}', '1:9 Expected double-quoted property name'],
  ['{\r\n  "a": "b\r\n}', '2:10 Bad control character in string literal'],
  ['[1 2]', "1:4 Expected ',' or ']' after array element"],
  ['{"a": "b', '1:9 Unterminated string'],
  ['[1, -', '1:6 No number after minus sign'],
  ["{'a': 1}", "1:2 Expected property name or '}'"],
  ['', '1:1 Unexpected end of JSON input'],
])('%j', (text, expected) => {
  const read = parseJson(text);
  const { line, column, reason } = 'problem' in read ? read.problem : { line: 0, column: 0, reason: 'none' };
  expect(`${line}:${column} ${reason}`).toBe(expected);
});

test('what is JSON is what JSON.parse makes of it', () => {
  fc.assert(fc.property(fc.json(), (text) => expect(parseJson(text)).toEqual({ data: JSON.parse(text) })));
});

test('a sign that JSON has nowhere is found where it stands, or before it', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), fc.nat(), (values, at) => {
      const list = values.map((value) => JSON.stringify(value));
      const place = at % (list.length + 1);
      const before = `[${list
        .slice(0, place)
        .map((each) => `${each},`)
        .join('')}`;
      const read = parseJson(
        `${before}§${list
          .slice(place)
          .map((each) => `,${each}`)
          .join('')}]`,
      );
      expect('problem' in read ? read.problem.column : 0).toBe(before.length + 1);
    }),
  );
});
