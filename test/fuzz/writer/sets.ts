/** Sets of texts. They stay in variables, parameters and results: whoever says one says a copy. */
import { hostileText, quoted, separatorText } from '../domain/texts';
import { expression, leaf, same } from './expressions';
import type { SetVariable } from './scope';
import { flag, listOf, text } from './types';
import type { Writer } from './writer';

/** Functions that take and return sets, by their names. */
export const setDeclarations: { readonly [name: string]: string } = {
  grown: `function grown(set: Set<string>, texts: readonly string[]): Set<string> {
  for (const each of texts) set.add(each);
  return set;
}`,
  holdsAll: `function holdsAll(set: ReadonlySet<string>, texts: readonly string[] = ['']): boolean {
  return texts.every((each) => set.has(each));
}`,
};

export function setStatement(writer: Writer): readonly string[] {
  const found = writer.scope.sets;
  const set = found[writer.choices.below(found.length)];
  if (set === undefined) return declared(writer);
  return writer.choices.weighted([
    [2, () => declared(writer)],
    [5, () => changed(writer, set)],
    [3, () => visited(writer, set)],
    [2, () => maybeAbsent(writer, set)],
    [2, () => passed(writer, set)],
  ])();
}

/** `const set = new Set(['a', 'b']);` and what is done with it at once. */
function declared(writer: Writer): readonly string[] {
  const { choices } = writer;
  const elements = Array.from({ length: choices.below(5) }, () => quoted(hostileText(choices)));
  const value = choices.weighted<() => string>([
    [4, () => (elements.length === 0 ? 'new Set<string>()' : `new Set([${elements.join(', ')}])`)],
    [2, () => `new Set(${expression(writer, listOf(text), 2, true)})`],
    [1, () => `new Set([${[...elements, expression(writer, text, 2, true)].join(', ')}])`],
  ])();
  const assignable = choices.chance(30);
  const name = writer.freshName();
  const set = { name, elements, assignable };
  writer.scope.declareSet(set);
  const annotation = choices.chance(30) ? ': Set<string>' : '';
  return [`${assignable ? 'let' : 'const'} ${name}${annotation} = ${value};`, ...changed(writer, set)];
}

/** A text that is perhaps in the set, also one that is put together anew. */
function element(writer: Writer, { elements }: SetVariable): string {
  const { choices } = writer;
  const known = elements[choices.below(elements.length)];
  if (known === undefined || choices.chance(40)) return expression(writer, text, 1, true);
  return choices.oneOf([known, `\`\${${known}}\``, `\`\${${known}}\${${leaf(writer, text, true)}}\``]);
}

function changed(writer: Writer, set: SetVariable): readonly string[] {
  const { choices } = writer;
  const { name } = set;
  const one = element(writer, set);
  return choices.weighted<() => readonly string[]>([
    [4, () => [`${name}.add(${one});`]],
    [1, () => [`${name}.delete(${one});`]],
    [2, () => [`if (${name}.delete(${one})) ${writer.trace()}`]],
    [3, () => [writer.say(`JSON.stringify([...${name}, \`\${${name}.delete(${one})}\`, ...${name}])`)]],
    [
      2,
      () => [
        writer.say(
          `JSON.stringify([${name}.size, ${name}.has(${one}), ${name}.delete(${one}), ${name}.has(${one}), ${name}.size])`,
        ),
      ],
    ],
    [2, () => [`${leaf(writer, listOf(text), true)}.forEach((eachOne) => ${name}.add(eachOne));`]],
    [set.assignable ? 2 : 0, () => [`${name} = new Set(${expression(writer, listOf(text), 1, true)});`]],
  ])();
}

/** A loop over the set itself only reads; one over a copy may change it. */
function visited(writer: Writer, { name }: SetVariable): readonly string[] {
  const { choices } = writer;
  const leave = `if (eachOne === ${quoted(separatorText(choices))}) ${choices.oneOf(['continue', 'break'])};`;
  const part = leaf(writer, text, true);
  const all = writer.freshName();
  writer.scope.declare({ name: all, type: text, assignable: true, sink: false });
  return choices.weighted<readonly string[]>([
    [3, [`let ${all} = '';`, `for (const eachOne of ${name}) { ${leave} ${all} += eachOne + ${part}; }`]],
    [
      1,
      [
        `let ${all} = '';`,
        `for (const eachOne of new Set([...${name}, ${part}].toReversed())) { ${all} += eachOne + '|'; }`,
      ],
    ],
    [
      2,
      [
        `let ${all} = '';`,
        `for (const eachOne of [...${name}]) { ${name}.delete(eachOne); ${name}.add(eachOne + 'x'); ${all} += eachOne; }`,
      ],
    ],
  ]);
}

/** A set that is there or not. */
function maybeAbsent(writer: Writer, set: SetVariable): readonly string[] {
  const test = same(flag, expression(writer, flag, 1));
  const one = element(writer, set);
  const name = writer.freshName();
  writer.scope.reserve(name);
  return [
    `const ${name}: Set<string> | undefined = ${test} ? ${set.name} : undefined;`,
    writer.say(
      `JSON.stringify([${name}?.size ?? -1, ${name}?.has(${one}), ${name}?.delete(${one}), [...(${name} ?? ${set.name})]])`,
    ),
    writer.choices.oneOf([
      `${name}?.add(${one});`,
      `if (${name}) ${writer.trace()} else ${writer.trace()}`,
      `if (!${name} || ${name}.size > 1) ${writer.trace()}`,
    ]),
  ];
}

/** To functions and back. */
function passed(writer: Writer, set: SetVariable): readonly string[] {
  const { choices } = writer;
  const texts = expression(writer, listOf(text), 1, true);
  const name = writer.freshName();
  return choices.weighted<() => readonly string[]>([
    [
      2,
      () => {
        writer.scope.declareSet({ name, elements: set.elements, assignable: false });
        return [`const ${name} = grown(${set.name}, ${texts});`];
      },
    ],
    [1, () => [writer.say(`JSON.stringify([holdsAll(${set.name}, ${texts}), holdsAll(${set.name})])`)]],
    [1, () => [writer.say(`JSON.stringify([...grown(new Set(${texts}), [...${set.name}])])`)]],
  ])();
}

/** A set in front of one of its members: a variable, or one that is made there. */
export function anySet(writer: Writer, depth: number): string {
  const { choices, scope } = writer;
  const made = `new Set(${expression(writer, listOf(text), depth - 1, true)})`;
  return choices.oneOf([made, ...scope.sets.map(({ name }) => name)]);
}

/** Copies of the sets that are visible. */
export function setCopies({ scope }: Writer): readonly string[] {
  return scope.sets.map(({ name }) => `[...${name}]`);
}
