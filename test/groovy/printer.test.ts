import {
  groovy as g,
  print,
  type Expression,
  type Method,
  type ScriptFile,
  type Statement,
} from '../../src/groovy';

function script(...methods: readonly Method[]): ScriptFile {
  return { kind: 'script', path: 'vars/gigTest.groovy', source: 'vars/gigTest.ts', imports: [], methods };
}

/** The lines of a method's body, without its indentation. */
function printed(...body: readonly Statement[]): string {
  const lines = print(script(g.method('test', body))).text.split('\n');
  return lines
    .slice(3, -2)
    .map((line) => line.replace(/^ {4}/, ''))
    .join('\n');
}

function expression(value: Expression): string {
  return printed(g.variable('value', value)).replace(/^def value = /, '');
}

const [a, b, c] = ['a', 'b', 'c'].map(g.identifier) as [Expression, Expression, Expression];
const wide = (name: string): Expression => g.string(`${name} is a text that takes a good part of the line`);

describe('files', () => {
  test('a script has a header, sorted imports and methods', () => {
    const file: ScriptFile = {
      ...script(
        g.method('call', [g.returnValue(g.number(1))], {
          documentation: ['Builds.', '', '@param arguments see the reference'],
          parameters: [g.parameter('arguments', 'Map', g.map())],
        }),
        g.method('tag', [], {
          annotations: ['NonCPS'],
          modifiers: ['private'],
          returnType: 'String',
          documentation: ['The tag.'],
        }),
      ),
      imports: ['gigci.runtime.Text', 'gigci.runtime.Flow', 'gigci.runtime.Text'],
    };
    expect(print(file).text)
      .toBe(`// Generated from vars/gigTest.ts by gig-ci. Change that file, not this one.
import com.cloudbees.groovy.cps.NonCPS
import gigci.runtime.Flow
import gigci.runtime.Text

/**
 * Builds.
 *
 * @param arguments see the reference
 */
def call(Map arguments = [:]) {
    return 1
}

/** The tag. */
@NonCPS
private String tag() {
}
`);
  });

  test('a class is final and cannot be made', () => {
    const text = print({
      kind: 'class',
      path: 'src/gigci/shared/Tags.groovy',
      source: 'vars/shared/tags.ts',
      packageName: 'gigci.shared',
      imports: [],
      documentation: ['Tags.'],
      name: 'Tags',
      methods: [g.method('all', [g.returnValue(g.list())], { modifiers: ['static'], returnType: 'List' })],
    }).text;
    expect(text).toBe(`// Generated from vars/shared/tags.ts by gig-ci. Change that file, not this one.
package gigci.shared

/** Tags. */
final class Tags {

    private Tags() {
    }

    static List all() {
        return []
    }
}
`);
  });
});

describe('expressions', () => {
  test.each<[string, Expression]>([
    ['a - (b - c)', g.binary(a, '-', g.binary(b, '-', c))],
    ['a - b - c', g.binary(g.binary(a, '-', b), '-', c)],
    ['(a + b) * c', g.binary(g.binary(a, '+', b), '*', c)],
    ['a + b * c', g.binary(a, '+', g.binary(b, '*', c))],
    ['(a || b) && c', g.binary(g.binary(a, '||', b), '&&', c)],
    ['a || b && c', g.binary(a, '||', g.binary(b, '&&', c))],
    ['!(a in b)', g.not(g.binary(a, 'in', b))],
    ['!a == b', g.binary(g.not(a), '==', b)],
    ['(a < b) in c', g.binary(g.binary(a, '<', b), 'in', c)],
    ['a < b == c', g.binary(g.binary(a, '<', b), '==', c)],
    ['(a ? b : c).name', g.property(g.ternary(a, b, c), 'name')],
    ['(a ? b : c) ? a : b ? c : a', g.ternary(g.ternary(a, b, c), a, g.ternary(b, c, a))],
    ['-(-5)', g.negative(g.number(-5))],
    ['(-5).abs()', g.methodCall(g.number(-5), 'abs')],
    ['(a + b).size()', g.methodCall(g.binary(a, '+', b), 'size')],
    ['({ 1 }).call()', g.methodCall(g.closure([], [g.returnValue(g.number(1))]), 'call')],
    ["new Exception('no')", g.construct('Exception', g.string('no'))],
    ['"${a}-${b.name}"', g.interpolation(a, '-', g.property(b, 'name'))],
    ["a['class']", g.property(a, 'class')],
    ["a?.get('size')", g.property(a, 'size', { safe: true })],
    ['a?.name', g.property(a, 'name', { safe: true })],
    [
      "[a: 1, 'b-c': 2, 'default': 3, (a): 4]",
      g.map(...['a', 'b-c', 'default', a].map((key, i) => g.entry(key, g.number(i + 1)))),
    ],
    ['[:]', g.map()],
    ['[]', g.list()],
    ['3000000000L', g.number(3e9)],
    ['2147483647', g.number(2 ** 31 - 1)],
    ['0.5d', g.number(0.5)],
    ['1e21d', g.number(1e21)],
    ['-0.0d', g.number(-0)],
    [
      '{ x -> x.name }',
      g.closure([g.parameter('x')], [g.returnValue(g.property(g.identifier('x'), 'name'))]),
    ],
    ["'it\\'s $5'", g.string("it's $5")],
  ])('%s', (text, value) => {
    expect(expression(value)).toBe(text);
  });

  test('there is no literal for what is not finite, and no call of what is no name', () => {
    expect(() => expression(g.number(Infinity))).toThrow(RangeError);
    expect(() => expression(g.call('a b'))).toThrow(RangeError);
  });
});

