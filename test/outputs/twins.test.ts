/** The check of a call gives the same text in TypeScript and in Groovy. */
import { runtimeFiles } from '../../src/runtime';
import { print } from '../../src/groovy';
import type { ParameterModel, GlobalVariableModel, TypeModel } from '../../src/model/model';
import { normalise, problems, type Argument } from '../../src/outputs/parameter-check';
import { definitionClass } from '../../src/outputs/parameter-definition';
import { TestFolder } from '../build/folder';
import { evaluateGroovy, GROOVY_TIMEOUT_MILLISECONDS } from '../support/groovy';
import { describeWithJava } from '../support/java';

type Arguments = { readonly [key: string]: Argument };

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

const TWIN: GlobalVariableModel = {
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
    parameter('bounded', { kind: 'string', minLength: 2, maxLength: 4 }),
    parameter('free', { kind: 'string', pattern: 'a.b|[^&[]c' }),
    parameter('ratio', { kind: 'number', minimum: 0.5, maximum: 10.25 }),
    parameter('flag', { kind: 'boolean' }),
    parameter('apps', { kind: 'list', element: { kind: 'string' }, uniqueItems: true }),
    parameter('ports', { kind: 'list', element: { kind: 'integer' }, uniqueItems: true, minItems: 2 }),
    parameter('labels', { kind: 'record', value: { kind: 'string' } }),
    parameter('trivy', { kind: 'group', parameters: GROUP, canBeFalse: true }),
    parameter('options', { kind: 'group', parameters: GROUP, canBeFalse: false }),
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

function randomCalls(count: number, seed: number): readonly Arguments[] {
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

/** The value as a Jenkinsfile writes it; a fraction is a BigDecimal there. */
function groovyLiteral(value: Argument): string {
  if (typeof value === 'string') return `'${value.replace(/[\\']/g, '\\$&').replaceAll('\n', '\\n')}'`;
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map(groovyLiteral).join(', ')}]`;
  const entries = Object.entries(value).map(([key, entry]) => `'${key}': ${groovyLiteral(entry)}`);
  return entries.length === 0 ? '[:]' : `[${entries.join(', ')}]`;
}

/** Calls that a script checks; a method of Java may not be too long. */
const CALLS_PER_SCRIPT = 20;

function checkingScript(calls: readonly string[]): string {
  return [
    'import gigci.parameters.GigTwinParameters',
    'import gigci.runtime.Parameters',
    `def check = { Map given -> Parameters.problems('gigTwin', GigTwinParameters.definition(), Parameters.normalise(given)) }`,
    `return [${calls.map((call) => `check(${call})`).join(',\n')}]`,
  ].join('\n');
}

function chunks<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  const count = Math.ceil(items.length / CALLS_PER_SCRIPT);
  return Array.from({ length: count }, (_, index) =>
    items.slice(index * CALLS_PER_SCRIPT, (index + 1) * CALLS_PER_SCRIPT),
  );
}

describeWithJava('Parameters.groovy and parameter-check.ts', () => {
  const folder = new TestFolder();
  afterAll(() => {
    folder.remove();
  });

  async function checkInGroovy(literals: readonly string[]): Promise<readonly unknown[]> {
    const definition = definitionClass(TWIN);
    folder.write(definition.path.replace('src/', ''), print(definition).text);
    for (const { path, text } of runtimeFiles(['Parameters'])) folder.write(path.replace('src/', ''), text);
    const results = await evaluateGroovy(chunks(literals).map(checkingScript), folder.path);
    return results.flatMap((result): readonly unknown[] => {
      if ('failure' in result) throw new Error(result.failure);
      return Array.isArray(result.value) ? result.value : [result.value];
    });
  }

  test(
    'say the same about random calls',
    async () => {
      const calls = randomCalls(1000, 42);
      const ours = calls.map((call) => problems('gigTwin', TWIN.parameters, normalise(call)));
      const theirs = await checkInGroovy(calls.map(groovyLiteral));
      const differences = calls.flatMap((call, index) =>
        ours[index] === theirs[index] ? [] : [{ call, ours: ours[index], theirs: theirs[index] }],
      );
      expect(differences.slice(0, 3)).toEqual([]);
      expect(new Set(ours).size).toBeGreaterThan(500);
    },
    GROOVY_TIMEOUT_MILLISECONDS,
  );

  test(
    'what only Groovy has: GStrings, numbers of other types, closures',
    async () => {
      expect(
        await checkInGroovy([
          '[image: "v${1}", labels: ["k${1}": "v${2}"], ports: [1L, 2G], ratio: 1.0f, trivy: false]',
          '[image: "V${1}", bounded: "abc${1}de", flag: { -> 1 }, ratio: 3]',
          "[image: 'a', apps: [\"a${1}\", 'a1'], options: [timeoutMinutes: 90.0]]",
        ]),
      ).toEqual([
        '',
        [
          'gigTwin: 3 problems',
          "  image                   does not match ^[a-z][a-z0-9._/-]*$: 'V1'",
          '  bounded                 is longer than 4 characters',
          '  flag                    is not true or false: a closure',
        ].join('\n'),
        ['gigTwin: 1 problem', "  apps                    repeats an item: 'a1'"].join('\n'),
      ]);
    },
    GROOVY_TIMEOUT_MILLISECONDS,
  );
});
