import type { ParameterModel, TypeModel } from '../../src/model/model';
import { normalise, type Argument } from '../../src/outputs/arguments';
import { callReport } from '../../src/outputs/call-report';

function problems(...call: Parameters<typeof callReport>): string {
  return callReport(...call).problems;
}

function parameter(name: string, type: TypeModel, details: Partial<ParameterModel> = {}): ParameterModel {
  return { name, type, summary: `Summary of ${name}.`, required: false, ...details };
}

const text: TypeModel = { kind: 'string' };

/** What is wrong with one value of a type, without path and count. */
function messagesFor(type: TypeModel, value: Argument): readonly string[] {
  const report = problems({ name: 'gigX', parameters: [parameter('value', type)] }, normalise({ value }));
  return report
    .split('\n')
    .slice(1)
    .map((line) => line.trim());
}

test('the documented report', () => {
  const parameters = [
    parameter('apps', { kind: 'list', element: text }),
    parameter('trivy', {
      kind: 'group',
      canBeFalse: false,
      parameters: [parameter('severity', { kind: 'list', element: text })],
    }),
    parameter('ecrRepo', text, { required: true, summary: 'Name of the ECR repository.' }),
  ];
  expect(
    problems({ name: 'gigRouterPipeline', parameters }, { apps: ['users', 7], trivy: { severty: ['HIGH'] } }),
  ).toBe(
    [
      'gigRouterPipeline: 3 problems',
      '  apps[1]                 is not a string: 7',
      "  trivy.severty           is not a parameter; did you mean 'severity'?",
      '  ecrRepo                 is required: name of the ECR repository',
    ].join('\n'),
  );
});

test('a correct call gives no text', () => {
  expect(problems({ name: 'gigX', parameters: [parameter('a', text)] }, { a: 'x' })).toBe('');
});

test('one problem is singular, and a long path widens the column', () => {
  const name = 'a'.repeat(30);
  expect(problems({ name: 'gigX', parameters: [parameter(name, text)] }, { [name]: 1 })).toBe(
    `gigX: 1 problem\n  ${name}  is not a string: 1`,
  );
});

test('unknown keys follow the declared parameters of their level', () => {
  const inner: TypeModel = { kind: 'group', canBeFalse: false, parameters: [parameter('x', text)] };
  const report = problems(
    { name: 'gigX', parameters: [parameter('first', inner), parameter('second', text)] },
    {
      unknown: 1,
      second: 2,
      first: { zzzz: 1, x: 3 },
    },
  );
  expect(report.split('\n').map((line) => line.trim().split(' ')[0])).toEqual([
    'gigX:',
    'first.x',
    'first.zzzz',
    'second',
    'unknown',
  ]);
});

