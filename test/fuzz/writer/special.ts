/** Forms that the types of the writer do not have: objects by known keys, `false` beside an object, constants. */
import { expression, leaf, same } from './expressions';
import { severalMembers } from './related';
import { block } from './statements';
import { countNumber, numberText } from '../domain/numbers';
import { hostileText, keyText, quoted } from '../domain/texts';
import { patternLiteral } from './patterns';
import { mode, number, recordOf, shapes, text } from './types';
import type { Writer } from './writer';

export function specialStatement(writer: Writer): readonly string[] {
  return writer.choices.weighted([
    [3, byKnownKey],
    [6, several],
    [3, counted],
    [2, falseOrObject],
    [2, wholeConstant],
    [1, keys],
    [2, sumOfTexts],
    [2, orderOfEvaluation],
    [2, copies],
    [3, nested],
    [3, byHand],
  ])(writer);
}

/** Members of the language on hostile values. */
function several(writer: Writer): readonly string[] {
  return severalMembers(writer, 4);
}

/** `totals[which] += 2` where the keys are known. */
function byKnownKey(writer: Writer): readonly string[] {
  const { choices } = writer;
  const name = writer.freshName();
  writer.scope.reserve(name);
  const key = writer.freshName();
  writer.scope.reserve(key);
  const value = (): string => expression(writer, number, 1, true);
  const read = choices.chance(30) ? `\`\${${key}}\`` : key;
  const change = choices.weighted([
    [3, () => `${name}[${read}] ${choices.oneOf(['+=', '-=', '*='])} ${value()};`],
    [2, () => `${name}[${key}]${choices.oneOf(['++', '--'])};`],
    [2, () => `${choices.oneOf(['++', '--'])}${name}[${key}];`],
    [1, () => `${name}.fast--;`],
    [1, () => `${name}['slow'] = ${value()};`],
  ]);
  return [
    `const ${name} = { fast: ${value()}, slow: ${value()}, off: 0 };`,
    `const ${key} = ${same(mode, leaf(writer, mode, false))};`,
    change(),
    change(),
    writer.say(`JSON.stringify([${name}, ${key}])`),
  ];
}

/** A record that is filled under keys that are computed. */
function counted(writer: Writer): readonly string[] {
  const { choices } = writer;
  const [name, each] = [writer.freshName(), `${writer.freshName()}Key`];
  writer.scope.declare({ name, type: recordOf(number), assignable: false, sink: false });
  const keys = Array.from({ length: 1 + choices.below(4) }, () => quoted(keyText(choices)));
  const key = choices.oneOf([each, `\`\${${each}}\``, `${each} + '1'`, `${each}.slice(0, 2)`]);
  return [
    `const ${name}: { [key: string]: number } = {};`,
    `for (const ${each} of [${keys.join(', ')}]) ${name}[${key}] = (${name}[${key}] ?? ${expression(writer, number, 1)}) + 1;`,
  ];
}

/** `false | Item`: true when it is an object, even an empty one. */
function falseOrObject(writer: Writer): readonly string[] {
  const { choices } = writer;
  const shape = choices.oneOf(shapes);
  const absent = choices.chance(40) ? ' | undefined' : '';
  const type = `false | ${shape.name}${absent}`;
  const value = choices.weighted([
    [2, () => 'false'],
    [2, () => leaf(writer, { kind: 'object', shape }, true)],
    [absent === '' ? 0 : 2, () => 'undefined'],
  ])();
  const name = writer.freshName();
  writer.scope.reserve(name);
  return [
    `const ${name}: ${type} = same<${type}>(${value});`,
    choices.oneOf([
      `if (${name}) ${block(writer, 1)} else ${block(writer, 1)}`,
      `if (${name} === false) ${block(writer, 1)}`,
      `if (false !== ${name}) ${block(writer, 1)}`,
      `if (!${name}) ${block(writer, 1)}`,
      `if (same<${type}>(${value})) ${block(writer, 1)}`,
    ]),
    writer.say(`JSON.stringify([${name}])`),
  ];
}

/** A constant as a whole: a method returns it. */
function wholeConstant(writer: Writer): readonly string[] {
  const constant = writer.choices.oneOf(['SETTINGS', 'NAMES', 'ECHO', 'GET_ALL', '_9']);
  return [writer.say(`JSON.stringify(${constant})`)];
}

/** Keys in all their forms. */
function keys(writer: Writer): readonly string[] {
  const value = expression(writer, number, 1);
  return [writer.say(`JSON.stringify({ 1: ${value}, ['b']: 2, [\`c\`]: 3, 0x10: 4, 'd-e': 5 })`)];
}

