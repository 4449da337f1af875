/** A global variable that uses every rule, and random calls of it, for the tests that compare the ways to check a call. */
import type { GlobalVariableModel, ParameterModel, TypeModel } from '../../src/model/model';
import type { Argument } from '../../src/outputs/arguments';

export type Arguments = { readonly [key: string]: Argument };

function parameter(name: string, type: TypeModel, details: Partial<ParameterModel> = {}): ParameterModel {
  return { name, type, summary: `Summary of ${name}.`, required: false, ...details };
}

const GROUP: readonly ParameterModel[] = [
  parameter('severity', {
    kind: 'list',
    element: { kind: 'literals', values: ['HIGH', 'CRITICAL'] },
    minItems: 1,
  }),
  parameter('gate', { kind: 'literals', values: ['report', 'unstable', 'fail'] }),
  parameter(
    'timeoutMinutes',
    { kind: 'integer', minimum: 1, maximum: 90 },
    { required: true, summary: 'Ends it.' },
  ),
];

export const TWIN: GlobalVariableModel = {
  name: 'gigTwin',
  source: 'vars/gigTwin.ts',
  summary: 'Twin.',
  examples: [],
  parameters: [
    parameter(
      'image',
      { kind: 'string', pattern: '^[a-z][a-z0-9._/-]*$' },
      { required: true, summary: "It's URL. x." },
    ),
    parameter('bounded', { kind: 'string', minLength: 2, maxLength: 4 }, { defaultValue: 'a//u@b\n' }),
    parameter('free', { kind: 'string', pattern: 'a.b|[^&[]c' }),
    parameter('ratio', { kind: 'number', minimum: 0.5, maximum: 10.25 }, { defaultValue: 0.5 }),
    parameter('flag', { kind: 'boolean' }, { defaultValue: true }),
    parameter('apps', { kind: 'list', element: { kind: 'string' }, uniqueItems: true }),
    parameter('ports', { kind: 'list', element: { kind: 'integer' }, uniqueItems: true, minItems: 2 }),
    parameter('labels', { kind: 'record', value: { kind: 'string' } }, { defaultValue: { b: 'x', a: '' } }),
    parameter('trivy', { kind: 'group', parameters: GROUP, canBeFalse: true }),
    parameter('options', { kind: 'group', parameters: GROUP, canBeFalse: false }),
    parameter('user', { kind: 'string', minLength: 3 }, { formerly: ['login', 'account'] }),
    parameter(
      'password',
      { kind: 'string', secret: true, pattern: '^[a-z]+$', maxLength: 2 },
      { requires: ['user', 'flag'], conflicts: ['ports', 'user'] },
    ),
    parameter(
      'url',
      { kind: 'string', pattern: '^https' },
      { environment: 'NEXUS_URL', deprecated: 'Give `u`.' },
    ),
    parameter('mirror', {
      kind: 'group',
      canBeFalse: true,
      parameters: [
        parameter('address', { kind: 'string', maxLength: 3 }, { required: true, environment: 'IGNORED' }),
        parameter('user', { kind: 'string', maxLength: 3 }, { environment: 'MIRROR_USER' }),
      ],
    }),
    parameter('hook', { kind: 'closure' }),
    parameter('stages', { kind: 'list', element: { kind: 'group', parameters: GROUP, canBeFalse: false } }),
  ],
};

const TEXTS = [
  '',
  'a',
  'HIGH',
  'fial',
  'report',
  'a\nb',
  'a$',
  'A',
  "it's",
  'x'.repeat(61),
  'ü😀',
  '\\',
  'true',
  '7',
  'a\n',
];
const NUMBERS = [0, -1, 1, 7, 0.5, 10.25, 10.5, 1.0, 90, 91, 1e21, 123456789012, 0.1, 1e-7, -0.25, 100];
const KEYS = [
  ...TWIN.parameters.map(({ name }) => name),
  ...GROUP.map(({ name }) => name),
  'login',
  'account',
  'user',
  'password',
  'imag',
  'app',
  'severty',
  'class',
  'size',
  // Around the borders of what counts as near.
  'unheardOf',
  'optoins',
  'OPTIONS',
  'fl',
  'timeMinutes',
  'timeoutMi',
  'timeoutMinutesxxxxxxx',
  'timeoutMinutesxxxxxxxx',
  'a-b',
];

/** Numbers from 0 up to a limit, the same in every run (a linear congruential generator). */
function numbersFrom(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

export function randomCalls(count: number, seed: number): readonly Arguments[] {
  const next = numbersFrom(seed);
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[next(items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  };
  const value = (depth: number): Argument => {
    const kinds = depth > 2 ? 5 : 8;
    switch (next(kinds)) {
      case 0:
        return null;
      case 1:
        return next(2) === 0;
      case 2:
        return pick(NUMBERS);
      case 3:
      case 4:
        return pick(TEXTS);
      case 5:
        return Array.from({ length: next(4) }, () => value(depth + 1));
      default:
        return map(depth + 1);
    }
  };
  const map = (depth: number): Arguments =>
    Object.fromEntries(Array.from({ length: next(6) }, () => [pick(KEYS), value(depth)]));
  return Array.from({ length: count }, () => map(0));
}

const VALID: { readonly [name: string]: readonly Argument[] } = {
  image: ['a/b', 'a'],
  bounded: ['ab', 'üß😀a'],
  free: ['axb', 'xc'],
  ratio: [1, 0.5, 10.25],
  flag: [true, false],
  apps: [[], ['a', 'b']],
  ports: [
    [1, 2],
    [3, 2, 1],
  ],
  labels: [{}, { a: 'x', '7': '' }],
  trivy: [false, { timeoutMinutes: 5 }, { timeoutMinutes: 90, gate: 'fail', severity: ['HIGH', 'HIGH'] }],
  options: [{ timeoutMinutes: 1 }],
  user: ['abc'],
  login: ['abcd'],
  account: ['abcde'],
  password: ['ab'],
  url: ['https://x'],
  stages: [[], [{ timeoutMinutes: 1 }]],
};

/** Calls with some right parameters, and in half of them something random besides. */
export function nearlyValidCalls(count: number, seed: number): readonly Arguments[] {
  const next = numbersFrom(seed);
  const random = randomCalls(count, seed + 1);
  return Array.from({ length: count }, (_, index) => {
    const right = Object.entries(VALID)
      .filter(([name]) => name === 'image' || next(4) === 0)
      .map(([name, values]) => [name, values[next(values.length)]] as const);
    return { ...Object.fromEntries(right), ...(index % 2 === 0 ? {} : random[index]) };
  });
}
