/** What happens behind `?.`, and other forms that need statements of their own in Groovy. */
import { arrow } from './callbacks';
import { expression, leaf, same } from './expressions';
import { block } from './statements';
import { listOf, number, optional, shapes, text, typeText, type Data } from './types';
import type { Writer } from './writer';

export function linkStatement(writer: Writer): readonly string[] {
  return writer.choices.weighted([
    [3, optionalMember],
    [2, optionalObject],
    [2, overObjects],
    [1, switchOnFlag],
    [1, literalCondition],
    [writer.colour === 'pipeline' ? 2 : 0, stepInExpression],
    [writer.colour === 'pipeline' ? 2 : 0, lateOperand],
  ])(writer);
}

/** `value?.member(…)`, with callbacks and further links behind it. */
function optionalMember(writer: Writer): readonly string[] {
  const { choices } = writer;
  const [type, links] = choices.weighted<readonly [Data, () => string]>([
    [
      3,
      [
        text,
        () =>
          choices.oneOf([
            '?.slice(1)',
            '?.length',
            `?.split(${expression(writer, text, 1)}).length`,
            '?.toUpperCase().trim()',
            `?.repeat(${choices.below(3)}).padStart(4)`,
          ]),
      ],
    ],
    [
      3,
      [
        listOf(text),
        () =>
          choices.oneOf([
            '?.length',
            `?.join(${expression(writer, text, 1)})`,
            `?.map(${arrow(writer, [text], number, 2)}).length`,
            `?.filter(${arrow(writer, [text], { kind: 'flag' }, 2)}).length`,
            '?.slice(0, 1).concat([]).length',
            `?.reduce(${arrow(writer, [text, text], text, 1)}, ${expression(writer, text, 1, true)})`,
          ]),
      ],
    ],
  ]);
  const value = same(optional(type), choices.chance(60) ? expression(writer, type, 1) : 'undefined');
  if (choices.chance(40)) return [writer.say(`JSON.stringify([${value}${links()}])`)];
  const name = writer.freshName();
  writer.scope.declare({ name, type: optional(type), assignable: true, sink: false });
  return [
    `let ${name}: ${typeText(optional(type))} = ${value};`,
    writer.say(`JSON.stringify([${name}${links()}, ${name}${links()} ?? 'none'])`),
  ];
}

/** `box?.item?.id`: each link may be absent. */
function optionalObject(writer: Writer): readonly string[] {
  const { choices } = writer;
  const type: Data = { kind: 'object', shape: shapes[1] };
  const value = choices.chance(60) ? leaf(writer, type, true) : 'undefined';
  const name = writer.freshName();
  writer.scope.declare({ name, type: optional(type), assignable: true, sink: false });
  return [
    `let ${name}: ${typeText(optional(type))} = ${same(optional(type), value)};`,
    writer.say(
      `JSON.stringify([${name}?.length, ${name}?.keys.length, ${name}?.item?.id.toUpperCase(), ${name}?.item?.note ?? 'none'])`,
    ),
  ];
}

/** `for (const { id, size } of items)` */
function overObjects(writer: Writer): readonly string[] {
  const shape = writer.choices.oneOf(shapes);
  const source = expression(writer, listOf({ kind: 'object', shape }), 2, true);
  const [first, second] = shape.fields;
  if (first === undefined || second === undefined) return [];
  const said = writer.say(`JSON.stringify([one, two])`);
  return [`for (const { ${first.name}: one, ${second.name}: two } of ${source}) { ${said} }`];
}

/** A `switch` on a boolean whose bodies leave through branches. */
function switchOnFlag(writer: Writer): readonly string[] {
  const test = same({ kind: 'flag' }, expression(writer, { kind: 'flag' }, 1));
  const branch = `if (${same({ kind: 'flag' }, expression(writer, { kind: 'flag' }, 1))}) { ${writer.trace()} break; } else { ${writer.trace()} break; }`;
  return [`switch (${test}) { case true: ${branch} default: ${writer.trace()} }`];
}

/** A condition that is known: only its branch is left. */
function literalCondition(writer: Writer): readonly string[] {
  const test = writer.choices.oneOf(['true', 'false', '!true', '!false']);
  const value = expression(writer, text, 1, true);
  return [
    `if (${test}) { ${writer.trace()} } else { ${writer.trace()} }`,
    `if (${test} && ${same(text, value)}) ${writer.trace()}`,
    writer.say(`JSON.stringify([${test} ? ${value} : 'b', ${test} || ${same({ kind: 'flag' }, 'false')}])`),
  ];
}

/** A command or a block in the midst of an expression. */
function stepInExpression(writer: Writer): readonly string[] {
  writer.isPlain = false;
  const hole = expression(writer, text, 1);
  const block1 = `stage('inner', () => { ${writer.trace()} return ${expression(writer, text, 1, true)}; })`;
  const uses = writer.choices.oneOf([
    `\`\${sh.output\`print \${${hole}}\`}!\``,
    `sh.status\`fail \${${hole}}\` + 1`,
    `JSON.stringify([sh.output\`print\`, ${block1}, sh.status\`fail\`])`,
    `(sh.output\`print\` === ${block1} ? ${block1} : 'other')`,
    `[${block1}, ${block1}].join(${hole})`,
  ]);
  const time = writer.choices.below(3);
  return [writer.say(`String(${uses})`), `for (const time of [${time}]) sleep({ time, unit: 'SECONDS' });`];
}

/** Conditions whose right side needs statements. */
function lateOperand(writer: Writer): readonly string[] {
  const flag = (): string => same({ kind: 'flag' }, expression(writer, { kind: 'flag' }, 1));
  const late = `stage('late', () => ${flag()})`;
  const operator = writer.choices.oneOf(['&&', '||']);
  const item: Data = { kind: 'object', shape: writer.choices.oneOf(shapes) };
  return [
    `if (${flag()} ${operator} ${late}) ${block(writer, 1)}`,
    writer.say(
      `JSON.stringify([undefined, !(${flag()} ${operator} ${late}), ${flag()} ${operator} ${late}])`,
    ),
    writer.say(
      `JSON.stringify((stage('maybe', () => ${leaf(writer, item, true)})).${item.shape.fields[0]?.name})`,
    ),
  ];
}
