/** Regular expressions of the portable subset, over an alphabet that hostile texts have. */
import type { Choices } from '../choices';

const atoms = [
  'a',
  'b',
  'X',
  '.',
  '\\d',
  '\\w',
  '\\s',
  '\\D',
  '\\W',
  '\\S',
  '[a-z]',
  '[^a-c]',
  '[A-Z0-9_.-]',
  '[\\w-]',
  '[\\s\\S]',
  '\\.',
  '\\$',
  '\\\\',
  '\\/',
  '\\n',
  '\\t',
  '\\x41',
  '\\u0062',
  '[^\\d,]',
  '[\\]^-]',
  '-',
  ' ',
  ',',
  '\\(',
  '"',
  "'",
  '[\\b]',
  '\\0',
  '&',
  '[&&a]',
  '[a[]',
  '#',
  '\\v',
  '\\f',
  '\\r',
] as const;
const quantifiers = ['', '+', '*', '?', '{2}', '{1,}', '{0,2}', '+?', '*?', '??', '{1,2}?'] as const;
const assertions = ['^', '$', '\\b', '\\B', '(?=a)', '(?!b)', '(?=$)'] as const;

/** `/source/flags`. @param global whether it has the flag g, as `replaceAll` wants it */
export function patternLiteral(choices: Choices, global: boolean): string {
  const source = alternatives(choices, 2);
  return `/${source}/${global ? 'g' : ''}${choices.chance(30) ? 'i' : ''}`;
}

function alternatives(choices: Choices, depth: number): string {
  const parts = [sequence(choices, depth)];
  while (choices.chance(20)) parts.push(sequence(choices, depth));
  return parts.join('|');
}

function sequence(choices: Choices, depth: number): string {
  const parts = [repeated(choices, depth)];
  while (choices.chance(40)) parts.push(repeated(choices, depth));
  if (choices.chance(25)) parts.splice(choices.below(parts.length + 1), 0, choices.oneOf(assertions));
  return parts.join('');
}

function repeated(choices: Choices, depth: number): string {
  if (depth > 0 && choices.chance(20)) {
    // What captures is never repeated, what is repeated is never empty.
    return choices.chance(50)
      ? `(${alternatives(choices, depth - 1)})`
      : `(?:a|${choices.oneOf(atoms)})${choices.oneOf(['+', '', '*', '{2}'])}`;
  }
  return choices.oneOf(atoms) + choices.oneOf(quantifiers);
}
