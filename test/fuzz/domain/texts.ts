/** Hostile texts. The first of each list is the simplest. */
import type { Choices } from '../choices';

const plain = ['a', '', 'b', 'ab', 'A', 'aXbXc', ' a b ', 'release/1.0'] as const;

const hostile = [
  '😀',
  'e\u0301',
  '\u0130\u0131\u00df',
  '\u03a3\u03c3\u03c2',
  'I\u0307',
  '\u00a0\ufeff\u2028x\u2029',
  '\u0001\u001f\u007f\b\f\v',
  '\t\r\n',
  'a\nb\n',
  '\ud800',
  '\udc00a',
  '👨‍👩‍👧',
  '$&',
  '$$',
  "$1$2$`$'",
  '${a}',
  '\\',
  '\\n\\u0041',
  '"',
  "'",
  "'''",
  '"""',
  '`',
  '.*+?^$()[]{}|/',
  '[a-z]',
  'null',
  'undefined',
  'true',
  '0',
  '-0',
  '1e21',
  '12',
  'a,b,,',
  ',',
  '$',
  '#{x}',
  '%s',
  '<a href="b">&amp;</a>',
  'x'.repeat(300),
] as const;

const separators = [
  '',
  ',',
  'a',
  'b',
  'X',
  '.',
  '-',
  ' ',
  '\n',
  '$',
  '\\',
  '|',
  'ab',
  '\ud83d',
  '\u0301',
  '*',
] as const;

/** Keys of records: some look like indexes, some are members of Groovy's or JavaScript's objects. */
const keys = [
  'a',
  'b',
  '10',
  '9',
  '01',
  '-1',
  '1.5',
  'class',
  'size',
  'get',
  'put',
  'constructor',
  'toString',
  'hasOwnProperty',
  'empty',
  'k v',
  '',
  '4294967295',
  '4294967294',
  '😀',
  '$x',
] as const;

/** A text as a receiver or an argument. */
export function hostileText(choices: Choices): string {
  return choices.weighted([
    [4, () => choices.oneOf(plain)],
    [5, () => choices.oneOf(hostile)],
    [1, () => choices.oneOf(hostile) + choices.oneOf(plain)],
  ])();
}

/** A short text that probably occurs in others. */
export function separatorText(choices: Choices): string {
  return choices.oneOf(separators);
}

const replacements = ['$&', '[$&]', '$$', '$`', "$'", '$1', '$'] as const;

/** What stands in for a match, with references to it. */
export function replacementText(choices: Choices): string {
  return choices.oneOf(replacements);
}

/** A key of a record. */
export function keyText(choices: Choices): string {
  return choices.oneOf(keys);
}

/** How a text is written in TypeScript. */
export function quoted(text: string): string {
  return JSON.stringify(text).replace(/[\u2028\u2029\u007f]/g, escapeUnit);
}

/** The same between backquotes, without a hole. */
export function backquoted(text: string): string {
  return `\`${templateText(text)}\``;
}

/** The text between two holes of a template. */
export function templateText(text: string): string {
  return JSON.stringify(text)
    .slice(1, -1)
    .replace(/\\"/g, '"')
    .replace(/[`$]/g, '\\$&')
    .replace(/[\u2028\u2029\u007f]/g, escapeUnit);
}

function escapeUnit(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

const numerals = ['12', '-1.5e3', ' 7 ', '0012', '.5', '5.', '1e21', '2.50', '9007199254740993'] as const;

/** A text that reads as a number in every way; what others do has its own tests. */
export function numeralText(choices: Choices): string {
  return choices.oneOf(numerals);
}
