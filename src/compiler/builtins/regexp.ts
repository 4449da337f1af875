/** Regular expressions: literals of a portable subset, as Java writes them. */
import { builtin, byHelper } from './builtin';

export const regexpBuiltins = [
  builtin('RegExp', 'test(text: string): boolean', {
    summary: 'Whether the expression matches somewhere in the text.',
    colour: 'any',
    groovy: byHelper('Patterns.test'),
    differs:
      'Java: `$` also matches before a final line break, `\\s` knows ASCII only, `.` stops at other line ends',
    examples: [
      ["/^v\\d+$/.test('v1')", true],
      ["/^v\\d+$/.test('v1\\n')", false],
      ["/\\s/.test('\\u00a0')", true],
      ["/^[\\w.-]+$/.test('a_b-c.1')", true],
      ["/^[a-z[]+$/.test('a[')", true],
      ["/^[^&&a]$/.test('&')", false],
      ["/K/i.test('k')", true],
      ["/^.$/.test('\\u0085')", true],
      ["/(?:a|b){2,3}?$/.test('xab')", true],
      ["/\\bmain\\b/.test('on main.')", true],
      ["/a\\/b/.test('a/b')", true],
      ["/^[\\s\\S]$/.test('\\n')", true],
    ],
    refused: [
      ["/(?<=a)b/.test('ab')", 'GIG2030'],
      ["/(a)\\1/.test('aa')", 'GIG2030'],
      ["/a/g.test('a')", 'GIG2030'],
    ],
    domain: { receiver: 'value', args: ['text'] },
  }),
];
