/** Literals, texts and methods that are longer than the engine takes: the compiler moves parts of them to other methods. */
import { engineLimits } from '../../../src/groovy/passes/engine-limits';
import { longestConstant } from '../../../src/groovy/passes/java-constants';
import { hostileText, quoted } from '../domain/texts';
import { expression, leaf, literal } from './expressions';
import { number, shapes, text, type Data } from './types';
import type { Writer } from './writer';

const tooMany = engineLimits.statements + 10;

/** A function and a constant of a module, by their names. */
export const longDeclarations: { readonly [name: string]: string } = {
  manyLines: `function manyLines(first: number): string {
  let sum = first;
${Array.from({ length: tooMany }, (_line, index) => `  sum = (sum * 3 + ${index}) % 1000;`).join('\n')}
  return String(sum);
}`,
  MANY: `const MANY = [${Array.from({ length: tooMany }, (_each, index) => `'m${index}'`).join(', ')}] as const;`,
};

export function longStatement(writer: Writer): readonly string[] {
  return writer.choices.weighted([
    [3, longList],
    [2, longRecord],
    [2, largeElements],
    [2, longText],
    [2, declared],
  ])(writer);
}

/** Few values again and again, so that they take no more decisions than a short literal. */
function repeated<Item>(items: readonly Item[], count: number): readonly Item[] {
  return Array.from({ length: count }, (_each, index) => items[index % items.length]).filter(
    (item) => item !== undefined,
  );
}

function longList(writer: Writer): readonly string[] {
  const type = writer.choices.oneOf<Data>([text, number]);
  const values = [literal(writer, type), expression(writer, type, 2, true), leaf(writer, type, true)];
  return [writer.say(`JSON.stringify([${repeated(values, tooMany).join(', ')}])`)];
}

function longRecord(writer: Writer): readonly string[] {
  const values = [literal(writer, number), leaf(writer, number, true)];
  const entries = repeated(values, engineLimits.entries + 10).map((value, index) => `k${index}: ${value}`);
  return [writer.say(`JSON.stringify({ ${entries.join(', ')} })`)];
}

/** Not many elements, but large ones. */
function largeElements(writer: Writer): readonly string[] {
  const type: Data = { kind: 'object', shape: shapes[1] };
  const values = [literal(writer, type), leaf(writer, type, true)];
  const row = `[${repeated(values, 20).join(', ')}]`;
  return [writer.say(`JSON.stringify([${repeated([row], 20).join(', ')}])`)];
}

/** A text that no constant of Java holds: alone, in a template, as a key. */
function longText(writer: Writer): readonly string[] {
  const { choices } = writer;
  const part = hostileText(choices) || '\u20ac';
  const long = quoted(part.repeat(Math.ceil((longestConstant + 1000) / Buffer.byteLength(part))));
  const hole = `\${${leaf(writer, text, true)}}`;
  const value = choices.weighted([
    [3, long],
    [2, `\`\${${long}}${hole}\``],
    [1, `Object.keys({ ${long}: 1, b: 2 }).join(',')`],
    [1, `(${long} + ${long})`],
  ]);
  const name = writer.freshName();
  writer.scope.reserve(name);
  return [
    `const ${name} = ${value};`,
    writer.say(
      `JSON.stringify([${name}.length, ${name}.slice(0, 5), ${name}.slice(59_990, 60_010), ${name}.slice(-5)])`,
    ),
  ];
}

function declared(writer: Writer): readonly string[] {
  return [
    writer.say(`JSON.stringify([manyLines(${leaf(writer, number, true)}), MANY.length, MANY.slice(-2)])`),
  ];
}
