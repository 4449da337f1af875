/** Numbers and the conversions between numbers and text. */
import { builtin, byHelper, byStaticHelper } from './builtin';

export const numberBuiltins = [
  builtin('Number', 'toString(): string', {
    summary: 'The number as text: `1`, `0.5`, `1e+21`.',
    colour: 'any',
    groovy: byHelper('Text.of'),
    differs: 'Groovy prints 1.0 and 1.0E21',
    examples: [
      ['(0.1 + 0.2).toString()', '0.30000000000000004'],
      ['(5).toString()', '5'],
    ],
    domain: { receiver: 'number', args: [] },
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
      return value !== undefined && call.argKinds[0] === 'text' ? value : byStaticHelper('Text.of')(call);
    },
    examples: [
      ['String(1)', '1'],
      ['String(true)', 'true'],
      ["String('a')", 'a'],
      ['String(1e21)', '1e+21'],
      ['String(-0.5)', '-0.5'],
    ],
    domain: { args: ['value'] },
  }),
];
