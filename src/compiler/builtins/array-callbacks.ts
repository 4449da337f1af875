/**
 * Members of lists with a callback, which may use steps: the engine translates Groovy's methods that take a closure. Those
 * that sort stand in array-order.ts.
 */
import * as groovy from '../../groovy/factory';
import { byClosureMethod, helper, listBuiltin, refuse, withIndex, withParameters } from './builtin';

export const arrayCallbackBuiltins = [
  listBuiltin('map<Result>(transform: (element: T, index: number) => Result): Result[]', {
    summary: 'A new list with the result for each element.',
    colour: 'any',
    callback: { parameter: 0, arity: 2, result: 'value' },
    groovy: byClosureMethod('collect'),
    examples: [
      ['[1, 2].map((n) => n + 1)', [2, 3]],
      ["['a', 'b'].map((name, index) => `${name}${index}`)", ['a0', 'b1']],
      ['[[1], [2, 3]].map((row) => row.length)', [1, 2]],
      ['[1, 2].map(() => true)', [true, true]],
    ],
    domain: { receiver: 'list', args: [] },
  }),
  listBuiltin('filter(keep: (element: T, index: number) => boolean): T[]', {
    summary: 'A new list of the elements for which the test is true.',
    colour: 'any',
    callback: { parameter: 0, arity: 2, result: 'boolean' },
    groovy: (call) => {
      const [keep] = call.args;
      if (keep?.kind === 'closure' && keep.parameters.length > 1) {
        // The pairs that are kept become elements again.
        const pairs = byClosureMethod('findAll')(call);
        return pairs.kind === 'refusal' ? pairs : helper('Lists.elements', pairs);
      }
      return byClosureMethod('findAll')(call);
    },
    examples: [
      ["['', 'a'].filter((text) => text !== '')", ['a']],
      ['[5, 6, 7].filter((_n, index) => index !== 1)', [5, 7]],
      ['[].filter(() => true)', []],
    ],
    domain: { receiver: 'list', args: [] },
  }),
  listBuiltin('some(test: (element: T) => boolean): boolean', {
    summary: 'Whether the test is true for an element; the rest is not tested.',
    colour: 'any',
    callback: { parameter: 0, arity: 1, result: 'boolean' },
    groovy: byClosureMethod('any'),
    examples: [
      ['[1, 2].some((n) => n > 1)', true],
      ['[].some(() => true)', false],
    ],
    domain: { receiver: 'list', args: [] },
  }),
  listBuiltin('every(test: (element: T) => boolean): boolean', {
    summary: 'Whether the test is true for all elements; ends at the first that fails.',
    colour: 'any',
    callback: { parameter: 0, arity: 1, result: 'boolean' },
    groovy: byClosureMethod('every'),
    examples: [
      ['[1, 2].every((n) => n > 1)', false],
      ['[].every(() => false)', true],
    ],
    domain: { receiver: 'list', args: [] },
  }),
  listBuiltin('find(test: (element: T) => boolean): T | undefined', {
    summary: 'The first element for which the test is true.',
    colour: 'any',
    callback: { parameter: 0, arity: 1, result: 'boolean' },
    groovy: byClosureMethod('find'),
    examples: [
      ["['a', 'bb'].find((text) => text.length === 2)", 'bb'],
      ["['a'].find(() => false)", undefined],
    ],
    domain: { receiver: 'list', args: [] },
  }),
  listBuiltin('findLast(test: (element: T) => boolean): T | undefined', {
    summary: 'The last element for which the test is true.',
    colour: 'any',
    callback: { parameter: 0, arity: 1, result: 'boolean' },
    groovy: (call) =>
      byClosureMethod('find')({ ...call, receiver: groovy.methodCall(call.receiver, 'reverse') }),
    examples: [
      ["['a1', 'b', 'a2'].findLast((text) => text.startsWith('a'))", 'a2'],
      ["['a'].findLast(() => false)", undefined],
    ],
    domain: { receiver: 'list', args: [] },
  }),
  listBuiltin('findIndex(test: (element: T) => boolean): number', {
    summary: 'Where the first element stands for which the test is true; -1 without one.',
    colour: 'any',
    callback: { parameter: 0, arity: 1, result: 'boolean' },
    groovy: byClosureMethod('findIndexOf'),
    examples: [
      ["['a', 'bb'].findIndex((text) => text.length === 2)", 1],
      ['[1].findIndex(() => false)', -1],
    ],
    domain: { receiver: 'list', args: [] },
  }),
  listBuiltin('findLastIndex(test: (element: T) => boolean): number', {
    summary:
      'Where the last element stands for which the test is true; -1 without one. It begins at the end.',
    colour: 'any',
    callback: { parameter: 0, arity: 1, result: 'boolean' },
    groovy: ({ receiver, args: [test] }) => {
      if (test?.kind !== 'closure') return refuse('its callback is not written in place');
      const [entries, closure] = withIndex(receiver, test);
      const fromEnd = groovy.methodCall(entries, 'reverse');
      return helper(
        'Lists.indexOfEntry',
        groovy.methodCall(fromEnd, 'find', [], { trailing: withParameters(closure, 1) }),
      );
    },
    differs: "Groovy's findLastIndexOf begins at the start and tests all",
    examples: [
      ["['a1', 'b', 'a2', 'c'].findLastIndex((text) => text.startsWith('a'))", 2],
      ['[1].findLastIndex(() => false)', -1],
      ['[].findLastIndex(() => true)', -1],
      [
        "const seen: string[] = []; ['a', 'b', 'c'].findLastIndex((text) => { seen.push(text); return text === 'b'; }); return seen;",
        ['c', 'b'],
      ],
    ],
    domain: { receiver: 'list', args: [] },
  }),
  listBuiltin('forEach(visit: (element: T, index: number) => void): void', {
    summary: 'Runs the function for each element.',
    colour: 'any',
    callback: { parameter: 0, arity: 2, result: 'nothing' },
    groovy: byClosureMethod('each'),
    examples: [
      [
        "const seen: string[] = []; ['a', 'b'].forEach((text) => { seen.push(text); }); return seen;",
        ['a', 'b'],
      ],
      [
        "const seen: number[] = []; ['a', 'b'].forEach((_text, index) => { seen.push(index); }); return seen;",
        [0, 1],
      ],
    ],
    domain: { receiver: 'list', args: [] },
  }),
  listBuiltin('flatMap<Result>(transform: (element: T) => readonly Result[]): Result[]', {
    summary: 'A new list with the elements of the result for each element.',
    colour: 'any',
    callback: { parameter: 0, arity: 1, result: 'list' },
    groovy: byClosureMethod('collectMany'),
    examples: [
      ['[1, 2].flatMap((n) => [n, n])', [1, 1, 2, 2]],
      ['[[1], []].flatMap((row) => row)', [1]],
      ['[1].flatMap((n) => [[n]])', [[1]]],
    ],
    domain: { receiver: 'list', args: [] },
  }),
  listBuiltin(
    'reduce<Result>(combine: (accumulated: Result, element: T) => Result, initial: Result): Result',
    {
      summary: 'Combines the elements from front to back, beginning with the initial value.',
      colour: 'any',
      callback: { parameter: 0, arity: 2, result: 'value' },
      groovy: ({ receiver, args: [combine, initial] }) =>
        combine?.kind === 'closure' && initial !== undefined
          ? groovy.methodCall(receiver, 'inject', [initial], { trailing: withParameters(combine, 2) })
          : refuse('it takes a function written in place and an initial value'),
      narrower: 'the initial value is not left out',
      examples: [
        ['[1, 2, 3].reduce((sum, n) => sum + n, 0)', 6],
        ["['a', 'b'].reduce((text, c) => c + text, '')", 'ba'],
        ['[7].reduce((sum) => sum, 5)', 5],
      ],
      refused: [['[1].reduce((sum, n) => sum + n)', 'TS2554']],
      domain: { receiver: 'list', args: [] },
    },
  ),
];
