/** One function of TypeScript, or several, for each member of the language: what it is called with, and how. */
import fc from 'fast-check';
import type { Builtin, Domain } from '../../../src/compiler/builtins/builtin';
import { hostile } from './hostile-values';
import { patterns } from './hostile-patterns';

export interface HostileFunction {
  readonly name: string;
  /** `export function name(…) { return …; }` */
  readonly source: string;
  /** Its arguments. */
  readonly values: fc.Arbitrary<unknown[]>;
}

const types: { readonly [domain in Domain]: string } = {
  text: 'string',
  separator: 'string',
  numeral: 'string',
  number: 'number',
  index: 'number',
  count: 'number',
  digits: 'number',
  ten: '10',
  list: '(string | number | boolean | undefined)[]',
  set: 'readonly string[]',
  lists: 'readonly (readonly (string | undefined)[])[]',
  size: 'number',
  record: '{ readonly [key: string]: string }',
  pairs: 'readonly (readonly [string, string])[]',
  value: 'unknown',
  scalar: 'string | number | boolean',
};

/** A callback by what it returns, for a list of texts. */
const callbacks: { readonly [result in NonNullable<Builtin['callback']>['result']]: string } = {
  boolean: '(each) => each.length > 1',
  number: '(left, right) => left.length - right.length',
  list: "(each) => each.split('')",
  value: '(each, index) => `${each}${index}`',
  nothing: '(each) => { seen.push(each); }',
};

/** Operators, whose operands are as hostile. */
export const operators: readonly HostileFunction[] = [
  ...['+', '-', '*', '/', '%', '<', '<=', '>', '>=', '===', '!=='].map((operator, index) => ({
    name: `number_operator_${index}`,
    source: `export function number_operator_${index}(a: number, b: number): unknown { return a ${operator} b; }`,
    values: fc.tuple(hostile.number, hostile.number),
  })),
  ...['+', '<', '<=', '>', '>=', '===', '!=='].map((operator, index) => ({
    name: `text_operator_${index}`,
    source: `export function text_operator_${index}(a: string, b: string): unknown { return a ${operator} b; }`,
    values: fc.tuple(hostile.text, hostile.text),
  })),
  {
    name: 'template',
    source: 'export function template(a: number, b: string): unknown { return `${a}-${b}${-a}`; }',
    values: fc.tuple(hostile.number, hostile.text),
  },
];

