/** `switch` on literals: shared labels, `default` among them, bodies that leave in several ways. */
import { quoted, separatorText } from '../domain/texts';
import { hostileNumber, numberText } from '../domain/numbers';
import { tested } from './conditions';
import { same } from './expressions';
import { block, jump, statements } from './statements';
import { mode, number, text, type Data } from './types';
import type { Writer } from './writer';

export function switchStatement(writer: Writer): readonly string[] {
  const { choices } = writer;
  const type = choices.oneOf<Data>([text, number, mode]);
  const labels = [...new Set(Array.from({ length: 1 + choices.below(4) }, () => label(writer, type)))];
  const met = labels[choices.below(labels.length)];
  const subject = met !== undefined && choices.chance(60) ? same(type, met) : tested(writer, type, 2);
  const hidden = writer.narrowedBy(subject);
  const heads = withDefault(
    writer,
    labels.map((each) => `case ${each}:`),
  );
  const clauses = heads.map((head, index) => {
    const isLast = index === heads.length - 1;
    const isShared = !isLast && choices.chance(40);
    return isShared ? head : `${head} ${clause(writer, hidden, isLast)}`;
  });
  writer.scope.hide(hidden);
  return [`switch (${subject}) { ${clauses.join('\n')} }`];
}

/** `default` stands last, or anywhere among the labels: what no label names goes there all the same. */
function withDefault({ choices }: Writer, labels: readonly string[]): readonly string[] {
  if (!choices.chance(70)) return labels;
  const place = choices.chance(50) ? labels.length : choices.below(labels.length + 1);
  return [...labels.slice(0, place), 'default:', ...labels.slice(place)];
}

function label(writer: Writer, type: Data): string {
  const { choices } = writer;
  if (type.kind === 'choice') return quoted(choices.oneOf(type.literals));
  return type.kind === 'number'
    ? numberText(hostileNumber(choices)).replace(/^\((.*)\)$/, '$1')
    : quoted(separatorText(choices));
}

/** A body that leaves the switch; the last one need not. */
function clause(writer: Writer, hidden: readonly string[], isLast = false): string {
  const { choices } = writer;
  if (choices.chance(40)) {
    const inner = block(writer, 1, hidden);
    return isLast || /\b(continue|break|return;|throw [^\n]*;|return [^\n]*;) }$/.test(inner)
      ? inner
      : `${inner.slice(0, -1)} break; }`;
  }
  return writer.inBlock(() => {
    writer.scope.hide(hidden);
    const said = writer.choices.chance(50) ? [] : statements(writer, 0);
    const leave = writer.place.inLoop && choices.chance(20) ? jump(writer) : [];
    return [...said, writer.trace(), ...(leave.length === 0 ? (isLast ? [] : ['break;']) : leave)].join('\n');
  });
}
