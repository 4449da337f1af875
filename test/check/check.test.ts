import { checkFile } from '../../src/check';
import { corrected } from '../../src/check/fix';
import { testLibrary } from './library';

const LIBRARY = "@Library('gig-ci@v1') _\n";

/** Findings as `line:column rule path message`. */
function findingsOf(text: string, ...tags: readonly string[]): readonly string[] {
  const { findings } = checkFile({ path: 'Jenkinsfile', text }, testLibrary(...tags));
  return findings.map(({ line, column, rule, path, message }) =>
    [`${line}:${column}`, rule, ...(path === undefined ? [] : [path]), message].join(' '),
  );
}

/** What is wrong with a call behind the line that loads the library, without the line. */
function problemsOf(call: string): readonly string[] {
  return findingsOf(LIBRARY + call).map((finding) => finding.replace(/^\d+:/, ''));
}

function uncheckedIn(text: string): readonly string[] {
  const { unchecked } = checkFile({ path: 'Jenkinsfile', text: LIBRARY + text }, testLibrary());
  return unchecked.map(({ line, column, reason }) => `${line - 1}:${column} ${reason}`);
}

test.each([
  "gigDeploy(repository: 'shop')",
  "gigDeploy repository: 'shop', apps: ['a', 'b'], replicas: 3, ratio: 1.5, dryRun: true",
  "gigDeploy([repository: 'shop', labels: [any: 'thing'], scan: false])",
  "gigDeploy(repository: 'shop', scan: [gate: 'fail', severity: ['HIGH']], apps: null)",
  'gigDeploy(repository: name)',
  'gigDeploy(repository: "shop-${name}")',
  'gigDeploy(settings)',
  'gigDeploy(*: settings)',
  'gigDeploy((key): 1)',
  "gigDeploy([apps: ['a']] + settings)",
  "gigDeploy(repository: 'shop', replicas: n as Integer, dryRun: env.X == 'y', apps: ['a'] + others)",
  "gigDeploy(repository: env.X ?: 'shop')",
  'gigNotify()',
  'gigNotify([:])',
  'gigNotify(null)',
  "def settings = [repository: 'shop']\nsettings.replicas = 2\ngigDeploy(settings)",
  "def settings = [:]\nsettings.putAll(readYaml(file: 'x'))\ngigDeploy(settings)",
  'def settings = [:]\nfill(settings)\ngigDeploy(settings)',
  "def settings = [repository: 'shop']\ndef other = settings\nother.x = 1\ngigDeploy(settings)",
  "def s = x ? [gate: 'fail'] : [:]\ns.gate = 'report'\ngigDeploy(repository: 'shop', scan: s)",
  "def name = 'shop'\nif (x) name = 'other'\ngigDeploy(repository: name)",
  'def f(name) { gigDeploy(repository: name) }\ndef name = 7',
  "['a', 'b'].each { name -> gigDeploy(repository: name) }",
  'gigDeploy.other(7)',
  'other.gigDeploy(7)',
  'other.gigDeploy.perform(7)',
  'other.perform(7)',
  "perform(gigDeploy: 'x')",
])('nothing is wrong with %j', (call) => {
  expect(problemsOf(call)).toEqual([]);
});