test.each<[string, TypeModel, Argument, readonly string[]]>([
  ['string', text, null, []],
  ['string', text, '', []],
  ['string', text, 7, ['value                   is not a string: 7']],
  ['string', text, true, ['value                   is not a string: true']],
  ['string', text, ['a'], ['value                   is not a string: a list']],
  ['string', text, { a: 1 }, ['value                   is not a string: a map']],
  [
    'pattern',
    { kind: 'string', pattern: '^[a-z]+$' },
    'a1',
    ["value                   does not match ^[a-z]+$: 'a1'"],
  ],
  ['integer', { kind: 'integer' }, 1.5, ['value                   is not a whole number: 1.5']],
  ['integer', { kind: 'integer' }, '7', ["value                   is not a whole number: '7'"]],
  ['integer', { kind: 'integer' }, 5.0, []],
  ['number', { kind: 'number' }, 1.5, []],
  ['number', { kind: 'number' }, false, ['value                   is not a number: false']],
  ['minimum', { kind: 'integer', minimum: 1 }, 0, ['value                   is less than 1: 0']],
  ['maximum', { kind: 'number', maximum: 10 }, 10.5, ['value                   is more than 10: 10.5']],
  ['boolean', { kind: 'boolean' }, 'true', ["value                   is not true or false: 'true'"]],
  [
    'literals',
    { kind: 'literals', values: ['report', 'fail'] },
    'fial',
    ["value                   is not one of 'report', 'fail': 'fial'; did you mean 'fail'?"],
  ],
  [
    'literals',
    { kind: 'literals', values: ['report', 'fail'] },
    'something',
    ["value                   is not one of 'report', 'fail': 'something'"],
  ],
  [
    'literals',
    { kind: 'literals', values: ['a', 'b'] },
    7,
    ["value                   is not one of 'a', 'b': 7"],
  ],
  ['list', { kind: 'list', element: text }, 'a', ["value                   is not a list: 'a'"]],
  ['list', { kind: 'list', element: text }, ['a', null], ['value[1]                is not a string: null']],
  [
    'minItems',
    { kind: 'list', element: text, minItems: 2 },
    ['a'],
    ['value                   has fewer than 2 items'],
  ],
  [
    'uniqueItems',
    { kind: 'list', element: text, uniqueItems: true },
    ['a', 'b', 'a', 'a', 'b'],
    ["value                   repeats an item: 'a'", "value                   repeats an item: 'b'"],
  ],
  ['record', { kind: 'record', value: text }, { A: 1 }, ['value.A                 is not a string: 1']],
  ['record', { kind: 'record', value: text }, [], ['value                   is not a map: a list']],
  [
    'group',
    { kind: 'group', canBeFalse: false, parameters: [] },
    false,
    ['value                   is not a map: false'],
  ],
  ['group', { kind: 'group', canBeFalse: true, parameters: [] }, false, []],
  [
    'group',
    { kind: 'group', canBeFalse: true, parameters: [] },
    true,
    ['value                   is neither false nor a map: true'],
  ],
])('%s %j given %j', (_name, type, value, expected) => {
  expect(messagesFor(type, value)).toEqual(expected);
});

test('the end of a pattern is the end of the text, not of its last line', () => {
  expect(messagesFor({ kind: 'string', pattern: '^a$' }, 'a\n')).not.toEqual([]);
});

test('lengths', () => {
  const bounded: TypeModel = { kind: 'string', minLength: 2, maxLength: 3 };
  expect(messagesFor(bounded, 'a')).toEqual(["value                   is shorter than 2 characters: 'a'"]);
  expect(messagesFor(bounded, 'abcd')).toEqual(['value                   is longer than 3 characters']);
});

test('a long string is cut after 60 characters', () => {
  expect(messagesFor({ kind: 'boolean' }, 'x'.repeat(61))).toEqual([
    `value                   is not true or false: '${'x'.repeat(60)}…'`,
  ]);
  expect(messagesFor({ kind: 'boolean' }, 'x'.repeat(60))).toEqual([
    `value                   is not true or false: '${'x'.repeat(60)}'`,
  ]);
});

test.each([
  ['ecrRep', "; did you mean 'ecrRepo'?"],
  ['ecrepository', ''],
  ['xcrRepox', "; did you mean 'ecrRepo'?"],
  ['theBackendDir', "; did you mean 'backendDir'?"],
])('the nearest name of %s', (given, suggestion) => {
  const report = problems(
    { name: 'gigX', parameters: [parameter('ecrRepo', text), parameter('backendDir', text)] },
    {
      [given]: 1,
    },
  );
  expect(report.split('\n')[1]).toBe(`  ${given.padEnd(24)}is not a parameter${suggestion}`);
});

test('of two names that are equally near the first declared one is meant', () => {
  const report = problems(
    { name: 'gigX', parameters: [parameter('cat', text), parameter('bat', text)] },
    { rat: 1 },
  );
  expect(report).toContain("did you mean 'cat'?");
});

test('an inherited property of objects is no argument', () => {
  expect(
    problems({ name: 'gigX', parameters: [parameter('toString', text, { required: true })] }, {}),
  ).toContain('toString');
});

test('normalise copies deeply and drops what is null in maps, not in lists', () => {
  const apps = ['a', null];
  const given = { a: null, b: { c: undefined, d: [{ e: null, f: 0 }] }, apps };
  const normalised = normalise(given);
  expect(normalised).toEqual({ b: { d: [{ f: 0 }] }, apps: ['a', null] });
  expect(Object.keys(normalised)).toEqual(['b', 'apps']);
  expect(normalised['apps']).not.toBe(apps);
});
