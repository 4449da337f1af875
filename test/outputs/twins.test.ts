/** The check of a call gives the same text in TypeScript and in Groovy. */
import { runtimeFiles } from '../../src/runtime';
import { print } from '../../src/groovy';
import { normalise, type Argument } from '../../src/outputs/arguments';
import { callReport } from '../../src/outputs/call-report';
import { effectiveParameters } from '../../src/outputs/effective-parameters';
import { renamed } from '../../src/outputs/renamed';
import { definitionClass } from '../../src/outputs/parameter-definition';
import { nearlyValidCalls, randomCalls, TWIN, type Arguments } from './twin';
import { TestFolder } from '../build/folder';
import { evaluateGroovy, GROOVY_TIMEOUT_MILLISECONDS } from '../support/groovy';
import { describeWithJava } from '../support/java';
import { thorough } from '../support/thorough';

/** The value as a Jenkinsfile may write it: in turn with all that Groovy has for a text, a number, a list and a key. */
class GroovyWriter {
  private written = 0;

  literal(value: Argument): string {
    if (typeof value === 'string') return this.text(value);
    if (typeof value === 'number') return this.number(value);
    if (typeof value !== 'object' || value === null) return String(value);
    if (Array.isArray(value)) {
      const list = `[${value.map((element: Argument) => this.literal(element)).join(', ')}]`;
      return this.choice([list, `(${list} as Object[])`, `(${list} as LinkedList)`]);
    }
    const entries = Object.entries(value).map(([key, entry]) => `${this.key(key)}: ${this.literal(entry)}`);
    return entries.length === 0 ? '[:]' : `[${entries.join(', ')}]`;
  }

  private text(value: string): string {
    const quoted = `'${value.replace(/[\\']/g, '\\$&').replaceAll('\n', '\\n')}'`;
    return this.choice([quoted, quoted, `"\${${quoted}}"`, `new StringBuilder(${quoted})`]);
  }

  /** A fraction is a BigDecimal by itself. */
  private number(value: number): string {
    if (!Number.isInteger(value) || Math.abs(value) >= 2 ** 31) return String(value);
    return this.choice([`${value}`, `${value}L`, `${value}G`, `${value}.0`, `(${value} as double)`]);
  }

  private key(key: string): string {
    const quoted = `'${key}'`;
    return this.choice([quoted, `("\${${quoted}}")`, /^\d+$/.test(key) ? `(${key})` : quoted]);
  }

  private choice(forms: readonly string[]): string {
    return forms[this.written++ % forms.length] ?? '';
  }
}

function environment(name: string): string | undefined {
  return new Map([
    ['NEXUS_URL', 'ftp://x'],
    ['MIRROR_USER', 'long'],
  ]).get(name);
}

/** What the check says about a call, and what the function gets. */
function saidInNode(call: Arguments): string {
  const given = normalise(call);
  const { problems: found, warnings } = callReport(TWIN, given, environment);
  const today = renamed(TWIN.parameters, given);
  const parameters =
    found === '' ? `|${JSON.stringify(today)}|${effectiveParameters(TWIN, today, environment)}` : '';
  return `${found}|${warnings}${parameters}`;
}

/** Lists in lists. */
function nested(depth: number): Argument {
  return depth === 0 ? [] : [nested(depth - 1)];
}

/** Calls that a script checks; a method of Java may not be too long. */
const CALLS_PER_SCRIPT = 20;

const IN_GROOVY = [
  'import gigci.parameters.GigTwinParameters',
  'import gigci.runtime.Parameters',
  // In Jenkins the environment is an object whose properties are the variables.
  'class Environment { Object getProperty(String name) { return [NEXUS_URL: "ftp://x", MIRROR_USER: "long"].get(name) } }',
];

function checkingScript(calls: readonly string[]): string {
  return [
    ...IN_GROOVY,
    'def check = { given ->',
    '    Object plain = Parameters.normalise(given)',
    "    Map said = Parameters.examine('gigTwin', GigTwinParameters.definition(), plain, null, new Environment())",
    "    if (said.problems != '') { return said.problems + '|' + said.warnings }",
    "    String table = gigci.runtime.EffectiveParameters.of('gigTwin', GigTwinParameters.definition(), plain, new Environment())",
    "    return '|' + said.warnings + '|' + gigci.runtime.Json.stringify(plain) + '|' + table",
    '}',
    `return [${calls.map((call) => `check(${call})`).join(',\n')}]`,
  ].join('\n');
}

function tellingScript(calls: readonly string[]): string {
  return [
    ...IN_GROOVY,
    'def tell = { given ->',
    "    return gigci.runtime.EffectiveParameters.of('gigTwin', GigTwinParameters.definition(), given, new Environment())",
    '}',
    `return [${calls.map((call) => `tell(${call})`).join(',\n')}]`,
  ].join('\n');
}

function chunks<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  const count = Math.ceil(items.length / CALLS_PER_SCRIPT);
  return Array.from({ length: count }, (_, index) =>
    items.slice(index * CALLS_PER_SCRIPT, (index + 1) * CALLS_PER_SCRIPT),
  );
}

