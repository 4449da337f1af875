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
  // What certainly fails and then leaves would make the rest of the block unreachable.
  const fails = choices.chance(40);
  const body = fails ? failing(writer) : block(writer, 2);
  return [
    choices.weighted([
      [4, () => `try ${body} ${caught(writer, !fails)}`],
      [1, () => `try ${body} catch ${block(writer, 1, [], !fails)}`],
      [2, () => `try ${body} ${caught(writer, !fails)} finally ${finallyBlock(writer)}`],
      [1, () => `try { try ${body} finally ${finallyBlock(writer)} } ${caught(writer, !fails)}`],
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

function caught(writer: Writer, mayJump: boolean): string {
  const name = writer.freshName();
  const again = mayJump && writer.choices.chance(10) && !writer.place.inFinally ? `throw ${name};` : '';
  return writer.inBlock(() => {
    writer.scope.reserve(name);
    const said = writer.say(`(${name} instanceof Error ? ${name}.message : 'no error')`);
    return `catch (${name}) { ${said} ${block(writer, 1, [], mayJump).slice(1, -1)} ${again} }`;
  });
}

function finallyBlock(writer: Writer): string {
  return writer.inBlock(() => block(writer, 1), { inFinally: true, inLoop: false, result: undefined });
}
