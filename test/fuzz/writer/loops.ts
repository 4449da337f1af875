/** Loops. */
import { condition } from './conditions';
import { anyPrimitive, anyType, expression, leaf, literal, same } from './expressions';
import { jump, statements } from './statements';
import { flag, listOf, number, pairOf, recordOf, text, type Data } from './types';
import { mentions, type Writer } from './writer';

export function loop(writer: Writer): readonly string[] {
  return writer.choices.weighted([
    [4, overList],
    [2, overPairs],
    [2, counting],
    [2, whileLoop],
  ])(writer);
}

interface LoopVariable {
  readonly name: string;
  readonly type: Data;
}

/** The body of a loop with its variables; it says them first. */
function body(
  writer: Writer,
  variables: readonly LoopVariable[],
  first: readonly string[] = [],
  hidden: readonly string[] = [],
): string {
  return writer.inBlock(
    () => {
      writer.scope.hide(hidden);
      for (const each of variables) writer.scope.declare({ ...each, assignable: false, sink: false });
      const inner = [...first, writer.trace(), ...leaving(writer), ...statements(writer, 2), ...jump(writer)];
      return `{ ${inner.join('\n')} }`;
    },
    { inLoop: true, visiting: true },
  );
}

/** Sometimes a round ends early, or is the last one. */
function leaving(writer: Writer): readonly string[] {
  const { choices } = writer;
  if (!choices.chance(45)) return [];
  const test = same(flag, choices.chance(50) ? 'true' : expression(writer, flag, 1));
  return [`if (${test}) { ${choices.oneOf(['continue', 'break'])}; }`, writer.trace()];
}

function overList(writer: Writer): readonly string[] {
  const type = anyType(writer, 1);
  const list = writer.choices.chance(40)
    ? same(listOf(type), `[${[1, 2, 3].map(() => literal(writer, type)).join(', ')}]`)
    : expression(writer, listOf(type), 2, true);
  const name = writer.freshName();
  return [`for (const ${name} of ${list}) ${body(writer, [{ name, type }])}`];
}

/** `for (const [a, b] of …)` over entries of a list or a record, or over a list of pairs. */
function overPairs(writer: Writer): readonly string[] {
  const { choices } = writer;
  const value = anyType(writer, 1);
  const [source, first, second] = choices.weighted<() => readonly [string, Data, Data]>([
    [2, () => [`${expression(writer, listOf(value), 1, true)}.entries()`, number, value]],
    [2, () => [`Object.entries(${expression(writer, recordOf(value), 1, true)})`, text, value]],
    [
      1,
      () => {
        const pair = [anyPrimitive(writer), anyPrimitive(writer)] as const;
        return [expression(writer, listOf(pairOf(...pair)), 1, true), ...pair];
      },
    ],
  ])();
  const names = [writer.freshName(), writer.freshName()] as const;
  const [one, two] = names[0] === names[1] ? [names[0], `${names[1]}2`] : names;
  const text1 = body(writer, [
    { name: one, type: first },
    { name: two, type: second },
  ]);
  return [`for (const [${one}, ${two}] of ${source}) ${text1}`];
}

function counting(writer: Writer): readonly string[] {
  const { choices } = writer;
  const name = writer.freshName();
  const start = choices.below(3);
  const end = choices.weighted([
    [2, () => String(choices.below(4))],
    [2, () => `${leaf(writer, listOf(number), true)}.length`],
    [1, () => `Math.min(3, ${leaf(writer, number, true)})`],
  ])();
  const step = choices.oneOf([`${name}++`, `++${name}`]);
  return [
    `for (let ${name} = ${start}; ${name} < ${end}; ${step}) ${body(writer, [{ name, type: number }])}`,
  ];
}

/** A loop with a counter of its own, so that it ends. */
function whileLoop(writer: Writer): readonly string[] {
  const { choices } = writer;
  const counter = writer.freshName();
  writer.scope.declare({ name: counter, type: number, assignable: false, sink: false });
  const limit = `${counter} < ${1 + choices.below(3)}`;
  const test = choices.chance(50) ? condition(writer, 1) : 'true';
  const hidden = writer.narrowedBy(test);
  const written = choices.weighted([
    [2, () => `while (${limit}) ${body(writer, [], [`${counter}++;`])}`],
    [2, () => `while (${limit} && ${test}) ${body(writer, [], [`${counter} += 1;`], hidden)}`],
    [1, () => `while (true) ${body(writer, [], [`if (${counter} > 1) break;`, `${counter}++;`])}`],
  ])();
  writer.scope.hide(hidden.filter((name) => mentions(written, name)));
  return [`let ${counter} = 0;`, written];
}
