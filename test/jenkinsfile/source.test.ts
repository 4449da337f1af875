import { callsIn, scopesOf, type Call } from '../../src/jenkinsfile/calls';
import { readSource } from '../../src/jenkinsfile';
import { Lines } from '../../src/jenkinsfile/lines';
import { readTokens } from '../../src/jenkinsfile/lexer';
import { withoutVariables, type Value } from '../../src/jenkinsfile/value';
import { readValue } from '../../src/jenkinsfile/values';

/** The calls of a text, in the order written. */
function callsOf(text: string): readonly Call[] {
  const { nodes } = readSource(text);
  return [...scopesOf(nodes, text.length)]
    .flatMap((scope) => [...callsIn(scope)])
    .sort((one, other) => one.start - other.start);
}

/** The problems of a text as `line:column reason`. */
function problemsOf(text: string): readonly string[] {
  const lines = new Lines(text);
  const found = readSource(text).problems.map(({ start, reason }) => ({
    ...lines.positionOf(start),
    reason,
  }));
  return found.map(({ line, column, reason }) => `${line}:${column} ${reason}`);
}

/** A value in short: literals as they are, `?` for what is computed, `…` where more may be there. */
function short(value: Value): unknown {
  switch (value.kind) {
    case 'literal':
      return value.value;
    case 'list':
      return [...value.elements.map(short), ...(value.isOpen ? ['…'] : [])];
    case 'map': {
      const entries = value.entries.map(({ key, value: entry }) => [key.name ?? '?', short(entry)] as const);
      return Object.fromEntries([...entries, ...(value.isOpen ? [['…', '…'] as const] : [])]);
    }
    case 'closure':
      return '{}';
    case 'variable':
      return `$${value.name}`;
    case 'computed':
      return value.possible.length === 0 ? `?${value.type ?? ''}` : { possible: value.possible.map(short) };
  }
}

function valueOf(text: string): unknown {
  const { nodes } = readSource(text);
  return short(readValue({ nodes, from: 0, to: nodes.length }, withoutVariables()));
}

describe('strings', () => {
  test.each<[string, string]>([
    [String.raw`'it\'s'`, "it's"],
    [String.raw`"say \"hi\" for \$1"`, 'say "hi" for $1'],
    ["'''one\r\ntwo 'quoted' '''", "one\ntwo 'quoted' "],
    ['"""a "b" c"""', 'a "b" c'],
    [String.raw`/a\/b\d$/`, String.raw`a/b\d$`],
    [String.raw`$/a/b $$ $/ \d/$`, String.raw`a/b $ / \d`],
    [String.raw`'\u0041\101\n'`, 'AA\n'],
    ["'a\\\r\nb'", 'ab'],
    ["'// none' ", '// none'],
  ])('%s', (text, value) => {
    expect(problemsOf(text)).toEqual([]);
    expect(valueOf(text)).toBe(value);
  });

  test.each([
    '"a ${b} c"',
    '"$a.b"',
    '/a${b}/',
    '$/a $b/$',
    '"${"${x}"}"',
    '"${[a: {1}].a}"',
    '"""${"}"}"""',
  ])('with a hole: %s', (text) => {
    expect(problemsOf(text)).toEqual([]);
    expect(valueOf(text)).toBe('?string');
  });
});

test.each<[string, readonly string[]]>([
  ['a / b / c', ['a', '/', 'b', '/', 'c']],
  ['a(/b/)', ['a', '(', '/b/', ')']],
  ['x = /b/ + 1', ['x', '=', '/b/', '+', '1']],
  ['(a) / b /c', ['(', 'a', ')', '/', 'b', '/', 'c']],
  ['a\n/b/.x', ['a', '/b/', '.', 'x']],
  ['1..3', ['1', '..', '3']],
  ['a?.b ?: c ==~ d', ['a', '?.', 'b', '?:', 'c', '==~', 'd']],
  ['#!/usr/bin/env groovy\na // b\n/* c */ d', ['a', 'd']],
])('tokens of %j', (text, expected) => {
  const { tokens, problems } = readTokens(text);
  expect(problems).toEqual([]);
  expect(tokens.map(({ start, end }) => text.slice(start, end))).toEqual(expected);
});

test.each<[string, unknown]>([
  ["['a', 1, -2.5, true, null]", ['a', 1, -2.5, true, null]],
  ["[a: 1, 'b-c': [2], (d): 3]", { a: 1, 'b-c': [2], '?': 3, '…': '…' }],
  ['[:]', {}],
  ['[]', []],
  ["[*: base, b: 'x']", { b: 'x', '…': '…' }],
  ["[b: 'x', *: base]", { b: { possible: ['x'] }, '…': '…' }],
  ["['a', *others]", ['a', '…']],
  ['[a: 1] + [b: 2, a: 3]', { b: 2, a: 3 }],
  ['[a: 1] + other', { a: { possible: [1] }, '…': '…' }],
  ["['a'] + ['b']", ['a', 'b']],
  ["'a' + 'b' + 1", 'ab1'],
  ["'a' + b", '?string'],
  ["b ? 'x' : 7", { possible: ['x', 7] }],
  ["b ?: 'x'", { possible: ['$b', 'x'] }],
  ['b ? c ? 1 : 2 : 3', { possible: [{ possible: [1, 2] }, 3] }],
  ["('a')", 'a'],
  ["['a'] as List", ['a']],
  ['x as Integer', '?integer'],
  ['x == 1', '?boolean'],
  ['!x', '?boolean'],
  ['new HashMap<String, Object>()', '?'],
  ['{ it }', '{}'],
  ["x.y('z')", '?'],
  ["'a'.trim()", '?'],
])('value of %s', (text, expected) => {
  expect(valueOf(text)).toEqual(expected);
});