test.each<[string, readonly string[]]>([
  ['gigDeploy()', ['1 required repository is required: value of repository']],
  [
    "gigDeploy(repository: 'shop', replica: 2)",
    ["31 additionalProperties replica is not a parameter; did you mean 'replicas'?"],
  ],
  ['gigDeploy repository: 7', ['23 type repository is not a string: 7']],
  ["gigDeploy(repository: 'Shop')", ["23 pattern repository does not match ^[a-z-]+$: 'Shop'"]],
  ["gigDeploy(repository: 's')", ["23 minLength repository is shorter than 2 characters: 's'"]],
  [
    "gigDeploy(repository: 'shop', apps: ['a', 7, 'a'])",
    ['43 type apps[1] is not a string: 7', "46 uniqueItems apps repeats an item: 'a'"],
  ],
  ["gigDeploy(repository: 'shop', replicas: 12)", ['41 maximum replicas is more than 9: 12']],
  ["gigDeploy(repository: 'shop', labels: [a: [1]])", ['43 type labels.a is not a string: a list']],
  ["gigDeploy(repository: 'shop', scan: true)", ['37 const scan is neither false nor a map: true']],
  [
    "gigDeploy(repository: 'shop', scan: [severity: []])",
    ['31 required scan.gate is required: value of gate', '48 minItems scan.severity has fewer than 1 items'],
  ],
  [
    "gigDeploy(repository: 'shop', scan: [gate: x ? 'fial' : 'report'])",
    ["48 enum scan.gate is not one of 'report', 'fail': 'fial'; did you mean 'fail'?"],
  ],
  ['gigDeploy(repository: \'shop\', apps: "${x}")', ['37 type apps is not a list: a string']],
  ["gigDeploy(repository: 'shop', replicas: { 2 })", ['41 type replicas is not a whole number: a closure']],
  [
    "gigDeploy(repository: 'shop', dryRun: x as Integer)",
    ['39 type dryRun is not true or false: a whole number'],
  ],
  [
    'gigDeploy(*: settings, replica: 2)',
    ["24 additionalProperties replica is not a parameter; did you mean 'replicas'?"],
  ],
  ["gigDeploy(repository: 'a' + 7)", ["23 pattern repository does not match ^[a-z-]+$: 'a7'"]],
  ["gigDeploy(repository: 'shop', repository: 'book')", ['31 duplicate repository is given twice']],
  ["gigNotify(webhook: 'https://x')", ["11 deprecated webhook is called 'address' now"]],
  ["gigNotify(address: 'x', body: { })", ["25 conflicts body cannot be given with 'address'"]],
  ['gigNotify(body: 7)', ['17 type body is not a closure: 7']],
  ['gigNotify', ['1 arguments gigNotify is named, but not called']],
  ['gigDeploy.perform(repository: 7)', ['1 internal gigDeploy.perform skips the check of the parameters']],
  ['gigDeploy.perform repository: 7', ['1 internal gigDeploy.perform skips the check of the parameters']],
  ["gigDeploy?.'perform'([:])", ['1 internal gigDeploy.perform skips the check of the parameters']],
  ['run(gigDeploy.&perform)', ['5 internal gigDeploy.perform skips the check of the parameters']],
  [
    "gigDeploy repository: 'shop'\n  apps: []",
    ['3 arguments apps is no argument of gigDeploy: the line before ends the call'],
  ],
  ["gigDeploy('shop')", ['11 arguments the argument is no map']],
  ["gigDeploy(['shop'])", ['11 arguments the argument is no map']],
  ["gigDeploy(repository: 'shop') { }", ['31 arguments an argument has no name']],
  ["gigDeploy('x', repository: 'shop')", ['11 arguments an argument has no name']],
  ["node { stage('x') { gigDeploy repository: 7 } }", ['43 type repository is not a string: 7']],
  ['echo "${gigDeploy(repository: 7)}"', ['31 type repository is not a string: 7']],
  ['foo(gigDeploy(repository: 7))', ['27 type repository is not a string: 7']],
])('%s is wrong', (call, expected) => {
  expect(problemsOf(call)).toEqual(expected);
});

test.each<[string, readonly string[]]>([
  ['def settings = [repository: 7]\ngigDeploy(settings)', ['2:29 type repository is not a string: 7']],
  [
    "settings = [repository: 'shop', replica: 1]\ngigDeploy(settings)",
    ["2:33 additionalProperties replica is not a parameter; did you mean 'replicas'?"],
  ],
  [
    "def s = [:]\ns.replica = 1\ns['apps'] = 'x'\ngigDeploy(s + [repository: 'shop'])",
    [
      "3:1 additionalProperties replica is not a parameter; did you mean 'replicas'?",
      "4:13 type apps is not a list: 'x'",
    ],
  ],
  [
    "def s = [repository: 'shop']\ns.replica = 1\ns['apps'] = 'x'\ngigDeploy(s)",
    [
      "3:1 additionalProperties replica is not a parameter; did you mean 'replicas'?",
      "4:13 type apps is not a list: 'x'",
    ],
  ],
  [
    "def s = x ? [gate: 'fail'] : [:]\ngigDeploy(repository: 'shop', scan: s)",
    ['3:31 required scan.gate is required: value of gate'],
  ],
  ['def n = 7\ngigDeploy(repository: n)', ['2:9 type repository is not a string: 7']],
  [
    "def apps = ['a', 7]\necho apps.join()\ngigDeploy(repository: 'shop', apps: apps)",
    ['2:18 type apps[1] is not a string: 7'],
  ],
])('what a variable stands for in %j', (text, expected) => {
  expect(findingsOf(LIBRARY + text).map((finding) => finding)).toEqual(expected);
});