describe('lines', () => {
  test('arguments, lists and maps go below each other when they do not fit', () => {
    const named = ['script', 'label', 'encoding'].map((name) => g.named(name, wide(name)));
    expect(printed(g.statement(g.call('sh', [], { named })))).toBe(`sh(
    script: 'script is a text that takes a good part of the line',
    label: 'label is a text that takes a good part of the line',
    encoding: 'encoding is a text that takes a good part of the line'
)`);
    const list = g.list(wide('one'), wide('two'), g.map(g.entry('key', wide('three'))));
    expect(
      printed(
        g.statement(g.call('withEnv', [list], { trailing: g.closure([], [g.statement(g.call('body'))]) })),
      ),
    ).toBe(`withEnv([
    'one is a text that takes a good part of the line',
    'two is a text that takes a good part of the line',
    [key: 'three is a text that takes a good part of the line'],
]) {
    body()
}`);
  });

  test('a line of exactly 120 columns stays, one of 121 is broken', () => {
    const call = (length: number): Statement => g.statement(g.call('f', [g.string('x'.repeat(length)), a]));
    // 4 of indentation, `f('`, the text, `', a)`
    expect(printed(call(108))).not.toContain('\n');
    expect(printed(call(109))).toContain('\n');
  });

  test('an operator stands at the end of a broken line, a question mark at the beginning', () => {
    expect(printed(g.returnValue(g.binary(g.binary(wide('one'), '+', wide('two')), '+', wide('three')))))
      .toBe(`return 'one is a text that takes a good part of the line' +
    'two is a text that takes a good part of the line' +
    'three is a text that takes a good part of the line'`);
    expect(printed(g.returnValue(g.ternary(a, wide('number one'), wide('number two'))))).toBe(`return a
    ? 'number one is a text that takes a good part of the line'
    : 'number two is a text that takes a good part of the line'`);
  });

  test('a closure with statements is broken, the arguments around it are not', () => {
    const body = [g.statement(g.call('echo', [a])), g.returnValue(b)];
    const call = g.staticCall(
      'Flow',
      'withOutcome',
      g.global('this'),
      g.closure([], body),
      g.closure([g.parameter('outcome')], body),
    );
    expect(printed(g.statement(call))).toBe(`Flow.withOutcome(this, {
    echo(a)
    return b
}, { outcome ->
    echo(a)
    return b
})`);
  });

  test('a closure that fits returns its value without saying so', () => {
    const returning = (value: Expression): Statement =>
      g.variable('all', g.call('apply', [g.closure([g.parameter('x')], [g.returnValue(value)])]));
    expect(printed(returning(b))).toBe('def all = apply({ x -> b })');
    expect(printed(returning(g.binary(wide('the number one'), '+', wide('the number two')))))
      .toBe(`def all = apply({ x ->
    return 'the number one is a text that takes a good part of the line' +
        'the number two is a text that takes a good part of the line'
})`);
  });

  test('the hole of a text has no line break, however long it is', () => {
    const call = g.call('join', [wide('number one'), wide('number two'), g.string('a\nb')]);
    const text = printed(g.returnValue(g.interpolation('x', call)));
    expect(text.split('\n')).toHaveLength(1);
    expect(text).toContain("the line', 'a\\nb')}");
  });

  test('a constant with several lines keeps them', () => {
    const text = 'set -eu\necho "$HOME" \\\n  \'x\'\n';
    expect(printed(g.statement(g.call('sh', [g.string(text)])))).toBe(
      ["sh('''\\", 'set -eu', 'echo "$HOME" \\\\', "  'x'", "''')"].join('\n'),
    );
  });
});