test.each<[string, readonly string[]]>([
  ['gigX()', ['gigX']],
  ['gigX a: 1', ['gigX']],
  ['def r = gigX a: 1', ['gigX']],
  ['return gigX(a: 1)', ['gigX']],
  ['if (x) gigX a: 1', ['gigX']],
  ['foo { gigX a: 1 }', ['foo', 'gigX']],
  ['echo "${gigX(a: 1)}"', ['echo', 'gigX']],
  ['gigX.perform(a: 1)', []],
  ['x.gigX(a: 1)', []],
  ['new gigX(1)', []],
  ['def gigX(Map a) { b() }', ['b']],
  ['Map<String, List<String>> gigX(a) { }', []],
  ['String gigX(a) { }', []],
  ['gigX [a: 1]', []],
  ['gigX -1', []],
  ['gigX = 1', []],
  ['Map gigX = [:]', []],
  ['gigX\n(a)', []],
  ['gigX(a) { b() }', ['gigX', 'b']],
  ["switch (x) { case 'y': gigX a: 1; break }", ['gigX']],
  ['[a: gigX(b: 1)].each { gigX b: 2 }', ['gigX', 'gigX']],
])('calls in %j', (text, names) => {
  expect(callsOf(text).map(({ name }) => name)).toEqual(names);
});

test('a call goes on in the next line behind a comma, a colon and an operator', () => {
  const text = "gigX a: 1,\n  b:\n  'x' +\n  'y'\n  .trim()\nother()";
  expect(callsOf(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    text.slice(0, text.indexOf('\nother')),
    'other()',
  ]);
});

test.each<[string, readonly string[]]>([
  [
    "gigX(a: 'b)\ngigY()",
    [
      '1:12 the string does not end on its line',
      "1:5 '(' is not closed: ')' is expected before the end of the file",
    ],
  ],
  ["x = '''a\nb", ['1:5 the string has no end']],
  ['a /* b', ['1:3 the comment has no end']],
  ['a { b(1 }', ["1:6 '(' is not closed: ')' is expected before '}'"]],
  ['a )', ["1:3 ')' closes nothing"]],
  ["'a\\q'", ['1:3 \\q is no escape that is understood here']],
  ['"a $ b"', ['1:4 the $ in double quotes names nothing']],
  ['"a ${ b"', ['1:4 the ${ in the string has no end']],
  ['a = 12ab', ['1:5 12ab is no number']],
  ['a # b', ['1:3 "#" has no meaning here']],
])('problems of %j', (text, expected) => {
  expect(problemsOf(text)).toEqual(expected);
});

test.each<[string, readonly string[]]>([
  ['gigX(a: 1 b: 2)', ["',' or ')' is expected before 'b'"]],
  ["gigX(a: 'x' 'y')", ["',' or ')' is expected before the string"]],
  ['gigX(a: , b: 2)', ['a value is expected here']],
  ['gigX(a: 1 +)', ["a value is expected behind '+'"]],
  ['gigX(a: = 1)', ["a value is expected, not '='"]],
  ['gigX(, b: 2)', ['a value is expected here']],
  ['gigX a: 1 b: 2', ["',' or the end of the line is expected before 'b'"]],
  ['gigX(a: (String) b, c: new Map<String, X>[1], d: e as List<F>, g: !h, i: j++ - k, l: m in n,)', []],
])('arguments of %s', (text, reasons) => {
  expect(
    callsOf(text)[0]
      ?.arguments()
      .problems.map(({ reason }) => reason),
  ).toEqual(reasons);
});

test('lines end with any line end, also side by side', () => {
  const text = '\uFEFFa\r\nb\rc\nd';
  const lines = new Lines(text);
  expect(['a', 'b', 'c', 'd'].map((letter) => lines.positionOf(text.indexOf(letter)))).toEqual(
    [1, 2, 3, 4].map((line) => ({ line, column: 1 })),
  );
  expect([1, 2, 3, 4].map((line) => lines.textOf(line))).toEqual(['a', 'b', 'c', 'd']);
});

test('brackets and holes that are nested without end are refused, not followed', () => {
  expect(problemsOf('('.repeat(100_000))[0]).toMatch(/nested more than 500 deep/);
  expect(problemsOf('"${'.repeat(20_000)).length).toBeGreaterThan(0);
});
