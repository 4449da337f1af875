/** Members of strings. Positions count UTF-16 units in both worlds. */
import * as groovy from '../../groovy/factory';
import { builtin, byHelper, byMethod, helper, refuse } from './builtin';

export const stringBuiltins = [
  builtin('String', 'length: number', {
    summary: 'How many UTF-16 units the text has.',
    colour: 'any',
    groovy: ({ receiver }) => groovy.methodCall(receiver, 'length'),
    examples: [
      ["'abc'.length", 3],
      ["''.length", 0],
      ["'😀'.length", 2],
    ],
    domain: { receiver: 'text', args: [] },
  }),
  builtin('String', 'includes(part: string): boolean', {
    summary: 'Whether the text contains the part.',
    colour: 'any',
    groovy: byMethod('contains'),
    examples: [
      ["'abc'.includes('b')", true],
      ["'abc'.includes('')", true],
      ["'abc'.includes('d')", false],
    ],
    domain: { receiver: 'text', args: ['separator'] },
  }),
  builtin('String', 'startsWith(prefix: string): boolean', {
    summary: 'Whether the text begins with the prefix.',
    colour: 'any',
    groovy: byMethod('startsWith'),
    examples: [
      ["'release/1.0'.startsWith('release/')", true],
      ["'a'.startsWith('')", true],
      ["'a'.startsWith('A')", false],
    ],
    domain: { receiver: 'text', args: ['separator'] },
  }),
  builtin('String', 'endsWith(suffix: string): boolean', {
    summary: 'Whether the text ends with the suffix.',
    colour: 'any',
    groovy: byMethod('endsWith'),
    examples: [
      ["'a.ts'.endsWith('.ts')", true],
      ["''.endsWith('x')", false],
    ],
    domain: { receiver: 'text', args: ['separator'] },
  }),
  builtin('String', 'indexOf(part: string): number', {
    summary: 'Where the part first begins; -1 when it does not occur.',
    colour: 'any',
    groovy: byMethod('indexOf'),
    examples: [
      ["'a-b-c'.indexOf('-')", 1],
      ["'abc'.indexOf('d')", -1],
      ["'abc'.indexOf('')", 0],
    ],
    domain: { receiver: 'text', args: ['separator'] },
  }),
  builtin('String', 'lastIndexOf(part: string): number', {
    summary: 'Where the part last begins; -1 when it does not occur.',
    colour: 'any',
    groovy: byMethod('lastIndexOf'),
    examples: [
      ["'a-b-c'.lastIndexOf('-')", 3],
      ["'abc'.lastIndexOf('d')", -1],
      ["'abc'.lastIndexOf('')", 3],
    ],
    domain: { receiver: 'text', args: ['separator'] },
  }),
  builtin('String', 'charAt(index: number): string', {
    summary: 'The character at a position; empty outside the text.',
    colour: 'any',
    groovy: byHelper('Text.charAt'),
    differs: "Java's charAt gives a Character, and throws outside the text",
    examples: [
      ["'abc'.charAt(1)", 'b'],
      ["'abc'.charAt(3)", ''],
      ["'abc'.charAt(-1)", ''],
      ["'abc'.charAt(1.9)", 'b'],
    ],
    domain: { receiver: 'text', args: ['index'] },
  }),
  builtin('String', 'slice(start: number, end?: number): string', {
    summary: 'The part from start to before end; negative positions count from the end.',
    colour: 'any',
    groovy: byHelper('Text.slice'),
    differs: "Java's substring refuses positions outside the text",
    examples: [
      ["'a3f5c21e9'.slice(0, 7)", 'a3f5c21'],
      ["'abc'.slice(1)", 'bc'],
      ["'abc'.slice(-2)", 'bc'],
      ["'abc'.slice(0, -1)", 'ab'],
      ["'abc'.slice(2, 1)", ''],
      ["'abc'.slice(5)", ''],
    ],
    refused: [
      ["'abc'.substring(1)", 'GIG2002'],
      ["'abc'.substr(1)", 'GIG2002'],
    ],
    domain: { receiver: 'text', args: ['index', 'index'] },
  }),
  builtin('String', 'split(separator: string): string[]', {
    summary: 'Cuts at every occurrence of a literal separator; empty parts are kept.',
    colour: 'any',
    groovy: byHelper('Text.split'),
    differs: "Java's split takes a regular expression and drops trailing empty parts",
    examples: [
      ["'a,b,,'.split(',')", ['a', 'b', '', '']],
      ["''.split(',')", ['']],
      ["'abc'.split('')", ['a', 'b', 'c']],
      ["''.split('')", []],
      ["'a.b'.split('.')", ['a', 'b']],
      ["'aXXbXX'.split('XX')", ['a', 'b', '']],
    ],
    refused: [["'a b'.split(/ +/)", 'TS2345']],
    domain: { receiver: 'text', args: ['separator'] },
  }),
  builtin('String', 'trim(): string', {
    summary: 'Without white space at both ends.',
    colour: 'any',
    groovy: byHelper('Text.trim'),
    differs: "Java's trim removes control characters, and keeps the spaces of Unicode",
    examples: [
      ["'  a b\\n'.trim()", 'a b'],
      ["'\\u00a0\\ufeffa\\u2028'.trim()", 'a'],
      ["'\\u0001a'.trim()", '\u0001a'],
    ],
    domain: { receiver: 'text', args: [] },
  }),
  builtin('String', 'toLowerCase(): string', {
    summary: 'In lower case, whatever the language of the machine is.',
    colour: 'any',
    groovy: byHelper('Text.toLowerCase'),
    differs: "Java's toLowerCase follows the locale of the machine: I becomes ı on a Turkish one",
    examples: [
      ["'GIG-Route'.toLowerCase()", 'gig-route'],
      ["'ÄΣ'.toLowerCase()", 'äς'],
      ["'İ'.toLowerCase()", 'i̇'],
    ],
    domain: { receiver: 'text', args: [] },
  }),
  builtin('String', 'toUpperCase(): string', {
    summary: 'In upper case, whatever the language of the machine is.',
    colour: 'any',
    groovy: byHelper('Text.toUpperCase'),
    differs: "Java's toUpperCase follows the locale of the machine",
    examples: [
      ["'gig'.toUpperCase()", 'GIG'],
      ["'straße'.toUpperCase()", 'STRASSE'],
    ],
    domain: { receiver: 'text', args: [] },
  }),
  builtin('String', 'replace(part: string, replacement: string): string', {
    summary: 'With the first occurrence replaced. `$$` in the replacement is a dollar, `$&` the part.',
    colour: 'any',
    groovy: byHelper('Text.replace'),
    differs: "Java's replace replaces every occurrence and knows no `$&`",
    examples: [
      ["'a-b-c'.replace('-', '+')", 'a+b-c'],
      ["'a.b'.replace('.', '$&$&')", 'a..b'],
      ["'abc'.replace('b', '$$')", 'a$c'],
      ["'abc'.replace('b', '$`$\\'')", 'aacc'],
      ["'abc'.replace('b', '$1$x$')", 'a$1$x$c'],
      ["'abc'.replace('', '-')", '-abc'],
      ["'abc'.replace('x', 'y')", 'abc'],
    ],
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
  builtin('String', 'padStart(length: number, filler?: string): string', {
    summary: 'Filled at the front up to a length, with spaces unless told otherwise.',
    colour: 'any',
    groovy: byHelper('Text.padStart'),
    differs: "Groovy's padLeft refuses an empty filler",
    examples: [
      ["'7'.padStart(3, '0')", '007'],
      ["'abc'.padStart(2)", 'abc'],
      ["'a'.padStart(4, 'xy')", 'xyxa'],
      ["'a'.padStart(4, '')", 'a'],
    ],
    domain: { receiver: 'text', args: ['count', 'separator'] },
  }),
  builtin('String', 'padEnd(length: number, filler?: string): string', {
    summary: 'Filled at the end up to a length, with spaces unless told otherwise.',
    colour: 'any',
    groovy: byHelper('Text.padEnd'),
    differs: "Groovy's padRight refuses an empty filler",
    examples: [
      ["'a'.padEnd(3) + '|'", 'a  |'],
      ["'a'.padEnd(4, 'xy')", 'axyx'],
      ["'abc'.padEnd(1)", 'abc'],
    ],
    domain: { receiver: 'text', args: ['count', 'separator'] },
  }),
  builtin('String', 'repeat(count: number): string', {
    summary: 'The text so many times.',
    colour: 'any',
    groovy: byHelper('Text.repeat'),
    differs: "Groovy's `*` refuses fractions and says something else about negative counts",
    examples: [
      ["'ab'.repeat(3)", 'ababab'],
      ["'a'.repeat(0)", ''],
      ["'a'.repeat(2.9)", 'aa'],
    ],
    domain: { receiver: 'text', args: ['count'] },
  }),
];
