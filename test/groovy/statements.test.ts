import { groovy as g, print, type Statement } from '../../src/groovy';

/** The lines of a method's body, without its indentation. */
function printed(...body: readonly Statement[]): string {
  const file = { kind: 'script', path: 'vars/x.groovy', source: 'vars/x.ts', imports: [] } as const;
  const lines = print({ ...file, methods: [g.method('test', body)] }).text.split('\n');
  return lines
    .slice(3, -2)
    .map((line) => line.replace(/^ {4}/, ''))
    .join('\n');
}

const [a, b] = [g.identifier('a'), g.identifier('b')];

describe('statements', () => {
  const echo = (text: string): Statement => g.statement(g.call('echo', [g.string(text)]));

  test('each kind', () => {
    const text = printed(
      g.variable('name', g.string('x'), 'String'),
      g.variable('later'),
      g.assign(g.identifier('later'), a, '+='),
      g.ifElse(a, [echo('1')], [g.ifElse(b, [], [echo('2')])]),
      g.forIn('x', a, [g.continueLoop()]),
      g.forIn('x', a, [], 'String'),
      g.forIndex('i', g.number(0), g.methodCall(a, 'size'), [g.breakLoop()]),
      g.whileLoop(a, [echo('3')]),
      g.switchOf(a, [
        g.switchCase([g.string('x'), g.string('y')], [echo('4'), g.breakLoop()]),
        g.switchCase([], [g.throwValue(b)]),
      ]),
      g.tryCatch([echo('5')], [g.catchClause('Exception', 'failure', [g.returnValue()])], [echo('6')]),
    );
    expect(text).toBe(`String name = 'x'
def later
later += a
if (a) {
    echo('1')
} else if (b) {
} else {
    echo('2')
}
for (x in a) {
    continue
}
for (String x in a) {
}
for (int i = 0; i < a.size(); i++) {
    break
}
while (a) {
    echo('3')
}
switch (a) {
    case 'x':
    case 'y':
        echo('4')
        break
    default:
        throw b
}
try {
    echo('5')
} catch (Exception failure) {
    return
} finally {
    echo('6')
}`);
  });

  test('a statement does not begin with a brace', () => {
    expect(printed(g.statement(g.binary(g.closure([], [g.returnValue(a)]), '+', b)))).toBe('({ a } + b)');
  });

  test('a comment cannot end itself or hold an escape; blank lines stand between statements only', () => {
    const text = printed(
      g.blankLine(),
      g.comment('one */\n\\users'),
      g.blankLine(),
      g.blankLine(),
      echo('x'),
      g.blankLine(),
    );
    expect(text).toBe("// one * /\n// \\ users\n\necho('x')");
  });
});
