/** Members of strings that look for a text or a regular expression, written in place. */
import { builtin, byHelper, helper, refuse } from './builtin';

export const stringPatternBuiltins = [
  builtin('String', 'replace(part: string | RegExp, replacement: string): string', {
    summary:
      'With the first occurrence replaced. `$$` in the replacement is a dollar, `$&` the part, `$1` a group.',
    colour: 'any',
    groovy: ({ receiver, args, argKinds: [partKind] }) =>
      partKind === 'globalPattern'
        ? refuse('with the flag `g` it is `replaceAll`')
        : helper(partKind === 'pattern' ? 'Patterns.replace' : 'Text.replace', receiver, ...args),
    differs: "Java's replace replaces every occurrence and knows no `$&`",
    narrower: 'no function as the replacement',
    examples: [
      ["'a-b-c'.replace('-', '+')", 'a+b-c'],
      ["'a.b'.replace('.', '$&$&')", 'a..b'],
      ["'abc'.replace('b', '$$')", 'a$c'],
      ["'abc'.replace('b', '$`$\\'')", 'aacc'],
      ["'abc'.replace('b', '$1$x$')", 'a$1$x$c'],
      ["'abc'.replace('', '-')", '-abc'],
      ["'abc'.replace('x', 'y')", 'abc'],
      ["'release-1.2-3'.replace(/-(\\d+)/, '/$1')", 'release/1.2-3'],
      ["'abc'.replace(/x/, 'y')", 'abc'],
    ],
    refused: [["'aa'.replace(/a/g, 'b')", 'GIG2050']],
    domain: { receiver: 'text', args: ['separator', 'text'] },
  }),
  builtin('String', 'replaceAll(part: string | RegExp, replacement: string): string', {
    summary:
      'With every occurrence replaced. `$$` in the replacement is a dollar, `$&` the part, `$1` a group.',
    colour: 'any',
    groovy: ({ receiver, args, argKinds: [partKind] }) => {
      const [part, replacement] = args;
      if (part === undefined || replacement === undefined) {
        return refuse('it takes the part and its replacement');
      }
      if (partKind === 'pattern') {
        return refuse('its regular expression lacks the flag `g`');
      }
      return helper(
        partKind === 'globalPattern' ? 'Patterns.replaceAll' : 'Text.replaceAll',
        receiver,
        part,
        replacement,
      );
    },
    differs: "Java's replaceAll takes a regular expression and reads `\\` in the replacement",
    narrower: 'no function as the replacement',
    examples: [
      ["'a-b-c'.replaceAll('-', '+')", 'a+b+c'],
      ["'a.b.c'.replaceAll('.', '\\\\')", 'a\\b\\c'],
      ["'abc'.replaceAll('', '-')", '-a-b-c-'],
      ["'aa'.replaceAll('a', '$&$&')", 'aaaa'],
      ["'feature/x y'.replaceAll(/[^A-Za-z0-9_.-]+/g, '-')", 'feature-x-y'],
      ["'v1.2'.replaceAll(/(\\d)\\.(\\d)/g, '$2.$1$3$$')", 'v2.1$3$'],
      ["'aXbX'.replaceAll(/x/gi, '')", 'ab'],
    ],
    domain: { receiver: 'text', args: ['separator', 'text'] },
  }),
  builtin('String', 'matchAll(expression: RegExp): Iterable<readonly (string | undefined)[]>', {
    summary:
      'Every match with its groups, for `for (const [whole, group] of text.matchAll(/…/g))`. A group that took no part is absent.',
    colour: 'any',
    groovy: (call) =>
      call.argKinds[0] === 'globalPattern'
        ? byHelper('Patterns.matchAll')(call)
        : refuse('it takes a regular expression with the flag `g`, written in place'),
    differs: "Groovy's findAll takes a closure, and a Matcher cannot be saved with a build",
    narrower: 'a match has its groups only, no `index`, `input`, named groups',
    examples: [
      [
        "const found: string[] = []; for (const [whole, major, minor] of 'v1.2 v3'.matchAll(/v(\\d+)(?:\\.(\\d+))?/g)) { found.push(`${whole ?? ''}|${major ?? ''}|${minor ?? 'none'}`); } return found;",
        ['v1.2|1|2', 'v3|3|none'],
      ],
      [
        "const found: string[] = []; for (const [whole] of 'ab'.matchAll(/x?/g)) { found.push(whole ?? '?'); } return found;",
        ['', '', ''],
      ],
    ],
    refused: [["for (const [whole] of 'a'.matchAll(/a/)) { return whole; } return '';", 'GIG2050']],
    domain: { receiver: 'text', args: [] },
  }),
];