describeWithJava('what is said of a call, in Groovy and in TypeScript', () => {
  const folder = new TestFolder();
  afterAll(() => {
    folder.remove();
  });

  async function checkInGroovy(
    literals: readonly string[],
    script = checkingScript,
  ): Promise<readonly unknown[]> {
    const definition = definitionClass(TWIN);
    folder.write(definition.path.replace('src/', ''), print(definition).text);
    for (const { path, text } of runtimeFiles(['Parameters', 'EffectiveParameters', 'Json']))
      folder.write(path.replace('src/', ''), text);
    const results = await evaluateGroovy(chunks(literals).map(script), folder.path);
    return results.flatMap((result): readonly unknown[] => {
      if ('failure' in result) throw new Error(result.failure);
      return Array.isArray(result.value) ? result.value : [result.value];
    });
  }

  const count = thorough(10_000, 2_000);

  test(
    `say the same about ${count} random calls`,
    async () => {
      const calls = [
        ...randomCalls(count / 2, 42),
        ...nearlyValidCalls(count / 2, 43),
        { image: nested(40), apps: Array.from({ length: 2000 }, (_, index) => `a${index % 1999}`) },
        { image: 'a'.repeat(10_000), bounded: '😀'.repeat(5000), ['k'.repeat(500)]: 1 },
      ];
      const writer = new GroovyWriter();
      const ours = calls.map(saidInNode);
      const theirs = await checkInGroovy(calls.map((call) => writer.literal(call)));
      const differences = calls.flatMap((call, index) =>
        ours[index] === theirs[index] ? [] : [{ call, ours: ours[index], theirs: theirs[index] }],
      );
      expect(differences.slice(0, 3)).toEqual([]);
      expect(new Set(ours).size).toBeGreaterThan(600);
    },
    GROOVY_TIMEOUT_MILLISECONDS,
  );

  test(
    'say the same about what a program makes of a call, which nobody has checked',
    async () => {
      const calls = [
        ...randomCalls(count / 4, 44),
        {
          apps: [null, 'a', [null]],
          labels: { a: null, b: { c: null } },
          image: null,
          hook: { a: [null, {}] },
        },
      ];
      const writer = new GroovyWriter();
      const texts = calls.map((call) => writer.literal(call));
      const theirs = await checkInGroovy([...texts, '[image: { -> 1 }, apps: [{ -> 1 }]]'], tellingScript);
      const closure = (): void => undefined;
      const ours = [...calls, { image: closure, apps: [closure] }].map((call) =>
        effectiveParameters(TWIN, normalise(call), environment),
      );
      expect(theirs).toEqual(ours);
      expect(ours.filter((text) => text.includes('null')).length).toBeGreaterThan(0);
    },
    GROOVY_TIMEOUT_MILLISECONDS,
  );

  test(
    'what only Groovy has: GStrings, numbers of other types, closures',
    async () => {
      const mirror =
        '  mirror.user             is longer than 3 characters (from MIRROR_USER in the environment)';
      const url = `  url                     does not match ^https: 'ftp://x' (from NEXUS_URL in the environment)`;
      const deprecated = '  url                     is deprecated: Give `u`.';
      expect(
        await checkInGroovy([
          '[image: "v${1}", labels: ["k${1}": "v${2}"], ports: [1L, 2G], ratio: 1.0f, trivy: false, mirror: false]',
          '[image: "V${1}", bounded: "abc${1}de", flag: { -> 1 }, ratio: 3, mirror: false]',
          "[image: 'a', apps: [\"a${1}\", 'a1'], options: [timeoutMinutes: 90.0], mirror: false]",
          "[image: 'a', url: 'https', hook: { -> 1 }, bounded: 'ab', mirror: false]",
          "[image: 'a', url: 'https', hook: 1, mirror: false]",
          'null',
          "'a'",
          "['a']",
        ]),
      ).toEqual([
        `gigTwin: 1 problem\n${url}|`,
        [
          'gigTwin: 4 problems',
          "  image                   does not match ^[a-z][a-z0-9._/-]*$: 'V1'",
          '  bounded                 is longer than 4 characters',
          '  flag                    is not true or false: a closure',
          `${url}|`,
        ].join('\n'),
        ['gigTwin: 2 problems', "  apps                    repeats an item: 'a1'", `${url}|`].join('\n'),
        [
          `|gigTwin: 1 warning\n${deprecated}|{"image":"a","url":"https","bounded":"ab","mirror":false}|` +
            'Parameters of gigTwin, with the origin of what is not the default:',
          "  image    'a' [call]",
          "  bounded  'ab' [call]",
          '  ratio    0.5',
          '  flag     true',
          "  labels   [b: 'x', a: '']",
          "  url      'https' [call]",
          '  mirror   off [call]',
          '  hook     { … } [call]',
          '  not set  free, apps, ports, trivy.severity, trivy.gate, trivy.timeoutMinutes, options.severity, options.gate, ' +
            'options.timeoutMinutes, user, password, stages',
        ].join('\n'),
        `gigTwin: 1 problem\n  hook                    is not a closure: 1|gigTwin: 1 warning\n${deprecated}`,
        ['gigTwin: 3 problems', "  image                   is required: it's URL. x", url, `${mirror}|`].join(
          '\n',
        ),
        "gigTwin: 1 problem\n  gigTwin                 takes named arguments, not 'a'|",
        'gigTwin: 1 problem\n  gigTwin                 takes named arguments, not a list|',
      ]);
    },
    GROOVY_TIMEOUT_MILLISECONDS,
  );
});
