import { complaints, readInterface } from './read';

test.each<[string, object]>([
  ['string', { kind: 'string' }],
  ['number', { kind: 'integer' }],
  ['boolean', { kind: 'boolean' }],
  ["'only'", { kind: 'literals', values: ['only'] }],
  ["'z' | 'a' | 'm'", { kind: 'literals', values: ['z', 'a', 'm'] }],
  ['Gate', { kind: 'literals', values: ['report', 'fail', 'extra'] }],
  ['readonly Gate[]', { kind: 'list', element: { kind: 'literals', values: ['report', 'fail', 'extra'] } }],
  ['string[][]', { kind: 'list', element: { kind: 'list', element: { kind: 'string' } } }],
  ['{ readonly [name: string]: string }', { kind: 'record', value: { kind: 'string' } }],
  ['Group', { kind: 'group', canBeFalse: false, parameters: [expect.objectContaining({ name: 'inner' })] }],
  [
    'false | Group',
    { kind: 'group', canBeFalse: true, parameters: [expect.objectContaining({ name: 'inner' })] },
  ],
])('type %s', (type, expected) => {
  // `'m'` comes before `'z'` in the checker's order, but not in the author's.
  const more = `const first = 'm';
type Gate = 'report' | Stricter;
type Stricter = 'fail' | 'extra';
interface Group {
  /** Inner. */
  inner?: string;
}`;
  for (const optional of ['', '?']) {
    const { parameters, diagnostics } = readInterface(`/** A. */ a${optional}: ${type};`, { more });
    expect(diagnostics).toEqual([]);
    expect(parameters[0]?.type).toEqual(expected);
    expect(parameters[0]?.required).toBe(optional === '');
  }
});

test.each([
  ['string | number'],
  ['true'],
  ['false'],
  ['boolean | Group'],
  ['false | string'],
  ['1 | 2'],
  ['[string, string]'],
  ['() => void'],
  ['{ (): void }'],
  ['{}'],
  ['{ readonly [name: string]: string; readonly fixed: string }'],
  ['unknown'],
  ['Recursive'],
])('type %s is refused', (type) => {
  const more = `
interface Group {
  /** Inner. */
  inner: string;
}
interface Recursive {
  /** Again. */
  again?: Recursive;
}`;
  expect(complaints(`/** A. */ a: ${type};`, { more })).toEqual([
    expect.stringMatching(/^GIG4007 a(gain)?\b/),
  ]);
});

test('tags narrow the type, on lists and maps that of the elements', () => {
  const { parameters, diagnostics } = readInterface(`
  /** A. @pattern ^[a-z]+$ */
  a: string;
  /** B.
   * @minLength 1
   * @maxLength 9
   * @minItems 2
   * @uniqueItems */
  b: readonly string[];
  /** C. @minimum -1.5 @maximum 10 @decimal */
  c: number;
  /** D. @minimum 1 */
  d: { readonly [name: string]: number };`);
  expect(diagnostics).toEqual([]);
  expect(parameters.map(({ summary, type }) => [summary, type])).toEqual([
    ['A.', { kind: 'string', pattern: '^[a-z]+$' }],
    [
      'B.',
      {
        kind: 'list',
        element: { kind: 'string', minLength: 1, maxLength: 9 },
        minItems: 2,
        uniqueItems: true,
      },
    ],
    ['C.', { kind: 'number', minimum: -1.5, maximum: 10 }],
    ['D.', { kind: 'record', value: { kind: 'integer', minimum: 1 } }],
  ]);
});

test.each([
  ['@minimum', 'number', 'GIG4010 @minimum'],
  ['@minimum one', 'number', 'GIG4010 @minimum one'],
  ['@minLength 1.5', 'string', 'GIG4010 @minLength 1.5'],
  ['@decimal yes', 'number', 'GIG4010 @decimal yes'],
  ['@pattern', 'string', 'GIG4010 @pattern'],
  ['@pattern [a', 'string', 'GIG4012 @pattern [a'],
  ['@pattern ^a', 'number', 'GIG4011 @pattern ^a'],
  ['@minItems 1', 'string', 'GIG4011 @minItems 1'],
  ['@minimun 1', 'number', 'GIG4009 @minimun 1'],
  ['@deprecated since long', 'number', 'GIG4008 @deprecated since long'],
])('%s on %s is refused', (tag, type, expected) => {
  const [complaint, ...others] = complaints(`/**\n * A.\n * ${tag}\n */\n a: ${type};`);
  expect(others).toEqual([]);
  expect(complaint?.trim()).toBe(expected);
});