/** The functions of an entry. */
export function functionsFor(entry: Builtin): readonly HostileFunction[] {
  const name = `${entry.owner.charAt(0).toLowerCase()}${entry.owner.slice(1)}_${entry.member}`;
  if ((entry.owner + entry.signature).includes('RegExp'))
    return [...withPatterns(entry, name), ...withText(entry, name)];
  if (entry.callback !== undefined) {
    const isOptional = /\(\w+\?: \(/.test(entry.signature);
    const without = isOptional ? [simple(entry, `${name}_0`, 'list', [], 'string[]', hostile.text)] : [];
    return [withCallback(entry, name), ...without];
  }
  if (entry.signature.startsWith('new ')) return [newSet(name)];
  if (entry.domain.receiver === 'set') return [withSet(entry, name)];
  if (entry.domain.receiver !== 'list') return withOptional(entry, name, entry.domain.receiver);
  const texts = withOptional(entry, `${name}_texts`, 'list', 'string[]', hostile.text);
  const numbers = withOptional(entry, `${name}_numbers`, 'list', 'number[]', hostile.number);
  return [...withOptional(entry, name, 'list'), ...texts, ...numbers];
}

/** The function with all arguments, and one without each optional argument. */
function withOptional(
  entry: Builtin,
  name: string,
  receiver: Domain | undefined,
  listType?: string,
  element?: fc.Arbitrary<unknown>,
): readonly HostileFunction[] {
  const required = entry.signature
    .replace(/^[^(]*/, '')
    .split(/[(),]/)
    .filter((part) => /^\s*(?!this\b)\w+:/.test(part)).length;
  const { args } = entry.domain;
  const counts =
    args.length === 0
      ? [0]
      : [...new Set([Math.min(required, args.length), args.length])].filter(
          (count) => count > 0 || required === 0,
        );
  return counts.map((count) =>
    simple(entry, `${name}_${count}`, receiver, args.slice(0, count), listType, element),
  );
}

function simple(
  entry: Builtin,
  name: string,
  receiver: Domain | undefined,
  args: readonly Domain[],
  listType = types.list,
  element?: fc.Arbitrary<unknown>,
): HostileFunction {
  const typeOf = (domain: Domain): string =>
    domain === 'list'
      ? listType
      : domain === 'value' && receiver === 'list'
        ? listType.replace(/\[\]$/, '')
        : types[domain];
  const generator = (domain: Domain): fc.Arbitrary<unknown> => {
    if (domain === 'list' && element !== undefined) return fc.array(element, { maxLength: 8 });
    if (domain === 'value' && receiver === 'list') return element ?? hostile.scalar;
    return domain === 'lists' || domain === 'record' || domain === 'pairs'
      ? textual[domain]
      : hostile[domain];
  };
  const parameters = args.map((domain, index) => `a${index}: ${typeOf(domain)}`);
  const given = args.map((domain, index) =>
    domain === 'size' ? `{ length: a${index} }` : domain === 'ten' ? '10' : `a${index}`,
  );
  const isProperty = !entry.signature.includes('(');
  const front = receiver === undefined ? staticName(entry) : `receiver.${entry.member}`;
  const call = isProperty ? front : `${front}(${given.join(', ')})`;
  const all = [...(receiver === undefined ? [] : [`receiver: ${typeOf(receiver)}`]), ...parameters];
  const used = all.filter((parameter) => !parameter.endsWith(': 10'));
  return {
    name,
    source: `export function ${name}(${used.join(', ')}): unknown { ${bodyOf(entry, call)} }`,
    values: fc.tuple(
      ...[...(receiver === undefined ? [] : [receiver]), ...args.filter((domain) => domain !== 'ten')].map(
        generator,
      ),
    ),
  };
}

/** What changes its receiver shows it; an iterable is made a list. */
function bodyOf({ member, signature }: Builtin, call: string): string {
  if (member === 'entries' && signature.includes('Iterable')) {
    return `const pairs: unknown[] = []; for (const [index, each] of ${call}) { pairs.push([index, each]); } return pairs;`;
  }
  if (['push', 'unshift'].includes(member)) return `${call}; return receiver;`;
  if (['pop', 'shift'].includes(member)) return `const taken = ${call}; return [taken, receiver];`;
  return `return ${call};`;
}

function staticName({ owner, member }: Builtin): string {
  return owner === 'global' ? member : `${owner.replace(/Constructor$/, '')}.${member}`;
}

/** Where TypeScript wants values of one type. */
const textual = {
  lists: fc.array(fc.array(hostile.text, { maxLength: 4 }), { maxLength: 4 }),
  record: hostile.record,
  pairs: hostile.pairs,
};

function withCallback(entry: Builtin, name: string): HostileFunction {
  const { member, callback } = entry;
  const written =
    member === 'reduce' ? '(all, each) => `${all}${each}`' : callbacks[callback?.result ?? 'value'];
  const call = `receiver.${member}(${written}${member === 'reduce' ? ", '-'" : ''})`;
  const body =
    callback?.result === 'nothing' ? `const seen: string[] = []; ${call}; return seen;` : `return ${call};`;
  return {
    name,
    source: `export function ${name}(receiver: string[]): unknown { ${body} }`,
    values: fc.tuple(fc.array(hostile.text, { maxLength: 12 })),
  };
}

/** Texts of which some stand twice. */
const fewTexts = fc.array(fc.oneof(fc.constantFrom('', 'a', 'A', '0', '10', 'class'), hostile.text), {
  maxLength: 10,
});

function newSet(name: string): HostileFunction {
  return {
    name,
    source: `export function ${name}(list: string[]): unknown { const set = new Set(list); return [...set]; }`,
    values: fc.tuple(fewTexts),
  };
}

/** A member of a set, what it gives, and the set after it. */
function withSet({ member, signature }: Builtin, name: string): HostileFunction {
  const use = `set.${member}${signature.includes('(') ? '(text)' : ''}`;
  const body = signature.endsWith('void') ? `${use}; const given = '';` : `const given = ${use};`;
  return {
    name,
    source: `export function ${name}(list: string[], text: string): unknown { const set = new Set(list); ${body} const seen: string[] = []; for (const each of set) { seen.push(each); } return [given, seen, text]; }`,
    values: fewTexts.chain((list) =>
      fc.tuple(fc.constant(list), fc.oneof(hostile.text, fc.constantFrom('a', ...list))),
    ),
  };
}

/** A member that takes a text where it may also take a regular expression. */
function withText(entry: Builtin, name: string): readonly HostileFunction[] {
  return entry.signature.includes('string | RegExp')
    ? [simple(entry, `${name}_text`, 'text', entry.domain.args)]
    : [];
}

function withPatterns(entry: Builtin, name: string): readonly HostileFunction[] {
  return patterns.map((pattern, index) => {
    const own = `${name}_${index}`;
    const isGlobal = entry.member === 'replaceAll' || entry.member === 'matchAll';
    const literal = isGlobal ? `${pattern}g` : pattern;
    const body =
      entry.member === 'test'
        ? `return ${literal}.test(text);`
        : entry.member === 'matchAll'
          ? `const found: unknown[] = []; for (const match of text.matchAll(${literal})) { found.push(match); } return found;`
          : `return text.${entry.member}(${literal}, replacement);`;
    const takesReplacement = body.includes('replacement');
    return {
      name: own,
      source: `export function ${own}(text: string${takesReplacement ? ', replacement: string' : ''}): unknown { ${body} }`,
      values: texts(takesReplacement ? 2 : 1),
    };
  });
}

/** A text with much to find, and what it is replaced with. */
function texts(count: number): fc.Arbitrary<unknown[]> {
  const letters = fc.constantFrom('a', 'b', 'ab', 'A', '-', ' ', '1', '\n', '.', '😀');
  const text = fc.oneof(
    fc.array(letters, { maxLength: 8 }).map((parts) => parts.join('')),
    hostile.text,
  );
  const references = fc.constantFrom(
    '$1',
    '$2',
    '$3',
    '$01',
    '$10',
    '$12',
    '$0',
    '$&',
    '$$',
    "$'",
    '$`',
    '<',
    '\\',
  );
  const replacement = fc.oneof(
    fc.array(references, { maxLength: 4 }).map((parts) => parts.join('')),
    hostile.text,
  );
  const values: readonly fc.Arbitrary<unknown>[] = [text, replacement];
  return fc.tuple(...values.slice(0, count));
}
