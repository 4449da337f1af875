/** Members of `Object`. Keys come in JavaScript's order: integer-like ones first. */
import * as groovy from '../../groovy/factory';
import { builtin, byStaticHelper, refuse } from './builtin';

export const objectBuiltins = [
  builtin('ObjectConstructor', 'keys(object: object): string[]', {
    summary: 'The keys of an object.',
    colour: 'any',
    groovy: byStaticHelper('Maps.keys'),
    differs: 'Java keeps the order of insertion, JavaScript puts integer-like keys first',
    examples: [
      ['Object.keys({ b: 1, a: 2 })', ['b', 'a']],
      ["Object.keys({ b: 1, '10': 2, '9': 3, '01': 4 })", ['9', '10', 'b', '01']],
      ['Object.keys({})', []],
    ],
    domain: { args: ['record'] },
  }),
  builtin('ObjectConstructor', 'values<Value>(object: { readonly [key: string]: Value }): Value[]', {
    summary: 'The values of an object, in the order of the keys.',
    colour: 'any',
    groovy: byStaticHelper('Maps.values'),
    differs: 'Java keeps the order of insertion, JavaScript puts integer-like keys first',
    examples: [
      ['Object.values({ b: 1, a: 2 })', [1, 2]],
      ["Object.values({ b: 1, '7': 2 })", [2, 1]],
    ],
    domain: { args: ['record'] },
  }),
  builtin(
    'ObjectConstructor',
    'entries<Value>(object: { readonly [key: string]: Value }): [string, Value][]',
    {
      summary: 'Pairs of key and value, for `for (const [key, value] of Object.entries(object))`.',
      colour: 'any',
      groovy: byStaticHelper('Maps.entries'),
      differs: "Java's entries cannot be saved with a build",
      examples: [
        [
          'Object.entries({ b: 1, a: 2 })',
          [
            ['b', 1],
            ['a', 2],
          ],
        ],
        [
          "Object.entries({ b: 'x', '0': 'y' })",
          [
            ['0', 'y'],
            ['b', 'x'],
          ],
        ],
      ],
      domain: { args: ['record'] },
    },
  ),
  builtin(
    'ObjectConstructor',
    'fromEntries<Value>(entries: Iterable<readonly [string, Value]>): { [key: string]: Value }',
    {
      summary: 'An object of pairs of key and value; a later pair wins.',
      colour: 'any',
      groovy: byStaticHelper('Maps.fromEntries'),
      examples: [
        ["Object.fromEntries([['a', 1], ['b', 2], ['a', 3]])", { a: 3, b: 2 }],
        ['Object.fromEntries([])', {}],
      ],
      domain: { args: ['pairs'] },
    },
  ),
  builtin('ObjectConstructor', 'hasOwn(object: { readonly [key: string]: unknown }, key: string): boolean', {
    summary: 'Whether an object has an entry with that key.',
    colour: 'any',
    groovy: ({ args: [object, key] }) =>
      object === undefined || key === undefined
        ? refuse('it takes an object and a key')
        : groovy.methodCall(object, 'containsKey', [key]),
    narrower: 'of objects without an interface of their own',
    examples: [
      ["Object.hasOwn({ a: 1 }, 'a')", true],
      ["Object.hasOwn({ a: 1 }, 'b')", false],
      ["Object.hasOwn({ a: undefined }, 'a')", true],
      ["Object.hasOwn({}, 'toString')", false],
      [
        "const ports: { [key: string]: number } = {}; ports['1'] = 80; return Object.hasOwn(ports, '1');",
        true,
      ],
    ],
    refused: [
      ["Object.hasOwn(['a'], 'length')", 'TS2345'],
      ['Object.hasOwn({ a: 1 }, 1)', 'TS2345'],
    ],
    domain: { args: ['record', 'text'] },
  }),
];
