/** Members of `Math`. Results that are whole stay whole; there is no overflow. */
import type { Builtin } from './builtin';
import { builtin, byStaticHelper, helper, refuse } from './builtin';

/** A helper of two numbers on any count of them, from left to right. */
function pairwise(name: string): Builtin['groovy'] {
  return ({ args: [first, ...others] }) =>
    first === undefined
      ? refuse('it takes numbers')
      : others.reduce((result, other) => helper(name, result, other), first);
}

export const mathBuiltins = [
  builtin('Math', 'floor(value: number): number', {
    summary: 'The largest integer that is not greater.',
    colour: 'any',
    groovy: byStaticHelper('Numbers.floor'),
    differs: "Java's floor gives a Double, which prints as 1.0",
    examples: [
      ['Math.floor(7 / 2)', 3],
      ['Math.floor(-1.5)', -2],
      ['Math.floor(5)', 5],
    ],
    domain: { args: ['number'] },
  }),
  builtin('Math', 'ceil(value: number): number', {
    summary: 'The smallest integer that is not less.',
    colour: 'any',
    groovy: byStaticHelper('Numbers.ceil'),
    differs: "Java's ceil gives a Double, which prints as 1.0",
    examples: [
      ['Math.ceil(7 / 2)', 4],
      ['Math.ceil(-1.5)', -1],
    ],
    domain: { args: ['number'] },
  }),
  builtin('Math', 'round(value: number): number', {
    summary: 'The nearest integer; a half goes up.',
    colour: 'any',
    groovy: byStaticHelper('Numbers.round'),
    differs: "Java's round stops at the largest long",
    examples: [
      ['Math.round(2.5)', 3],
      ['Math.round(-2.5)', -2],
      ['Math.round(0.49999999999999994)', 0],
      ['Math.round(1e300)', 1e300],
    ],
    domain: { args: ['number'] },
  }),
  builtin('Math', 'trunc(value: number): number', {
    summary: 'The integer part.',
    colour: 'any',
    groovy: byStaticHelper('Numbers.trunc'),
    examples: [
      ['Math.trunc(-1.7)', -1],
      ['Math.trunc(1.7)', 1],
    ],
    domain: { args: ['number'] },
  }),
  builtin('Math', 'abs(value: number): number', {
    summary: 'The value without its sign.',
    colour: 'any',
    groovy: byStaticHelper('Numbers.abs'),
    differs: "Java's abs of the smallest long is negative",
    examples: [
      ['Math.abs(-5)', 5],
      ['Math.abs(-0.5)', 0.5],
    ],
    domain: { args: ['number'] },
  }),
  builtin('Math', 'sign(value: number): number', {
    summary: '1, 0 or -1.',
    colour: 'any',
    groovy: byStaticHelper('Numbers.sign'),
    differs: "Java's signum gives a Double, which prints as 1.0",
    examples: [
      ['Math.sign(-0.5)', -1],
      ['Math.sign(0)', 0],
      ['Math.sign(7)', 1],
    ],
    domain: { args: ['number'] },
  }),
  builtin('Math', 'sqrt(value: number): number', {
    summary: 'The square root; fails for a negative number.',
    colour: 'any',
    groovy: byStaticHelper('Numbers.sqrt'),
    differs: "Java's sqrt gives a Double, which prints as 3.0",
    narrower: 'fails where JavaScript gives NaN',
    examples: [
      ['Math.sqrt(9)', 3],
      ['Math.sqrt(2)', 1.4142135623730951],
    ],
    domain: { args: ['number'] },
  }),
  builtin('Math', 'min(left: number, right: number, ...others: number[]): number', {
    summary: 'The least of two numbers or more.',
    colour: 'any',
    groovy: pairwise('Numbers.min'),
    narrower: 'two numbers at least, no spread list',
    examples: [
      ['Math.min(2, 1.5)', 1.5],
      ['Math.min(-1, 1)', -1],
      ['Math.min(3, 1, 2, -0.5)', -0.5],
    ],
    refused: [
      ['Math.min(1)', 'TS2555'],
      ['const numbers = [1, 2, 3]; return Math.min(1, 2, ...numbers);', 'GIG1090'],
    ],
    domain: { args: ['number', 'number', 'number'] },
  }),
  builtin('Math', 'max(left: number, right: number, ...others: number[]): number', {
    summary: 'The greatest of two numbers or more.',
    colour: 'any',
    groovy: pairwise('Numbers.max'),
    narrower: 'two numbers at least, no spread list',
    examples: [
      ['Math.max(2, 1.5)', 2],
      ['Math.max(-1, 1)', 1],
      ['Math.max(1, 3, 2, 2.5)', 3],
    ],
    refused: [
      ['Math.max(1)', 'TS2555'],
      ['const numbers = [1, 2, 3]; return Math.max(1, 2, ...numbers);', 'GIG1090'],
    ],
    domain: { args: ['number', 'number', 'number'] },
  }),
];