test.each<[string, readonly string[]]>([
  [
    "gigDeply(repository: 'shop')",
    ["1 misspelt gigDeply is no step that is known; did you mean 'gigDeploy'?"],
  ],
  ['gignotify status: x', ["1 misspelt gignotify is no step that is known; did you mean 'gigNotify'?"]],
  ['def gigDeply(x) { }\ngigDeply(1)', []],
  ['def gigDeply = { }\ngigDeply(1)', []],
  ['foo.gigDeply(1)', []],
  [
    "def gigDeploy = load 'deploy.groovy'\ngigDeploy.perform(7)",
    ['5 shadowed this variable hides the variable gigDeploy of the library'],
  ],
  ['notify(1)', []],
])('names in %j', (text, expected) => {
  expect(problemsOf(text)).toEqual(expected);
});

test('a definition in the file hides what the library has, and its calls are not checked', () => {
  const text = 'def gigNotify(Map x) { echo x }\ngigNotify(state: 1)';
  expect(problemsOf(text)).toEqual(['5 shadowed this method hides the variable gigNotify of the library']);
  expect(uncheckedIn(text)).toEqual(['2:1 gigNotify is defined in this file']);
});

describe('the library', () => {
  const call = "gigDeploy(repository: 'shop')";
  test.each<[string, readonly string[]]>([
    [call, ['1:1 library-missing nothing in this file loads the library of gigDeploy']],
    [
      `@Library('gig-ci') _\n${call}`,
      ['1:10 library-unpinned the library gig-ci is loaded without a version'],
    ],
    [`@Library('gig-ci@v3') _\n${call}`, ['1:10 library-version v3 is no tag of the library gig-ci']],
    [
      `@Library(['gig-ci@v3', 'other']) _\n${call}`,
      ['1:11 library-version v3 is no tag of the library gig-ci'],
    ],
    [`@Library(value = ['gig-ci@v1', 'other']) _\n${call}`, []],
    [`@Library(['one', 'other']) _\n${call}`, []],
    [
      `@Library('renamed') _\n${call}`,
      ['1:10 library-unpinned the library renamed is loaded without a version'],
    ],
    [`@Library('gig-ci@5e914114f') _\n${call}`, []],
    [`library 'gig-ci@v9'\n${call}`, ['1:9 library-version v9 is no tag of the library gig-ci']],
    [`library identifier: 'gig-ci@v1', retriever: modernSCM([:])\n${call}`, []],
    [`library("gig-ci@\${env.V}")\n${call}`, []],
    [
      `pipeline { libraries { lib('gig-ci') }\n stages { } }\n${call}`,
      ['1:28 library-unpinned the library gig-ci is loaded without a version'],
    ],
    [`@Library('gig-ci@v1')\n${call}`, ['1:1 syntax @Library annotates nothing']],
    [`@Library('gig-ci@v1')\nimport a.B\n${call}`, []],
    ["@Library('other') _\nnode { }", []],
  ])('%j', (text, expected) => {
    expect(findingsOf(text, 'v1', 'v2')).toEqual(expected);
  });

  test('nothing is said about versions where no tags are known', () => {
    expect(findingsOf(`@Library('gig-ci@main') _\n${call}`)).toEqual([]);
  });
});

