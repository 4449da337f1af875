/** Members of `JSON`. */
import { builtin, helper, refuse } from './builtin';

export const jsonBuiltins = [
  builtin('JSON', 'stringify(value: unknown, replacer?: undefined, indent?: number): string', {
    summary: 'A value as JSON; with `undefined, 2` indented by two spaces.',
    colour: 'any',
    groovy: ({ args: [value, , indent] }) =>
      value === undefined
        ? refuse('it takes a value')
        : helper('Json.stringify', value, ...(indent === undefined ? [] : [indent])),
    differs: "Groovy's JsonOutput writes 1.0 for 1, escapes / and sorts nothing the way JavaScript does",
    narrower: 'no replacer, no text as the indentation',
    examples: [
      ["JSON.stringify({ b: 1, a: ['x', true], c: {} })", '{"b":1,"a":["x",true],"c":{}}'],
      ["JSON.stringify({ a: 'é\"\\\\/\\n\\u0001\\u2028' })", '{"a":"é\\"\\\\/\\n\\u0001\u2028"}'],
      [
        'JSON.stringify({ a: [1, 2.5], b: [] }, undefined, 2)',
        '{\n  "a": [\n    1,\n    2.5\n  ],\n  "b": []\n}',
      ],
      ['JSON.stringify([1, {}], undefined, 0.5)', '[\n1,\n{}\n]'],
      ["JSON.stringify({ '2': 1, '1': 2 })", '{"1":2,"2":1}'],
      ["JSON.stringify(['a', undefined])", '["a",null]'],
      ["JSON.stringify('\\ud800')", '"\\ud800"'],
    ],
    domain: { args: ['value'] },
  }),
];
