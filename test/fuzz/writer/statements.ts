/** Statements. After each of them the newest variables are said. */
import { assignment } from './assignments';
import { condition } from './conditions';
import { declaration } from './variables';
import { closureStatement } from './closures';
import { commented, remarkAtEnd } from './comments';
import { tryStatement, throwStatement } from './failures';
import { expression } from './expressions';
import { formStatement } from './forms';
import { linkStatement } from './links';
import { loop } from './loops';
import { rareStatement } from './rare';
import { setStatement } from './sets';
import { specialStatement } from './special';
import { stepStatement } from './steps';
import { switchStatement } from './switches';
import type { Writer } from './writer';

/** At most so many statements, each with what it says. */
export function statements(writer: Writer, count: number): string[] {
  const lines: string[] = [];
  for (let index = 0; index < count && writer.spend(); index++) {
    lines.push(...commented(writer, statement(writer)), writer.trace());
  }
  return lines;
}

/** A block in braces with statements of its own. */
export function block(writer: Writer, count: number, hidden: readonly string[] = [], mayJump = true): string {
  return writer.inBlock(() => {
    writer.scope.hide(hidden);
    const inner = [...statements(writer, count), writer.trace()];
    const last = mayJump ? jump(writer) : [];
    return last.length > 0
      ? `{ ${[...inner, ...last].join('\n')} }`
      : `{ ${[...inner, ...remarkAtEnd(writer)].join('\n')}\n}`;
  });
}

function statement(writer: Writer): readonly string[] {
  const { choices, colour } = writer;
  return choices.weighted<() => readonly string[]>([
    [8, () => declaration(writer)],
    [5, () => assignment(writer)],
    [3, () => ifStatement(writer)],
    [3, () => loop(writer)],
    [2, () => switchStatement(writer)],
    [2, () => tryStatement(writer)],
    [4, () => specialStatement(writer)],
    [2, () => linkStatement(writer)],
    [2, () => setStatement(writer)],
    [1, () => rareStatement(writer)],
    [2, () => formStatement(writer)],
    [colour === 'pipeline' ? 4 : 0, () => closureStatement(writer)],
    [colour === 'pipeline' ? 8 : 0, () => stepStatement(writer)],
  ])();
}

function ifStatement(writer: Writer): readonly string[] {
  const { choices } = writer;
  const test = condition(writer, 2);
  const hidden = writer.narrowedBy(test);
  const text = choices.weighted([
    [3, () => `if (${test}) ${block(writer, 2, hidden)}`],
    [3, () => `if (${test}) ${block(writer, 2, hidden)} else ${block(writer, 2, hidden)}`],
    [1, () => `if (${test}) ${writer.trace()} else ${writer.trace()}`],
    [1, () => elseIf(writer, test, hidden)],
  ])();
  // A branch that leaves tells the checker what holds behind the statement.
  if (/\b(return|continue|break|throw)\b/.test(text)) writer.scope.hide(hidden);
  return [text];
}

function elseIf(writer: Writer, test: string, hidden: readonly string[]): string {
  return writer.inBlock(() => {
    const first = block(writer, 1, hidden);
    writer.scope.hide(hidden);
    const second = condition(writer, 1);
    const both = [...hidden, ...writer.narrowedBy(second)];
    return `if (${test}) ${first} else if (${second}) ${block(writer, 1, both)} else ${block(writer, 1, both)}`;
  });
}

/** Sometimes a block ends in a jump. */
export function jump(writer: Writer): readonly string[] {
  const { choices, place } = writer;
  if (!choices.chance(place.inLoop ? 35 : 15)) return [];
  return choices.weighted<() => readonly string[]>([
    [place.inLoop ? 6 : 0, () => ['continue;']],
    [place.inLoop ? 4 : 0, () => ['break;']],
    [place.result === undefined || place.inFinally ? 0 : 3, () => [returnStatement(writer)]],
    [place.inFinally ? 0 : 1, () => [throwStatement(writer)]],
    [1, () => []],
  ])();
}

function returnStatement(writer: Writer): string {
  const { result } = writer.place;
  return result === undefined || result === 'nothing'
    ? 'return;'
    : `return ${expression(writer, result, 1, true)};`;
}
