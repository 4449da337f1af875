/** `throw`, `try`, `catch` and `finally`. */
import { expression } from './expressions';
import { block } from './statements';
import { text } from './types';
import type { Writer } from './writer';

export function throwStatement(writer: Writer): string {
  return `throw new Error(${expression(writer, text, 2)});`;
}

export function tryStatement(writer: Writer): readonly string[] {
  const { choices } = writer;
  const body = choices.chance(40) ? failing(writer) : block(writer, 2);
  return [
    choices.weighted([
      [4, () => `try ${body} ${caught(writer)}`],
      [1, () => `try ${body} catch ${block(writer, 1)}`],
      [2, () => `try ${body} ${caught(writer)} finally ${finallyBlock(writer)}`],
      [1, () => `try { try ${body} finally ${finallyBlock(writer)} } ${caught(writer)}`],
    ])(),
  ];
}

/** A block that ends in a failure. */
function failing(writer: Writer): string {
  return writer.inBlock(() => `${block(writer, 1).slice(0, -1)} ${throwInside(writer)} }`);
}

function throwInside(writer: Writer): string {
  return writer.inBlock(() => throwStatement(writer));
}

function caught(writer: Writer): string {
  const name = writer.freshName();
  const again = writer.choices.chance(10) && !writer.place.inFinally ? `throw ${name};` : '';
  return writer.inBlock(() => {
    writer.scope.reserve(name);
    const said = writer.say(`(${name} instanceof Error ? ${name}.message : 'no error')`);
    return `catch (${name}) { ${said} ${block(writer, 1).slice(1, -1)} ${again} }`;
  });
}

function finallyBlock(writer: Writer): string {
  return writer.inBlock(() => block(writer, 1), { inFinally: true, inLoop: false, result: undefined });
}
