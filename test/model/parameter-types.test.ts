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
  ['() => string'],
  ['(name: string) => void'],
  ['{ (): void; name: string }'],
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

test('tags say more about a parameter', () => {
  const { parameters, diagnostics } = readInterface(`
  /** A.
   * @environment NEXUS_URL
   * @formerly address
   * @formerly url
   * @deprecated Give \`b\`
   * instead.
   * @since 1.4.0
   * @conflicts b
   * @example https://nexus.example.com */
  a?: string;
  /** B.
   * @requires a
   * @credentials login */
  b?: string;
  /** C. @secret */
  c?: string;
  /** D.
   * @example ["x", "y"] */
  d?: string[];
  /** E. */
  e?: () => void;`);
  expect(diagnostics).toEqual([]);
  expect(parameters.map(({ summary: _summary, required: _required, ...said }) => said)).toEqual([
    {
      name: 'a',
      type: { kind: 'string' },
      environment: 'NEXUS_URL',
      formerly: ['address', 'url'],
      deprecated: 'Give `b` instead.',
      since: '1.4.0',
      conflicts: ['b'],
      examples: ['https://nexus.example.com'],
    },
    { name: 'b', type: { kind: 'string', credentials: 'login' }, requires: ['a'] },
    { name: 'c', type: { kind: 'string', secret: true } },
    { name: 'd', type: { kind: 'list', element: { kind: 'string' } }, examples: [['x', 'y']] },
    { name: 'e', type: { kind: 'closure' } },
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
  ['@author me', 'number', 'GIG4008 @author me'],
  ['@deprecated', 'number', 'GIG4010 @deprecated'],
  ['@since soon', 'number', 'GIG4010 @since soon'],
  ['@formerly a-b', 'number', 'GIG4010 @formerly a-b'],
  ['@formerly a', 'number', 'GIG4017 @formerly a'],
  ['@requires b', 'number', 'GIG4016 @requires b'],
  ['@conflicts b', 'number', 'GIG4016 @conflicts b'],
  ['@environment nexus', 'string', 'GIG4010 @environment nexus'],
  ['@environment NEXUS', 'number', 'GIG4011 @environment NEXUS'],
  ['@credentials key', 'string', 'GIG4010 @credentials key'],
  ['@credentials login', 'number', 'GIG4011 @credentials login'],
  ['@secret yes', 'string', 'GIG4010 @secret yes'],
  ['@secret', 'boolean', 'GIG4011 @secret'],
  ['@example {', 'number', 'GIG4010 @example {'],
  ['@uniqueItems', '{ readonly [name: string]: string }[]', 'GIG4011 @uniqueItems'],
])('%s on %s is refused', (tag, type, expected) => {
  const [complaint, ...others] = complaints(`/**\n * A.\n * ${tag}\n */\n a: ${type};`);
  expect(others).toEqual([]);
  expect(complaint?.trim()).toBe(expected);
});
