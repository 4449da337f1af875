/**
 * Forms that are rare among the other statements. Many programs begin with one of them, while there is still enough to
 * decide.
 */
import { arrow } from './callbacks';
import { expression, leaf, same } from './expressions';
import { formStatement } from './forms';
import { linkStatement } from './links';
import { longStatement } from './long';
import { setStatement } from './sets';
import { specialStatement } from './special';
import { stepStatement } from './steps';
import { switchStatement } from './switches';
import { listOf, number, optional, text, type Data } from './types';
import type { Writer } from './writer';

export function rareStatement(writer: Writer): readonly string[] {
  const isPipeline = writer.colour === 'pipeline';
  return writer.choices.weighted([
    [5, setStatement],
    [1, longStatement],
    [2, sortedTexts],
    [2, joinedTemplate],
    [2, roundedHalf],
    [1, emptyClause],
    [1, takenApart],
    [4, specialStatement],
    [2, formStatement],
    [2, linkStatement],
    [3, switchStatement],
    [isPipeline ? 6 : 0, stepStatement],
    [isPipeline ? 2 : 0, stepBehindLink],
  ])(writer);
}

/** Sorting without a comparison: of texts only, in any function. */
function sortedTexts(writer: Writer): readonly string[] {
  const list = expression(writer, listOf(text), 2, true);
  return [writer.say(`JSON.stringify([${list}.toSorted(), ${list}.slice(0).sort()])`)];
}

/** Most numbers are whole, and the same in whatever way they are made so. */
function roundedHalf(writer: Writer): readonly string[] {
  const half = `(${expression(writer, number, 1)} % 100 + 0.5)`;
  return [writer.say(`JSON.stringify([Math.round(${half}), Math.ceil(${half}), Math.trunc(${half})])`)];
}

/** A template and a constant behind it, for a variable that is a text. */
function joinedTemplate(writer: Writer): readonly string[] {
  const hole = expression(writer, writer.choices.oneOf([text, number]), 1);
  const behind = writer.choices.oneOf([`'b'`, `'b' + 'c'`, `'' + \`\${${leaf(writer, text, true)}}\` + 'c'`]);
  const name = writer.freshName();
  writer.scope.declare({ name, type: text, assignable: true, sink: false });
  return [
    `let ${name} = \`a\${${hole}}\` + ${behind};`,
    writer.say(`JSON.stringify({ a: [${name}].indexOf('a' + ${name}.slice(1)) })`),
    `${name} = \`\${${name}}c\` + ${behind};`,
  ];
}

/** The last clause of a `switch` has no statements. */
function emptyClause(writer: Writer): readonly string[] {
  const value = expression(writer, text, 1);
  const last = writer.choices.oneOf(['default:', 'default: {}', `case 'b': {}`]);
  return [`switch (${same(text, value)}) { case 'a': ${writer.trace()} break; ${last} }`];
}

/** A value without a name of its own, or of its type, is taken apart. */
function takenApart(writer: Writer): readonly string[] {
  const [first, second] = [writer.freshName(), `${writer.freshName()}Second`];
  writer.scope.reserve(first);
  const value = `same<{ a: string; b: number }>({ a: ${expression(writer, text, 1)}, b: ${leaf(writer, number, true)} })`;
  return [
    `const { a: ${first}, b: ${second} } = ${value};`,
    writer.say(`JSON.stringify([${value}].map(({ a, b }) => a + b))`),
    writer.say(`JSON.stringify([${first}, ${second}])`),
  ];
}

/** Behind `?.` stands what needs statements of its own. */
function stepBehindLink(writer: Writer): readonly string[] {
  writer.isPlain = false;
  const type = writer.choices.oneOf<Data>([text, listOf(text)]);
  const value = same(
    optional(type),
    writer.choices.chance(70) ? expression(writer, type, 1, true) : 'undefined',
  );
  const link =
    type.kind === 'text'
      ? writer.choices.oneOf([
          '?.slice(sh.status`fail`)',
          '?.padStart(sh.status`fail`, sh.output`print`).length',
        ])
      : writer.choices.oneOf([
          '?.slice(sh.status`fail` - 3).length',
          `?.map(${arrow(writer, [text], number, 2)}).indexOf(sh.status\`fail\`)`,
        ]);
  const name = writer.freshName();
  writer.scope.reserve(name);
  return [
    `const ${name} = ${value}${link};`,
    writer.say(`JSON.stringify([${name} ?? 'none', ${value}${link}])`),
  ];
}
