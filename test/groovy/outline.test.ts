import {
  checkLimits,
  groovy as g,
  print,
  type Expression,
  type Method,
  type ScriptFile,
  type Statement,
} from '../../src/groovy';
import { contains } from '../../src/groovy/passes/captures';
import { outline } from '../../src/groovy/passes/outline';
import { methodLimit, methodSize } from '../../src/groovy/passes/size';
import { descendantsOf, nodesOf } from '../../src/groovy/children';
import { evaluateGroovy, GROOVY_TIMEOUT_MILLISECONDS } from '../support/groovy';
import { describeWithJava } from '../support/java';

const script = (...methods: readonly Method[]): ScriptFile => ({
  kind: 'script',
  path: 'vars/gigTest.groovy',
  source: 'vars/gigTest.ts',
  imports: [],
  methods,
});

const sh = (text: string): Statement => g.statement(g.call('sh', [g.string(text)]));
const many = (count: number): Statement[] =>
  Array.from({ length: count }, (_each, index) => sh(`command ${index}`));
const stage = (name: string, body: readonly Statement[]): Statement =>
  g.statement(g.call('stage', [g.string(name)], { trailing: g.closure([], body) }));

test('a method that fits stays as it is', () => {
  const file = script(g.method('perform', [stage('Build', many(20))]));
  expect(outline(file)).toEqual(file);
});

test('the bodies of stages become methods that are named after them and take what they capture', () => {
  const reading = [
    g.statement(g.call('echo', [g.identifier('image')])),
    ...many(99),
    g.returnValue(g.identifier('tag')),
  ];
  const file = script(
    g.method('perform', [
      g.variable('image', g.string('x'), 'String'),
      g.variable('tag', g.string('x')),
      stage('Run All Tests', reading),
      stage('Check', [sh('small')]),
    ]),
  );
  const { text } = print(outline(file, 4_000));
  expect(text).toContain(`def perform() {
    String image = 'x'
    def tag = 'x'
    stage('Run All Tests') {
        return runAllTestsStage(image, tag)
    }
    stage('Check') {
        sh('small')
    }
}

private runAllTestsStage(image, tag) {
    echo(image)
`);
});

test('bodies of the same name get a number, and one that is still too big is split again', () => {
  const stages = [stage('Same', many(100)), stage('Same', [stage('Inner', many(100))])];
  const { methods } = outline(script(g.method('perform', stages)), 5_000);
  expect(methods.map(({ name }) => name)).toEqual([
    'perform',
    'sameStage',
    'sameStageContinued',
    'sameStage2',
    'innerStage',
    'innerStageContinued',
  ]);
  expect(methods.every((method) => methodSize(method) <= 5_000)).toBe(true);
});

test("an author's own name that ends like one of a part is kept whole", () => {
  const elements = (of: string): Expression =>
    g.list(...Array.from({ length: 300 }, (_each, index) => g.string(`${of} ${index}`)));
  const { methods } = outline(
    script(
      g.method('loadPart2', [g.returnValue(elements('load'))]),
      g.method('isContinued', many(250)),
      g.method('perform', [...many(350), g.returnValue(elements('last'))]),
    ),
  );
  expect(methods.map(({ name }) => name)).toEqual([
    'loadPart2',
    'loadPart2Part',
    'loadPart2Part2',
    'isContinued',
    'isContinuedContinued',
    'perform',
    'performContinued',
    'performContinued2',
    'performPart',
    'performPart2',
  ]);
});

test.each<[string, readonly Statement[]]>([
  [
    'assigns what it captures',
    [g.variable('x'), stage('A', [g.assign(g.identifier('x'), g.number(1)), ...many(100)])],
  ],
  [
    'reads what another closure assigns meanwhile',
    [
      g.variable('x'),
      stage('A', [g.statement(g.call('echo', [g.identifier('x')])), ...many(100)]),
      g.statement(g.call('run', [g.closure([], [g.assign(g.identifier('x'), g.number(1))])])),
    ],
  ],
])('a body that %s stays where it is', (_what, body) => {
  const { methods } = outline(script(g.method('perform', body)), 2_000);
  expect(methods.map(({ name }) => name)).not.toContain('aStage');
  expect(methods.flatMap((method) => nodesOf(method))).toEqual(
    expect.arrayContaining(
      body.flatMap((statement) => descendantsOf(statement)).filter(({ kind }) => kind === 'closure'),
    ),
  );
});

test('a local of the body is no capture, even when an outer one has its name', () => {
  const body = [g.variable('x', g.number(1)), g.statement(g.call('echo', [g.identifier('x')])), ...many(100)];
  const { methods } = outline(
    script(g.method('perform', [stage('A', body), g.variable('x', g.number(2))])),
    2_000,
  );
  expect(methods[1]?.parameters).toEqual([]);
});

test('contains finds a closure by identity', () => {
  const closure = g.closure([], []);
  const outer = g.call('stage', [], { trailing: closure });
  expect([contains(outer, closure), contains(outer, g.closure([], []))]).toEqual([true, false]);
  expect(descendantsOf(outer)).toEqual([outer, closure]);
});

