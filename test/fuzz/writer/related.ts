/**
 * Members of the language on values that have to do with each other: what is searched for occurs, positions lie at the
 * ends, elements are equal, and what a member must not change is said behind it.
 */
import type { Choices } from '../choices';
import { hostileNumber, numberText } from '../domain/numbers';
import { hostileText, keyText, quoted, replacementText, separatorText } from '../domain/texts';
import { anyType, expression, literal, same } from './expressions';
import { changing, comparesElements, isIterable, isUsable, use, type Binding, type Related } from './members';
import { members, type Member } from './signatures';
import { patternIn } from './patterns';
import { isPrimitive, isSame, listOf, number, recordOf, shapes, text, type Data } from './types';
import type { Writer } from './writer';

/** Several members at once, said together with the list that they read. */
export function severalMembers(writer: Writer, count: number): readonly string[] {
  const { choices } = writer;
  const name = writer.freshName();
  writer.scope.reserve(name);
  const list = makeList(writer, name);
  const uses = Array.from({ length: count }, () => relatedUse(writer, list));
  const change = choices.chance(40) ? changeOf(writer, list) : [];
  return [
    `const ${name} = ${same(listOf(list.element), `[${list.elements.join(', ')}]`)};`,
    writer.say(`JSON.stringify([${uses.join(', ')}, ${name}])`),
    ...change,
  ];
}

interface List {
  readonly name: string;
  readonly element: Data;
  readonly elements: readonly string[];
}

/** A list in which an element stands twice; of objects some are equal to sort. */
function makeList(writer: Writer, name: string): List {
  const { choices } = writer;
  const element = choices.weighted<() => Data>([
    [6, () => number],
    [4, () => text],
    [4, () => ({ kind: 'object', shape: shapes[0] })],
    [2, () => listOf(anyType(writer, 0))],
    [1, () => anyType(writer, 1)],
  ])();
  const elements = Array.from({ length: 1 + choices.below(4) }, () =>
    element.kind === 'object' && element.shape === shapes[0]
      ? `{ id: ${quoted(hostileText(choices))}, size: ${choices.below(2)}, empty: false }`
      : literal(writer, element, 1),
  );
  const twice = elements[choices.below(elements.length)];
  if (twice !== undefined && choices.chance(60))
    elements.splice(choices.below(elements.length + 1), 0, twice);
  return { name, element, elements };
}

function relatedUse(writer: Writer, list: List): string {
  const { choices } = writer;
  const usable = members.filter(
    (each) => isUsable(writer, each) && each.result.kind !== 'nothing' && !isIterable(each),
  );
  // Where Groovy's own member differs, a mistake is more likely.
  const weighted = [...usable, ...usable.filter(({ entry }) => entry.differs !== undefined)];
  const member = weighted[choices.below(weighted.length)];
  if (member === undefined) return '0';
  switch (member.receiver) {
    case 'text': {
      const subject = subjectText(writer);
      const receiver = choices.chance(70) ? quoted(subject) : expression(writer, text, 1);
      return use(writer, member, new Map(), 1, receiver, ofText(writer, subject));
    }
    case 'list': {
      if (!fits(member, list) || choices.chance(15)) return use(writer, member, new Map(), 1);
      return use(writer, member, elementsOf(member, list), 1, list.name, ofList(writer, list));
    }
    case 'pattern': {
      const subject = subjectText(writer);
      return use(writer, member, new Map(), 1, patternIn(choices, subject, false), {
        value: () => quoted(subject),
      });
    }
    default:
      return use(writer, member, new Map(), 1, undefined, ofNothing(writer, list));
  }
}

/** Whether the member takes the elements of the list: some compare them, `flat` wants lists. */
function fits(member: Member, { element }: List): boolean {
  if (member.entry.member === 'flat') return element.kind === 'list';
  return !comparesElements(member) || isPrimitive(element);
}

function elementsOf(member: Member, { element }: List): Binding {
  const isFlat = member.entry.member === 'flat' && element.kind === 'list';
  return new Map([['T', element], ...(isFlat ? ([['Element', element.element]] as const) : [])]);
}

/** What stands around a text: white space of some languages, and what others take for it. */
const edges = [' ', '\u00a0', '\ufeff\t', '\u0001', '\n', '', '\u2028 '] as const;

/** A text in which parts occur again. */
function subjectText({ choices }: Writer): string {
  const part = hostileText(choices);
  return choices.weighted([
    [3, () => part],
    [2, () => part + separatorText(choices) + part],
    [2, () => `${separatorText(choices)}${part}${separatorText(choices)}${hostileText(choices)}`],
    [1, () => part.toUpperCase() + part],
    [4, () => `${part}\n`],
    [3, () => choices.oneOf(edges) + part + choices.oneOf(edges)],
  ])();
}

function ofText({ choices }: Writer, subject: string): Related {
  const from = choices.below(subject.length + 1);
  const part = subject.slice(from, from + choices.below(3));
  const value: Related['value'] = (type, domain) => {
    if (domain === 'separator' && choices.chance(20)) return undefined;
    if (domain === 'size' && choices.chance(60)) return numberText(subject.length + choices.below(5));
    if (isSame(type, text) && choices.chance(70))
      return quoted(domain === 'text' && choices.chance(70) ? replacementText(choices) : part);
    return isSame(type, number) && choices.chance(60) ? positionText(choices, subject.length) : undefined;
  };
  return { value, pattern: (global) => patternIn(choices, subject, global) };
}

function ofList({ choices }: Writer, { element, elements }: List): Related {
  const value: Related['value'] = (type, domain) => {
    if (domain === 'index' || domain === 'count')
      return choices.chance(60) ? positionText(choices, elements.length) : undefined;
    if (!isSame(type, element) || !choices.chance(85)) return undefined;
    const same1 = elements[choices.below(elements.length)];
    // A number that was computed is of another class.
    return isSame(type, number) && choices.chance(70) ? `(${same1} * 1)` : same1;
  };
  return { value };
}

/** A position near the ends, also from behind and between two. */
function positionText(choices: Choices, length: number): string {
  const position = choices.below(2 * length + 4) - length - 1;
  return numberText(choices.chance(25) ? position + 0.5 : position);
}

function ofNothing({ choices }: Writer, { name }: List): Related {
  const value: Related['value'] = (type, domain) => {
    if (domain === 'size') return String(choices.below(5));
    if (isSame(type, number) && domain !== 'count' && choices.chance(60))
      return numberText(hostileNumber(choices));
    return isSame(type, recordOf(number)) && choices.chance(60) ? recordText(choices) : undefined;
  };
  return { value, unknown: () => (choices.chance(60) ? name : undefined) };
}

/** A record with keys of which some come first. */
function recordText(choices: Choices): string {
  const keys = new Set(Array.from({ length: 3 + choices.below(3) }, () => keyText(choices)));
  return `{ ${[...keys].map((key, index) => `${quoted(key)}: ${index}`).join(', ')} }`;
}

/** The list is changed behind its other uses. */
function changeOf(writer: Writer, list: List): readonly string[] {
  const fitting = members.filter(
    ({ entry: { member, colour } }) =>
      changing.includes(member) && (colour === 'any' || writer.colour === 'pure'),
  );
  const member = fitting[writer.choices.below(fitting.length)];
  if (member === undefined) return [];
  const change = use(writer, member, elementsOf(member, list), 1, list.name, ofList(writer, list));
  return [`${change};`, writer.say(`JSON.stringify(${list.name})`)];
}
