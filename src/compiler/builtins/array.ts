/** Members of lists without a callback. */
import * as groovy from '../../groovy/factory';
import { builtin, byHelper, byMethod, byStaticHelper, helper, listBuiltin, refuse } from './builtin';
import { byListSlice } from './slice';

export const arrayBuiltins = [
  listBuiltin('length: number', {
    summary: 'How many elements the list has.',
    colour: 'any',
    groovy: ({ receiver }) => groovy.methodCall(receiver, 'size'),
    examples: [
      ['[1, 2].length', 2],
      ['[].length', 0],
    ],
    domain: { receiver: 'list', args: [] },
  }),
  listBuiltin('includes(element: Comparable<T>): boolean', {
    summary: 'Whether an element is equal to this one.',
    colour: 'any',
    groovy: (call) =>
      call.receiverKind === 'textList' ? byMethod('contains')(call) : byHelper('Lists.includes')(call),
    differs: "Java's contains finds no Integer among Longs",
    narrower: 'texts, numbers and booleans only, no start position',
    examples: [
      ["['a', 'b'].includes('b')", true],
      ['[1, 2, 3].includes(3)', true],
      ["['a'].includes('')", false],
    ],
    domain: { receiver: 'list', args: ['value'] },
  }),
  listBuiltin('indexOf(element: Comparable<T>): number', {
    summary: 'Where an element first stands; -1 when it does not occur.',
    colour: 'any',
    groovy: (call) =>
      call.receiverKind === 'textList' ? byMethod('indexOf')(call) : byHelper('Lists.indexOf')(call),
    differs: "Java's indexOf finds no Integer among Longs",
    narrower: 'texts, numbers and booleans only, no start position',
    examples: [
      ["['a', 'b', 'a'].indexOf('a')", 0],
      ['[1, 2].indexOf(2)', 1],
      ['[1].indexOf(5)', -1],
    ],
    domain: { receiver: 'list', args: ['value'] },
  }),
  listBuiltin('lastIndexOf(element: Comparable<T>): number', {
    summary: 'Where an element last stands; -1 when it does not occur.',
    colour: 'any',
    groovy: byHelper('Lists.lastIndexOf'),
    differs: "Java's lastIndexOf finds no Integer among Longs",
    examples: [
      ["['a', 'b', 'a'].lastIndexOf('a')", 2],
      ['[1, 2].lastIndexOf(1)', 0],
      ['[1].lastIndexOf(5)', -1],
    ],
    domain: { receiver: 'list', args: ['value'] },
  }),
  listBuiltin('at(index: number): T | undefined', {
    summary: 'The element at a position, from the end when it is negative; absent outside the list.',
    colour: 'any',
    groovy: byHelper('Lists.fromEnd'),
    differs: "Groovy's `list[-4]` fails outside the list",
    examples: [
      ['[1, 2, 3].at(-1)', 3],
      ['[1, 2, 3].at(0)', 1],
      ['[1, 2, 3].at(1.9)', 2],
      ["['a'].at(1)", undefined],
      ["['a'].at(-2)", undefined],
    ],
    domain: { receiver: 'list', args: ['index'] },
  }),
  listBuiltin('join(separator: string): string', {
    summary: 'The elements as text, with the separator between each two.',
    colour: 'any',
    groovy: (call) => {
      if (call.receiverKind === 'objectList')
        return refuse('an object has no text: map the list to texts first');
      return call.receiverKind === 'textList' ? byMethod('join')(call) : byHelper('Lists.join')(call);
    },
    differs: 'Groovy prints 1.0 for 1 and null for an absent element',
    narrower: 'the separator is not left out',
    examples: [
      ["['a', 'b'].join(', ')", 'a, b'],
      ["[].join(',')", ''],
      ["[1, 2.5].join('-')", '1-2.5'],
      ["['a', undefined].join('-')", 'a-'],
    ],
    refused: [["[[{ a: 1 }]].join(',')", 'GIG2050']],
    domain: { receiver: 'list', args: ['separator'] },
  }),
  listBuiltin('slice(start: number, end?: number): T[]', {
    summary: 'A copy from start to before end; negative positions count from the end.',
    colour: 'any',
    groovy: byListSlice,
    differs: "Java's subList is a view that cannot be saved; Groovy's ranges run backwards",
    examples: [
      ['[1, 2, 3].slice(1)', [2, 3]],
      ['[1, 2, 3].slice(0, 2)', [1, 2]],
      ['[1, 2, 3].slice(-1)', [3]],
      ['[1, 2, 3].slice(2, 1)', []],
      ['[].slice(0)', []],
      ['[1, 2, 3].slice(5)', []],
      ['[1, 2, 3].slice(0, 9)', [1, 2, 3]],
      ['const all = [1]; const copy = all.slice(0); copy.push(2); return all.length;', 1],
      ['const all = [1]; const copy = all.slice(0, 5); copy.push(2); return all.length;', 1],
    ],
    domain: { receiver: 'list', args: ['index', 'index'] },
  }),
  listBuiltin('concat(other: readonly T[]): T[]', {
    summary: 'A new list with the elements of both.',
    colour: 'any',
    groovy: ({ receiver, args: [other] }) =>
      other === undefined ? refuse('it takes one list') : groovy.binary(receiver, '+', other),
    narrower: 'one list, no single elements',
    examples: [
      ['[1].concat([2, 3])', [1, 2, 3]],
      ['[].concat([])', []],
      ["[['a']].concat([['b']])", [['a'], ['b']]],
    ],
    domain: { receiver: 'list', args: ['list'] },
  }),
  listBuiltin('entries(): Iterable<[number, T]>', {
    summary: 'Pairs of index and element, for `for (const [index, element] of list.entries())`.',
    colour: 'any',
    groovy: byHelper('Lists.entries'),
    examples: [
      [
        "const seen: string[] = []; for (const [index, text] of ['a', 'b'].entries()) { seen.push(`${index}${text}`); } return seen;",
        ['0a', '1b'],
      ],
    ],
    domain: { receiver: 'list', args: [] },
  }),
  listBuiltin('toReversed(): T[]', {
    summary: 'A copy from back to front.',
    colour: 'any',
    groovy: byMethod('reverse'),
    examples: [
      ['[1, 2, 3].toReversed()', [3, 2, 1]],
      ['[].toReversed()', []],
    ],
    domain: { receiver: 'list', args: [] },
  }),
  listBuiltin('flat<Element>(this: readonly (readonly Element[])[]): Element[]', {
    summary: 'A new list with the elements of the lists in this one.',
    colour: 'any',
    groovy: byHelper('Lists.flat'),
    differs: "Groovy's flatten goes through all levels",
    narrower: 'one level',
    examples: [
      ['[[1], [2, 3], []].flat()', [1, 2, 3]],
      ["[[['a']], [['b', 'c']]].flat()", [['a'], ['b', 'c']]],
    ],
    refused: [['[1].flat()', 'TS2684']],
    domain: { receiver: 'lists', args: [] },
  }),
  builtin('Array', 'pop(): T | undefined', {
    summary: 'Takes the last element out of the list; absent when there is none.',
    colour: 'any',
    changes: true,
    groovy: byHelper('Lists.pop'),
    differs: "Groovy's pop takes the first element since version 2.5, and fails on an empty list",
    examples: [
      ['const list = [1, 2]; const last = list.pop(); return [last, list.length];', [2, 1]],
      ["const list: string[] = []; return list.pop() ?? 'none';", 'none'],
    ],
    domain: { receiver: 'list', args: [] },
  }),
  builtin('Array', 'shift(): T | undefined', {
    summary: 'Takes the first element out of the list; absent when there is none.',
    colour: 'any',
    changes: true,
    groovy: byHelper('Lists.shift'),
    examples: [
      ['const list = [1, 2]; const first = list.shift(); return [first, list.length];', [1, 1]],
      [
        "const waiting = ['a', 'b']; let order = ''; while (waiting.length > 0) { order += waiting.shift() ?? ''; } return order;",
        'ab',
      ],
    ],
    domain: { receiver: 'list', args: [] },
  }),
  builtin('Array', 'unshift(element: T): void', {
    summary: 'Adds an element at the start.',
    colour: 'any',
    changes: true,
    groovy: ({ receiver, args: [element] }) =>
      element === undefined
        ? refuse('it takes one element')
        : groovy.methodCall(receiver, 'add', [groovy.number(0), element]),
    narrower: 'one element; gives nothing',
    examples: [["const list = ['b']; list.unshift('a'); return list;", ['a', 'b']]],
    refused: [['const list = [1]; list.unshift(2, 3); return list;', 'TS2554']],
    domain: { receiver: 'list', args: ['value'] },
  }),
  builtin('Array', 'push(element: T): void', {
    summary: 'Adds an element at the end.',
    colour: 'any',
    changes: true,
    groovy: byMethod('add'),
    narrower: 'one element; gives nothing',
    examples: [['const list = [1]; list.push(2); return list;', [1, 2]]],
    refused: [
      ['const list = [1]; list.push(2, 3); return list;', 'TS2554'],
      ['[[1].push(2)]', 'GIG2057'],
    ],
    domain: { receiver: 'list', args: ['value'] },
  }),
  builtin('Array', 'reverse(): T[]', {
    summary: 'Turns the list round in place.',
    colour: 'any',
    changes: true,
    groovy: byHelper('Lists.reverse'),
    differs: "Groovy's reverse makes a copy",
    examples: [['const list = [1, 2, 3]; list.reverse(); return list;', [3, 2, 1]]],
    domain: { receiver: 'list', args: [] },
  }),
  builtin('Array', 'fill(element: T, start?: number, end?: number): T[]', {
    summary: 'Puts one value at every position of the list, or from start to before end.',
    colour: 'any',
    changes: true,
    groovy: byHelper('Lists.fill'),
    differs: "Groovy's fill takes no positions",
    examples: [
      ["const list = ['a', 'b']; list.fill('x'); return list;", ['x', 'x']],
      ['[1, 2, 3].fill(0, 1)', [1, 0, 0]],
      ['[1, 2, 3].fill(0, -3, -1)', [0, 0, 3]],
      ['[1, 2].fill(0, 5)', [1, 2]],
      [
        "const row = ['a']; const rows = [row, ['b']].fill(row); row.push('c'); return rows;",
        [
          ['a', 'c'],
          ['a', 'c'],
        ],
      ],
    ],
    refused: [["['a'].fill(1)", 'TS2345']],
    domain: { receiver: 'list', args: ['value', 'index', 'index'] },
  }),
  builtin('ArrayConstructor', 'from(size: { readonly length: number }): undefined[]', {
    summary:
      'A list of so many absent elements, to be mapped: `Array.from({ length: 3 }).map((_, index) => index)`.',
    colour: 'any',
    groovy: ({ args: [size] }) =>
      size?.kind === 'map'
        ? helper('Lists.ofLength', size)
        : refuse('it takes `{ length: … }`, written in place; a copy of a list is `[...list]`'),
    narrower: 'no other list, no function',
    examples: [
      ['Array.from({ length: 3 }).map((_nothing, index) => index * 2)', [0, 2, 4]],
      ['Array.from({ length: 2.9 }).length', 2],
      ['Array.from({ length: -1 }).length', 0],
    ],
    refused: [
      ["Array.from('ab').length", 'GIG2050'],
      ['Array.from([1, 2]).length', 'GIG2050'],
    ],
    domain: { args: ['size'] },
  }),
  builtin('ArrayConstructor', 'isArray(value: unknown): value is readonly unknown[]', {
    summary: 'Whether a value is a list.',
    colour: 'any',
    groovy: byStaticHelper('Lists.isList'),
    examples: [
      ['Array.isArray([1])', true],
      ["Array.isArray('a')", false],
      ['Array.isArray({ a: 1 })', false],
    ],
    domain: { args: ['value'] },
  }),
];
