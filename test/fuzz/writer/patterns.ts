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
  '[\\D]',
  '[,\\W]',
  '\\x07',
  '[\\u0009-\\x0d]',
] as const;
const quantifiers = ['', '+', '*', '?', '{2}', '{1,}', '{0,2}', '+?', '*?', '??', '{1,2}?'] as const;
const assertions = ['^', '$', '\\b', '\\B', '(?=a)', '(?!b)', '(?=$)'] as const;

/** `/source/flags`. @param global whether it has the flag g, as `replaceAll` wants it */
export function patternLiteral(choices: Choices, global: boolean): string {
  const source = alternatives(choices, 2);
  return `/${source}/${global ? 'g' : ''}${choices.chance(30) ? 'i' : ''}`;
}

/**
 * A pattern that probably matches in the text.
 * @param global whether it has the flag g
 */
export function patternIn(choices: Choices, subject: string, global: boolean): string {
  // `$` of other languages also matches in front of a line end.
  const isBeforeEnd = subject.endsWith('\n') && choices.chance(70);
  const start = isBeforeEnd ? subject.length - 2 : choices.below(subject.length + 1);
  const found = subject.slice(Math.max(0, start), start + 1 + choices.below(2)).replace(/[^ -~]/g, '');
  if (found === '') return patternLiteral(choices, global);
  const ignoresCase = choices.chance(40);
  const core = (ignoresCase ? swapCase(found) : found).replace(/[^A-Za-z0-9 ]/g, '\\$&');
  const [front, behind] = choices.oneOf<readonly [front: string, behind: string]>([
    ['', ''],
    ['', '$'],
    ['(', ')'],
    ['^', ''],
    ['\\b', ''],
  ]);
  const end = isBeforeEnd && behind !== '$' && choices.chance(60) ? '$' : '';
  return `/${front}${core}${behind}${end}/${global ? 'g' : ''}${ignoresCase ? 'i' : ''}`;
}

function swapCase(text: string): string {
  return text === text.toUpperCase() ? text.toLowerCase() : text.toUpperCase();
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