describe('limits', () => {
  const problems = (...body: readonly Statement[]): readonly string[] =>
    checkLimits(script(g.method('perform', body))).map(({ message }) => message);
  const sum = (operators: number): Expression =>
    operators === 0 ? g.number(0) : g.binary(sum(operators - 1), '+', g.number(operators));
  const value = (count: number): readonly Expression[] =>
    Array.from({ length: count }, (_each, index) => g.number(index));

  test('what the engine takes is no problem', () => {
    expect(problems(...many(200), g.comment('more'), g.blankLine())).toEqual([]);
    expect(problems(g.returnValue(g.list(...value(200))))).toEqual([]);
  });

  test.each<[string, Statement[]]>([
    ['201 statements in one block', many(201)],
    ['201 statements in one block', [stage('A', many(201))]],
    ['201 elements in one list', [g.returnValue(g.list(...value(201)))]],
    [
      '101 entries in one object',
      [g.returnValue(g.map(...value(101).map((each, key) => g.entry(`k${key}`, each))))],
    ],
    ['201 arguments of one call', [g.statement(g.call('f', value(201)))]],
    ['more than 100 operators in one expression', [g.returnValue(sum(101))]],
    ['60001 bytes in one text', [sh('x'.repeat(60_001))]],
    ['U+FFFF', [sh('\uffff')]],
    ['KiB of bytecode', Array.from({ length: 150 }, () => stage('A', many(5)))],
  ])('%s', (text, body) => {
    expect(problems(...body)).toEqual([expect.stringContaining(text)]);
  });

  test('a problem stands at its place in TypeScript', () => {
    const origin = { file: 'vars/gigTest.ts', line: 7, column: 3 };
    const [diagnostic] = checkLimits(
      script(g.method('perform', [g.at(origin, g.returnValue(g.list(...value(201))))])),
    );
    expect(diagnostic).toMatchObject({ code: 'GIG5001', file: 'vars/gigTest.ts' });
  });
});

describeWithJava('the estimate of size', () => {
  const shapes: { readonly [name: string]: (index: number) => Statement } = {
    'plain steps': (index) => sh(`command ${index}`),
    stages: (index) => stage(`Stage ${index}`, many(3)),
    'conditions with named arguments': (index) => {
      const junit = g.statement(
        g.call('junit', [], {
          named: [
            g.named('testResults', g.string(`${index}`)),
            g.named('allowEmptyResults', g.boolean(true)),
          ],
        }),
      );
      return g.ifElse(g.binary(g.identifier('x'), '==', g.number(index)), [junit], [junit]);
    },
    'loops and handlers': (index) =>
      g.forIndex('i', g.number(0), g.number(index), [
        g.tryCatch([sh('x')], [g.catchClause('Exception', 'e', [sh('y')])]),
      ]),
    'lists and texts': (index) =>
      g.variable(
        `v${index}`,
        g.list(g.interpolation('a', g.identifier('x'), 'b'), g.map(g.entry('k', g.identifier('x')))),
      ),
  };

  /** A method of so many statements of one shape, in blocks that the engine takes. */
  const methodOf = (shape: (index: number) => Statement, count: number): Method => {
    const statements = Array.from({ length: count }, (_each, index) => shape(index));
    const blocks = Array.from({ length: Math.ceil(count / 100) }, (_block, block) =>
      g.ifElse(g.boolean(true), statements.slice(block * 100, block * 100 + 100)),
    );
    return g.method('perform', blocks, { parameters: [g.parameter('x')] });
  };

  test(
    'lets nothing pass that the engine cannot load, and refuses nothing that is three times smaller',
    async () => {
      const sources = Object.values(shapes).flatMap((shape) => {
        let fitting = 100;
        while (methodSize(methodOf(shape, fitting + 1)) <= methodLimit) {
          fitting++;
        }
        expect(checkLimits(script(methodOf(shape, fitting)))).toEqual([]);
        expect(checkLimits(script(methodOf(shape, fitting + 1)))).toHaveLength(1);
        return [fitting, fitting * 3].map((count) => print(script(methodOf(shape, count))).text);
      });
      const compile = (source: string): string => `
        def configuration = new org.codehaus.groovy.control.CompilerConfiguration()
        configuration.addCompilationCustomizers(new com.cloudbees.groovy.cps.CpsTransformer())
        def unit = new org.codehaus.groovy.control.CompilationUnit(configuration)
        unit.addSource('gigTest.groovy', new String('${Buffer.from(source).toString('base64')}'.decodeBase64(), 'UTF-8'))
        try {
          unit.compile(org.codehaus.groovy.control.Phases.CLASS_GENERATION)
          return 'loaded'
        } catch (Exception refused) {
          return refused.message.contains('too large') ? 'too large' : refused.message
        }`;
      // A Java constant holds at most 64 KiB, so a source is cut into several.
      const scripts = sources.map((source) =>
        compile(source).replace(
          /'([A-Za-z0-9+/=]{1000,})'/,
          (_all, text: string) =>
            `(${text
              .match(/.{1,60000}/g)
              ?.map((part) => `'${part}'`)
              .join(' + ')})`,
        ),
      );
      const results = await evaluateGroovy(scripts);
      expect(results).toEqual(
        Object.keys(shapes).flatMap(() => [{ value: 'loaded' }, { value: 'too large' }]),
      );
    },
    GROOVY_TIMEOUT_MILLISECONDS,
  );
});
