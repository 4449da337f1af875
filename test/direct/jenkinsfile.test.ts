import { JenkinsfileError, readJenkinsfile } from '../../src/direct/jenkinsfile';
import { readCall } from './read-call';

const LIBRARY = "@Library('gig-ci@v1') _\n";

function argumentsOf(call: string): unknown {
  return readCall(LIBRARY + call).arguments;
}

function failureOf(text: string): JenkinsfileError {
  try {
    readJenkinsfile(text, 'ci/Jenkinsfile');
  } catch (error) {
    if (error instanceof JenkinsfileError) return error;
    throw error;
  }
  throw new Error(`no failure: ${text}`);
}

test('the documented line', () => {
  const text =
    LIBRARY +
    "gigRouterPipeline(ecrRepo: 'gig-route-backend', apps: ['users', 'gigs', 'venues', 'ai_services', 'notifications'])\n";
  expect(readCall(text, 'Jenkinsfile')).toEqual({
    library: { name: 'gig-ci', version: 'v1' },
    name: 'gigRouterPipeline',
    arguments: {
      ecrRepo: 'gig-route-backend',
      apps: ['users', 'gigs', 'venues', 'ai_services', 'notifications'],
    },
    location: 'Jenkinsfile:2',
  });
});

test.each([
  ["@Library('gig-ci') _\ngigX()", { name: 'gig-ci' }],
  [
    '#!/usr/bin/env groovy\n@Library("gig-ci@feature/x@2") _;\ngigX();',
    { name: 'gig-ci', version: 'feature/x@2' },
  ],
  [
    "\uFEFF/* ours */ @Library( 'gig-ci@main' ) _ // newest\r\n\r\ngigX()\r\n",
    { name: 'gig-ci', version: 'main' },
  ],
  // Jenkins may load a library implicitly.
  ['gigX()', undefined],
])('library of %j', (text, library) => {
  expect(readJenkinsfile(text).library).toEqual(library);
});

test.each<[string, unknown]>([
  ['gigX()', {}],
  ['gigX(a: 1)', { a: 1 }],
  ['gigX a: 1, b: [c: 2]', { a: 1, b: { c: 2 } }],
  ["gigX a: 1,\n    b: 'two'\n", { a: 1, b: 'two' }],
  ["gigX([a: 1, 'b-c': 2])", { a: 1, 'b-c': 2 }],
  ['gigX([:])', {}],
  ['gigX(\n  a: 1, // one\n  /* two */ b: 2,\n)\n', { a: 1, b: 2 }],
  ['gigX(a: true, b: false, c: null)', { a: true, b: false, c: null }],
  [
    'gigX(a: 0, b: -1, c: 1_000, d: 2.5, e: 1e3, f: 7L, g: - 2.5e-1)',
    { a: 0, b: -1, c: 1000, d: 2.5, e: 1000, f: 7, g: -0.25 },
  ],
  [
    'gigX(a: [], b: [:], c: [1, [2, 3],], d: [e: [:], f: [],])',
    { a: [], b: {}, c: [1, [2, 3]], d: { e: {}, f: [] } },
  ],
  [
    String.raw`gigX(a: 'it\'s', b: "say \"hi\" for \$1", c: 'a\tb\\c\n', d: '$HOME {x}')`,
    { a: "it's", b: 'say "hi" for $1', c: 'a\tb\\c\n', d: '$HOME {x}' },
  ],
  ["gigX(a: '''one\ntwo 'quoted' ''', b: \"\"\"three\"\"\")", { a: "one\ntwo 'quoted' ", b: 'three' }],
  ["gigX(a: '''one\\\ntwo''')", { a: 'onetwo' }],
  ["gigX(a: '// no comment', b: '/* nor this')", { a: '// no comment', b: '/* nor this' }],
  ['gigX(class: 1, in: 2, "x y": 3)', { class: 1, in: 2, 'x y': 3 }],
  ["gigX(apps: [\n  'users',\n  'gigs',\n])", { apps: ['users', 'gigs'] }],
])('arguments of %s', (call, expected) => {
  expect(argumentsOf(call)).toEqual(expected);
});

test('a key that JavaScript gives a meaning is an ordinary key', () => {
  expect(Object.keys(readCall(`${LIBRARY}gigX('__proto__': 1)`).arguments)).toEqual(['__proto__']);
});

