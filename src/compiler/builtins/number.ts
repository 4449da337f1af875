/** Numbers and the conversions between numbers and text. */
import { builtin, byHelper, byStaticHelper, helper, refuse } from './builtin';

export const numberBuiltins = [
  builtin('Number', 'toString(): string', {
    summary: 'The number as text: `1`, `0.5`, `1e+21`.',
    colour: 'any',
    groovy: byHelper('Numbers.toText'),
    differs: 'Groovy prints 1.0 and 1.0E21',
    examples: [
      ['(0.1 + 0.2).toString()', '0.30000000000000004'],
      ['(5).toString()', '5'],
    ],
    domain: { receiver: 'number', args: [] },
  }),
  builtin('Number', 'toFixed(digits: number): string', {
    summary:
      'The number with so many digits behind the point, 0 to 100; the exact value is rounded, a half goes away from zero.',
    colour: 'any',
    groovy: byHelper('Decimals.toFixed'),
    differs: "Java's %.2f rounds the shortest text of the number, so that 1.005 becomes 1.01",
    examples: [
      ['(2.5).toFixed(0)', '3'],
      ['(1.005).toFixed(2)', '1.00'],
      ['(7 / 3).toFixed(1)', '2.3'],
      ['(-0.5).toFixed(0)', '-1'],
      ['(12).toFixed(2)', '12.00'],
      ['(1e21).toFixed(2)', '1e+21'],
    ],
    domain: { receiver: 'number', args: ['digits'] },
  }),
  builtin('global', 'parseInt(text: string, radix: 10): number', {
    summary: 'The whole number that a text begins with, in decimal; fails when it begins with none.',
    colour: 'any',
    groovy: ({ args: [text] }) =>
      text === undefined ? refuse('it takes a text') : helper('Decimals.parseInt', text),
    differs: "Java's parseInt refuses spaces and what follows the digits, and stops at 2147483647",
    narrower: 'base 10 only; fails where JavaScript gives NaN',
    examples: [
      ["parseInt('42', 10)", 42],
      ["parseInt(' -7px', 10)", -7],
      ["parseInt('9007199254740993', 10)", 9007199254740992],
    ],
    refused: [
      ["parseInt('42')", 'TS2554'],
      ["parseInt('ff', 16)", 'TS2345'],
    ],
    domain: { args: ['numeral', 'ten'] },
  }),
  builtin('global', 'parseFloat(text: string): number', {
    summary: 'The decimal number that a text begins with; fails when it begins with none.',
    colour: 'any',
    groovy: byStaticHelper('Decimals.parseFloat'),
    differs: "Java's parseDouble refuses what follows the number, and takes 1d, 0x1p3 and NaN",
    narrower: 'fails where JavaScript gives NaN or an infinity',
    examples: [
      ["parseFloat('3.14abc')", 3.14],
      ["parseFloat(' .5')", 0.5],
      ["parseFloat('1e3')", 1000],
    ],
    domain: { args: ['numeral'] },
  }),
  builtin('global', 'Number(text: string): number', {
    summary:
      'The number that a whole text stands for; an empty one stands for 0, any other that is none fails.',
    colour: 'any',
    groovy: byStaticHelper('Decimals.parse'),
    differs: "Groovy's toDouble refuses an empty text and 0x1f, and takes 1d",
    narrower: 'texts only; fails where JavaScript gives NaN or an infinity',
    examples: [
      ["Number('42')", 42],
      ["Number(' 1.50\\n')", 1.5],
      ["Number('')", 0],
      ["Number('0x1F')", 31],
      ["Number('1e3')", 1000],
    ],
    domain: { args: ['numeral'] },
  }),
  builtin('NumberConstructor', 'isInteger(value: number): boolean', {
    summary: 'Whether a number is whole.',
    colour: 'any',
    groovy: byStaticHelper('Numbers.isInteger'),
    examples: [
      ['Number.isInteger(3)', true],
      ['Number.isInteger(7 / 2)', false],
    ],
    domain: { args: ['number'] },
  }),
  builtin('global', 'String(value: string | number | boolean): string', {
    summary: 'A string, number or boolean as text.',
    colour: 'any',
    groovy: (call) => {
      const [value] = call.args;
      if (value !== undefined && call.argKinds[0] === 'text') return value;
      return byStaticHelper(call.argKinds[0] === 'number' ? 'Numbers.toText' : 'Text.of')(call);
    },
    narrower: 'no lists and objects',
    examples: [
      ['String(1)', '1'],
      ['String(true)', 'true'],
      ["String('a')", 'a'],
      ['String(1e21)', '1e+21'],
      ['String(-0.5)', '-0.5'],
    ],
    domain: { args: ['scalar'] },
  }),
];
