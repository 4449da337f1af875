/** Translated regular expressions match in Java what they match in JavaScript. */
import { javaPattern } from '../../src/compiler/builtins';
import { GROOVY_TIMEOUT_MILLISECONDS } from '../support/groovy';
import { describeWithJava } from '../support/java';
import { callHelpers } from './helpers';

const portable: readonly RegExp[] = [
  /^v\d+$/,
  /^[a-z][a-z0-9._/-]*$/,
  /^$/,
  /\s/,
  /^\S+$/,
  /./,
  /^.$/,
  /^..$/,
  /\bmain\b/,
  /a\B/,
  /[^\w.-]+/,
  /[\s\S]x/,
  /[\W_]/,
  /^[^&&a]$/,
  /[a[b]/,
  /[\]^-]/,
  /(?:ab|a)(?=c)/,
  /a(?!b)/,
  /(\d+)\.(\d+)(?:-(rc\d*))?/,
  /x{2,3}?$/,
  /k/i,
  /[^K]$/i,
  /\x41\u0042\t\/\0?/,
  /#\s*!|~|'|"/,
  /-{2}/,
  /\$\{\w+\}/,
  /|b/,
];
const texts = [
  ...[
    '',
    'v1',
    'v1\n',
    'v12x',
    'a',
    'ab',
    'abc',
    'aac',
    'a.b/c-d_e',
    'on main.',
    'mainé',
    'émain',
    '\n',
    '\r\n',
    '\u2028',
  ],
  ...[
    '\u00a0',
    '\ufeff',
    '\u0085',
    '\u001c',
    '\u180e',
    '😀',
    '\ud83d',
    '😀x',
    'xx',
    'xxx',
    'xxxx',
    '1.2',
    '1.22-rc3',
    '&',
    '[',
    ']',
    '^',
  ],
  ...['-', '--', 'K', 'k', '\u212a', 'ſ', 'S', 'AB\t/', 'AB\t/\0', '# !', "'", '"', '${HOME}', 'é', '_', ' '],
];
const replacements = ['', '-', '<$&>', '$1$2$3$$', "$`|$'"];

function translated(expression: RegExp): string {
  const java = javaPattern(expression.source, expression.flags);
  if (java.kind === 'refusal') {
    throw new Error(`${expression.source}: ${java.reason}`);
  }
  return java.pattern;
}

describeWithJava('regular expressions', () => {
  test(
    'match and replace as in JavaScript',
    async () => {
      const cases = portable.flatMap((expression) =>
        texts.flatMap((text) => [
          {
            helper: 'Patterns.test',
            values: [translated(expression), text],
            expected: expression.test(text),
          },
          ...replacements.map((replacement) => ({
            helper: 'Patterns.replaceAll',
            values: [text, translated(expression), replacement],
            expected: text.replaceAll(new RegExp(expression, `g${expression.flags}`), replacement),
          })),
        ]),
      );
      const results = await callHelpers(cases.map(({ helper, values }) => ({ helper, values })));
      const differing = cases.flatMap((each, index) => {
        const result = results[index];
        return result !== undefined && 'value' in result && result.value === each.expected
          ? []
          : [{ ...each, result }];
      });
      expect(differing.slice(0, 10)).toEqual([]);
    },
    GROOVY_TIMEOUT_MILLISECONDS,
  );
});

test.each([
  ['a', 'm', 'flag m'],
  ['(?<=a)b', '', 'only `(?:`, `(?=` and `(?!` are known in both'],
  ['(?<n>a)', '', 'only `(?:`, `(?=` and `(?!` are known in both'],
  ['(a)\\1', '', 'a reference to a group'],
  ['\\p', '', '`\\p`'],
  ['[]', '', 'an empty class'],
  ['[^]', '', 'an empty class'],
  ['[^\\S]', '', '`\\S` inside `[^…]`'],
  ['[\\d-x]', '', 'a range between classes'],
  ['é', '', 'characters that are not ASCII'],
  ['(a)+', '', 'a group that captures is repeated: write `(?:…)`'],
  ['(?:a?)*', '', 'what is repeated can be empty'],
  ['(?=a)?', '', 'an assertion cannot be repeated'],
  ['a{', '', 'a `{` that repeats nothing'],
])('/%s/%s is refused: %s %s', (source, flags, reason) => {
  expect(javaPattern(source, flags)).toEqual({ kind: 'refusal', reason });
});