describe('a choice between whole maps', () => {
  test.each([
    ["gigDeploy(fast ? [repository: 7] : [repository: 'shop', aps: ['y']])", ['repository', 'aps']],
    ["def given = fast ? [repository: 7] : [repository: 'shop']\ngigDeploy(given)", ['repository']],
    [
      "gigDeploy(fast ? [aps: ['y']] : slow ? [apps: 'y'] : [repository: 'shop'])",
      ['repository', 'aps', 'apps'],
    ],
    // What both lack is one problem.
    ["gigDeploy(fast ? [apps: ['y']] : [apps: ['z']])", ['repository']],
    ["gigDeploy(fast ? [repository: 'shop'] : 'shop')", [undefined]],
    ["gigDeploy(fast ? [repository: 'shop'] : null)", []],
  ])('%s', (call, paths) => {
    const { findings } = checkFile({ path: 'Jenkinsfile', text: `${LIBRARY}${call}` }, testLibrary());
    expect(findings.map(({ path }) => path)).toEqual(paths);
    expect(uncheckedIn(call)).toEqual([]);
  });

  test('where one of them is known only at run time, that is said, and the other is checked', () => {
    const call = 'gigDeploy(fast ? [repository: 7] : settings)';
    expect(problemsOf(call)).toEqual(['31 type repository is not a string: 7']);
    expect(uncheckedIn(call)).toEqual(['1:36 what is passed to gigDeploy is known only at run time']);
  });
});

test('a closure behind a call does not keep its arguments from being checked', () => {
  expect(problemsOf("gigDeploy(repository: 7) { echo 'x' }")).toEqual([
    '23 type repository is not a string: 7',
    '26 arguments an argument has no name',
  ]);
});

test('what could not be checked is said', () => {
  expect(
    uncheckedIn(
      'gigDeploy(repository: env.X, apps: [*others, name], scan: [(key): 1])\ngigDeploy(settings)\ngigDeploy(x())',
    ),
  ).toEqual([
    '1:23 gigDeploy: repository is known only at run time',
    '1:36 gigDeploy: apps may have more in it',
    '1:46 gigDeploy: apps[0] is the value of name, which is known only at run time',
    '1:59 gigDeploy: scan may have more in it',
    '2:11 what is passed to gigDeploy is known only at run time',
    '3:11 what is passed to gigDeploy is known only at run time',
  ]);
});

test('a former name is corrected, unless the name of today is there, too', () => {
  const fixed = (text: string) => corrected({ path: 'Jenkinsfile', text }, testLibrary());
  expect(fixed("gigNotify(webhook: 'x')")).toEqual({ text: "gigNotify(address: 'x')", fixed: 1 });
  expect(fixed("gigNotify(webhook: 'x', address: 'y')").fixed).toBe(0);
});

test('behind a mistake the rest is still checked', () => {
  expect(findingsOf(`${LIBRARY}gigNotify(status: 'x)\nnode {\n  gigDeploy(repository: 7)\n}\n`)).toEqual([
    "2:10 syntax '(' is not closed: ')' is expected before the end of the file",
    "2:19 enum status is not one of 'SUCCESS', 'FAILURE': 'x)'",
    '2:22 syntax the string does not end on its line',
    '4:25 type repository is not a string: 7',
  ]);
});

test.each<[string, string]>([
  ['a list of 200,000 items', `gigDeploy(repository: 'shop', apps: [${"'a', ".repeat(200_000)}])`],
  ['200,000 lines', "gigDeploy(repository: 'shop')\n".repeat(200_000)],
  [
    'a variable that is used 100,000 times',
    `def n = 'shop'\n${'gigDeploy(repository: n)\n'.repeat(100_000)}`,
  ],
  [
    '100,000 lists in a list',
    `def a = ['x']\ngigDeploy(repository: 'shop', apps: [${'*a, '.repeat(100_000)}])`,
  ],
  ['a choice of 50,000', `gigDeploy(repository: ${"x ? 'shop' : ".repeat(50_000)} 'shop')`],
  ['holes in holes', '"${'.repeat(300_000)],
  ['brackets in brackets', '(['.repeat(500_000)],
])('%s is checked in seconds', (_name, text) => {
  const began = performance.now();
  const { findings } = checkFile({ path: 'Jenkinsfile', text: LIBRARY + text }, testLibrary());
  expect(findings).toBeDefined();
  expect(performance.now() - began).toBeLessThan(20_000);
});