/** `text += a + b` in a row, with a template and a choice among them. */
function sumOfTexts(writer: Writer): readonly string[] {
  const initial = expression(writer, number, 1, true);
  const name = writer.freshName();
  writer.scope.declare({ name, type: text, assignable: true, sink: false });
  const part = (): string => expression(writer, text, 2);
  return [
    `let ${name} = \`\${${initial}}\`;`,
    `${name} += (${expression(writer, { kind: 'flag' }, 1, true)} ? \`x\${${part()}}\` : 'y') + ${part()};`,
    writer.say(`JSON.stringify([['y', 'x'].indexOf(${name}), ${name}.length])`),
  ];
}

/** A function that changes what its neighbours read. */
function orderOfEvaluation(writer: Writer): readonly string[] {
  if (writer.colour !== 'pipeline') return sumOfTexts(writer);
  const { choices } = writer;
  const [counter, next] = [writer.freshName(), `${writer.freshName()}Next`];
  writer.scope.declare({ name: counter, type: number, assignable: true, sink: false });
  const absent = `${next}(${choices.oneOf(['true', 'false'])})`;
  const call = `(${absent} ?? ${next}(true) ?? ${expression(writer, number, 1)})`;
  const uses = choices.oneOf([
    `[${counter}, ${call}, ${counter}]`,
    `{ a: ${counter}, b: ${call}, c: ${counter} }`,
    `${counter} + ${call} * 10 + ${counter}`,
    `\`\${${counter}} \${${call}} \${${counter}}\``,
    `[${counter}, ${absent} !== undefined && ${call} > ${counter} ? ${call} : ${counter}, ${counter}]`,
    `[${counter}].concat([${call}, ${counter}]).map((each) => each + ${call})`,
    `'abcdefgh'.slice(${counter}, ${call})`,
  ]);
  return [
    `let ${counter} = 0;`,
    `const ${next} = (gives: boolean): number | undefined => { ${counter} += 1; return gives ? ${counter} : undefined; };`,
    writer.say(`JSON.stringify(${uses})`),
  ];
}

/** A copy is changed, the original stays. */
function copies(writer: Writer): readonly string[] {
  const name = writer.freshName();
  writer.scope.reserve(name);
  const item = leaf(writer, { kind: 'object', shape: shapes[0] }, true);
  return [
    `const ${name} = { list: [${expression(writer, number, 1, true)}], item: ${item} };`,
    `const ${name}List = [...${name}.list];`,
    `${name}List.push(${expression(writer, number, 1)});`,
    `const ${name}Item = { ...${name}.item };`,
    `${name}Item.size = ${expression(writer, number, 1, true)};`,
    writer.say(`JSON.stringify([${name}, ${name}List, ${name}Item])`),
  ];
}

/** Operators whose right operand is of their own level: parentheses count. */
function nested(writer: Writer): readonly string[] {
  const value = (): string => same({ kind: 'flag' }, expression(writer, { kind: 'flag' }, 1));
  const absent = same(
    { kind: 'optional', value: { kind: 'flag' } },
    writer.choices.oneOf(['undefined', 'undefined', 'false', 'true']),
  );
  const list = `[${expression(writer, number, 1, true)}]`;
  return [
    writer.say(
      `JSON.stringify([${absent} === (${value()} !== ${value()}), (${value()} === ${value()}) === ${value()}])`,
    ),
    writer.say(
      `JSON.stringify([5 - (${list}.length - 1), 5 - ${list}.length - 1, 'a' + (1 + ${list}.length), 'a' + 1 + ${list}.length])`,
    ),
    writer.say(
      `JSON.stringify([${value()} && (${value()} || ${value()}), (${value()} && ${value()}) || ${value()}])`,
    ),
  ];
}

/** Members that give what only a loop or another member goes through. */
function byHand(writer: Writer): readonly string[] {
  const { choices } = writer;
  const subject = quoted(hostileText(choices));
  const [match, found] = [writer.freshName(), `${writer.freshName()}Found`];
  writer.scope.reserve(match);
  return [
    `const ${found}: string[] = [];`,
    `for (const [${match}] of ${subject}.matchAll(${patternLiteral(choices, true)})) ${found}.push(${match} ?? '?');`,
    writer.say(
      `JSON.stringify([${found}, Array.from({ length: ${numberText(countNumber(choices))} }).map((_nothing, index) => index)])`,
    ),
  ];
}
