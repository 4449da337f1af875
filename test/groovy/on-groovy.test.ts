/** What the printer writes means in Groovy what the tree says. */
import { groovy as g, print, type BinaryOperator, type Expression } from '../../src/groovy';
import { evaluateGroovy, GROOVY_TIMEOUT_MILLISECONDS } from '../support/groovy';
import { describeWithJava } from '../support/java';

/** A script with a method that returns the expression. */
function methodText(value: Expression, name: string): string {
  const file = { kind: 'script', path: 'vars/x.groovy', source: 'vars/x.ts', imports: [] } as const;
  return print({ ...file, methods: [g.method(name, [g.returnValue(value)])] }).text;
}

/** A script that returns the expression. */
function printed(value: Expression): string {
  return `${methodText(value, 'test')}\ntest()`;
}

const texts = [
  'plain',
  "it's",
  'a\nb',
  '\n',
  'a\n',
  "x\n''' y '' z'",
  'tab\t\\ \\n $x ${y}',
  'é→😀\u2028\ufeff\ufffe\ud800',
  '\\u0041 \\\\u0042',
  'a\\\nb',
  '\u0000\u0001\u001f\u007f1',
  'a\r\nb\rc',
  "'''",
  "end\nquote'",
  "'begin\nquote",
  'x\n\n\ny\n',
  '"quoted"\n"',
  'line \\\n  cont\n\\',
  '/* */ // ~ $$ $/',
];
const numbers = [
  0,
  42,
  -5,
  2 ** 31,
  -(2 ** 31),
  2 ** 53 - 1,
  0.5,
  -0.1,
  1e21,
  1e-7,
  5e-324,
  1.7976931348623157e308,
];

/** Trees of arithmetic with their value, the same in every run. */
function someTrees(count: number): readonly { readonly tree: Expression; readonly value: number }[] {
  let seed = 7;
  const choose = (choices: number): number => {
    seed = (seed * 1103515245 + 12345) % 2 ** 31;
    return Math.floor(seed / 65536) % choices;
  };
  const operations: readonly [BinaryOperator, (left: number, right: number) => number][] = [
    ['+', (left, right) => left + right],
    ['-', (left, right) => left - right],
    ['*', (left, right) => left * right],
  ];
  const make = (depth: number): { tree: Expression; value: number } => {
    const kind = depth === 0 ? 0 : choose(7);
    if (kind === 0) {
      const value = choose(9) - 4;
      return { tree: g.number(value), value };
    }
    if (kind === 1) {
      const { tree, value } = make(depth - 1);
      return { tree: g.negative(tree), value: value === 0 ? 0 : -value };
    }
    const [left, right] = [make(depth - 1), make(depth - 1)];
    if (kind === 2) {
      const isLess = left.value < right.value;
      const condition = g.binary(left.tree, '<', right.tree);
      const branches = [make(depth - 1), make(depth - 1)] as const;
      const tree = g.ternary(
        g.not(g.binary(condition, '==', g.boolean(false))),
        branches[0].tree,
        branches[1].tree,
      );
      return { tree, value: (isLess ? branches[0] : branches[1]).value };
    }
    const [operator, compute] = operations[choose(operations.length)]!;
    // Long arithmetic knows no negative zero.
    return { tree: g.binary(left.tree, operator, right.tree), value: compute(left.value, right.value) + 0 };
  };
  return Array.from({ length: count }, () => make(4));
}

describeWithJava('printed Groovy', () => {
  test(
    'has the values of the tree',
    async () => {
      const list = g.list(...texts.map(g.string));
      const holes = g.list(
        ...texts.map((text) => g.methodCall(g.interpolation(text, g.string('|'), text), 'toString')),
      );
      const trees = someTrees(400);
      const calls = trees.map((_tree, index) => `test${index}()`);
      const [constants, interpolations, literals, computed] = await evaluateGroovy([
        printed(list),
        printed(holes),
        printed(g.list(...numbers.map(g.number))),
        [...trees.map(({ tree }, index) => methodText(tree, `test${index}`)), `[${calls.join(', ')}]`].join(
          '\n',
        ),
      ]);
      expect(constants).toEqual({ value: texts });
      expect(interpolations).toEqual({ value: texts.map((text) => `${text}|${text}`) });
      expect(literals).toEqual({ value: numbers });
      expect(computed).toEqual({ value: trees.map(({ value }) => value) });
    },
    GROOVY_TIMEOUT_MILLISECONDS,
  );
});