test.each<[string, number, number, RegExp]>([
  ["@Grab('x') _\ngigX()", 1, 2, /not @Library/],
  ["@Library(['a', 'b']) _\ngigX()", 1, 10, /name of one library/],
  ["@Library('') _\ngigX()", 1, 10, /names no library/],
  ["@Library('gig-ci')\ngigX()", 2, 1, /does not annotate _/],
  [LIBRARY, 2, 1, /name of a global variable is expected, not the end of the file/],
  [`${LIBRARY}gigX`, 2, 1, /'gigX' is not called/],
  [`${LIBRARY}gigX\n(a: 1)`, 2, 1, /'gigX' is not called/],
  [`${LIBRARY}gigX() gigY()`, 2, 8, /goes on/],
  [`${LIBRARY}x = 1`, 2, 3, /this is no literal/],
  [`${LIBRARY}def x = 1\ndef x = 2`, 3, 5, /'x' is defined twice/],
  [`${LIBRARY}String x = 1`, 2, 12, /not of the type/],
  [`${LIBRARY}def x = sh('y')`, 2, 9, /'sh' is no literal/],
  [`${LIBRARY}def x = 1\nx()`, 3, 1, /'x' is a variable/],
  [`${LIBRARY}node { def x = 1 }\ngigX(a: x)`, 3, 9, /'x' is no literal/],
  [`${LIBRARY}node { gigX()`, 2, 14, /'}' is expected, not the end of the file/],
  [`${LIBRARY}gigX() }`, 2, 8, /end of the file is expected, not '}'/],
  [`${LIBRARY}if (true) { gigX() }`, 2, 5, /an argument has no name/],
  [`${LIBRARY}pipeline { }`, 2, 10, /'pipeline' is given a closure/],
  [`${LIBRARY}gigX { sh 'x' }`, 2, 6, /'gigX' is given a closure/],
  [`${LIBRARY}echo('a') { }`, 2, 11, /'echo' is given a closure/],
  [`${LIBRARY}echo 'a', 'b'`, 2, 9, /second argument has no name/],
  [`${LIBRARY}def a = [1]\nechoo(a: "\${a}")`, 3, 11, /known only at run time/],
  [`${LIBRARY}def a = 1.50\necho "\${a}"`, 3, 7, /known only at run time/],
  [`${LIBRARY}echo "\${env.A.length()}"`, 2, 7, /known only at run time/],
  [`${LIBRARY}gigX.other()`, 2, 5, /this is no literal/],
  [`${LIBRARY}gigX('a')`, 2, 6, /an argument has no name/],
  [`${LIBRARY}gigX(['a'])`, 2, 6, /an argument has no name/],
  [`${LIBRARY}gigX(a: env)`, 2, 9, /'env' is no literal/],
  [`${LIBRARY}gigX(a: env.X.y)`, 2, 14, /a value is computed/],
  [`${LIBRARY}gigX(a: 'x' + 'y')`, 2, 13, /'\+' is no part/],
  [`${LIBRARY}gigX(a: 3 - 1)`, 2, 11, /a value is computed/],
  [`${LIBRARY}gigX(a: ['b'][0])`, 2, 14, /a value is computed/],
  [`${LIBRARY}gigX(a: "v\${n}")`, 2, 11, /known only at run time/],
  [`${LIBRARY}gigX(a: "v$n")`, 2, 11, /known only at run time/],
  [`${LIBRARY}gigX(a: /x/)`, 2, 9, /'\/' is no part/],
  [`${LIBRARY}gigX(a: 'x\ny')`, 2, 11, /does not end on its line/],
  [`${LIBRARY}gigX(a: '''x`, 2, 9, /has no end/],
  [`${LIBRARY}gigX() /* x`, 2, 8, /comment has no end/],
  [String.raw`${LIBRARY}gigX(a: '\q')`, 2, 10, /\\q is no escape/],
  [`${LIBRARY}gigX(a: 010)`, 2, 9, /decimal digits/],
  [`${LIBRARY}gigX(a: 0x1F)`, 2, 9, /decimal digits/],
  [`${LIBRARY}gigX(a: 1.5f)`, 2, 9, /decimal digits/],
  [`${LIBRARY}gigX(a: 9007199254740993)`, 2, 9, /2\^53/],
  [`${LIBRARY}gigX(a: 1`, 2, 10, /'\)' is expected, not the end of the file/],
  [`${LIBRARY}gigX(a: 1 b: 2)`, 2, 11, /a value is computed/],
  [`${LIBRARY}gigX(b: 1, a: 2, b: 3)`, 2, 18, /'b' is given twice/],
  [`${LIBRARY}gigX(a: [b: 1, 'b': 2])`, 2, 16, /'b' is given twice/],
  [`${LIBRARY}gigX((a): 1)`, 2, 6, /this is no literal/],
  [`${LIBRARY}gigX(1: 1)`, 2, 6, /name of an argument is expected, not '1'/],
])('%j is refused', (text, line, column, reason) => {
  const failure = failureOf(text);
  expect(failure.reason).toMatch(reason);
  expect([failure.line, failure.column]).toEqual([line, column]);
});

test('a refusal names the place and the way out', () => {
  expect(failureOf(`${LIBRARY}gigX(a: env)`).problems).toEqual([
    {
      place: 'ci/Jenkinsfile:2:9',
      reason: "'env' is no literal",
      remedy: 'This Jenkinsfile needs the engine world: --world engine.',
    },
  ]);
});
