/** Members of sets of texts, which keep the order in which their elements were added. */
import { builtin, byMethod, helper, readingBuiltin } from './builtin';

export const setBuiltins = [
  builtin(
    'SetConstructor',
    'new <Element extends string = string>(elements?: readonly string[]): Set<string>',
    {
      summary:
        'A set of texts, of a list or empty. It stays in variables, parameters and results: what goes into an object, a list or a step is `[...set]`.',
      colour: 'any',
      groovy: ({ args: [elements] }) => helper('Sets.of', ...(elements === undefined ? [] : [elements])),
      narrower: 'texts only',
      examples: [
        ["const set = new Set(['b', 'a', 'b']); return [...set];", ['b', 'a']],
        ['const set = new Set<string>(); return set.size;', 0],
      ],
      refused: [
        ['const set = new Set<number>(); return set.size;', 'TS2344'],
        ["const set = new Set('ab'); return set.size;", 'TS2345'],
        ["return JSON.stringify(new Set(['a']));", 'GIG2056'],
        ["return [new Set(['a'])].length;", 'GIG2056'],
        ["const [first] = new Set(['a']); return first;", 'GIG2056'],
      ],
      domain: { args: ['list'] },
    },
  ),
  readingBuiltin('Set', 'size: number', {
    summary: 'How many texts the set has.',
    colour: 'any',
    groovy: byMethod('size'),
    examples: [["const set = new Set(['a', 'b', 'a']); return set.size;", 2]],
    domain: { receiver: 'set', args: [] },
  }),
  readingBuiltin('Set', 'has(element: T): boolean', {
    summary: 'Whether the text is in the set.',
    colour: 'any',
    groovy: byMethod('contains'),
    examples: [
      ["const set = new Set(['a']); return [set.has('a'), set.has('A')];", [true, false]],
      ["const set = new Set(['a1']); const n = 1; return set.has(`a${n}`);", true],
    ],
    domain: { receiver: 'set', args: ['text'] },
  }),
  builtin('Set', 'add(element: T): void', {
    summary: 'Adds a text at the end, unless it is there already.',
    colour: 'any',
    changes: true,
    groovy: byMethod('add'),
    narrower: 'gives nothing',
    examples: [
      ["const set = new Set(['a']); set.add('b'); set.add('a'); return [...set];", ['a', 'b']],
      ["const set = new Set<string>(); const n = 1; set.add(`a${n}`); return set.has('a1');", true],
    ],
    refused: [["const set = new Set<string>(); set.add('a').add('b'); return set.size;", 'GIG2057']],
    domain: { receiver: 'set', args: ['text'] },
  }),
  builtin('Set', 'delete(element: T): boolean', {
    summary: 'Takes a text out of the set; whether it was there.',
    colour: 'any',
    changes: true,
    groovy: byMethod('remove'),
    examples: [
      [
        "const set = new Set(['a', 'b']); return [set.delete('a'), set.delete('c'), set.size];",
        [true, false, 1],
      ],
      ["const set = new Set(['a', 'b']); set.delete('a'); set.add('a'); return [...set];", ['b', 'a']],
    ],
    domain: { receiver: 'set', args: ['text'] },
  }),
];
