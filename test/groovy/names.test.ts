import { groovy as g, print, type Method, type Statement } from '../../src/groovy';
import { allocateNames } from '../../src/groovy/passes/names';

function allocated(method: Method, freeNames: readonly string[] = []): string {
  const file = {
    kind: 'script',
    path: 'vars/x.groovy',
    source: 'vars/x.ts',
    imports: [],
    methods: [method],
  } as const;
  return print(allocateNames(file, new Set(freeNames)))
    .text.split('\n')
    .slice(2, -1)
    .join('\n');
}

const local = g.identifier;
const echo = (name: string): Statement => g.statement(g.call('echo', [local(name)]));

test('a local named like an emitted step is renamed, the step is not', () => {
  const body = [g.variable('error', g.string('x')), g.statement(g.call('error', [local('error')]))];
  expect(allocated(g.method('test', body))).toBe(`def test() {
    def errorValue = 'x'
    error(errorValue)
}`);
});

test('a step that the method does not emit takes no name away', () => {
  expect(allocated(g.method('test', [g.variable('stage', g.string('x')), echo('stage')]))).toContain(
    "def stage = 'x'",
  );
});

test('keywords, implicit names, globals and given names are renamed', () => {
  const parameters = ['default', 'it', 'env', 'helper', 'fine'].map((name) => g.parameter(name));
  const body = [
    g.statement(
      g.call('use', [g.property(g.global('env'), 'X'), ...parameters.map(({ name }) => local(name))]),
    ),
  ];
  expect(allocated(g.method('test', body, { parameters }), ['helper']))
    .toBe(`def test(defaultValue, itValue, envValue, helperValue, fine) {
    use(env.X, defaultValue, itValue, envValue, helperValue, fine)
}`);
});

test('a new name is none that the author uses', () => {
  const body = [
    g.variable('errorValue'),
    g.variable('error'),
    g.statement(g.call('error', [local('error'), local('errorValue')])),
  ];
  expect(allocated(g.method('test', body))).toContain('error(errorValue2, errorValue)');
});

test('a local that shadows an outer one is renamed; siblings may share a name', () => {
  const inner = g.closure([g.parameter('name')], [echo('name')]);
  const body = [
    g.variable('name', g.string('x')),
    g.statement(g.methodCall(local('list'), 'each', [], { trailing: inner })),
    g.forIn('item', local('name'), [g.variable('name', local('item')), echo('name')]),
    g.forIn('item', local('name'), [echo('item')]),
    g.tryCatch([], [g.catchClause('Exception', 'item', [echo('item')])]),
    echo('name'),
  ];
  expect(allocated(g.method('test', body))).toBe(`def test() {
    def name = 'x'
    list.each { innerName ->
        echo(innerName)
    }
    for (item in name) {
        def innerName = item
        echo(innerName)
    }
    for (item in name) {
        echo(item)
    }
    try {
    } catch (Exception item) {
        echo(item)
    }
    echo(name)
}`);
});

test('a value is read before the local of the same name exists', () => {
  const body = [
    g.variable('x'),
    g.ifElse(g.boolean(true), [
      g.variable('y', local('x')),
      g.variable('x', g.binary(local('y'), '+', local('x'))),
    ]),
  ];
  expect(allocated(g.method('test', body))).toContain('def innerX = y + x');
});
