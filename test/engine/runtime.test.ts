/** The helpers that generated code uses load and run inside the sandbox, from CPS code, with JavaScript's results. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Value } from '../../src/simulator/program';
import { runSteps, value } from './run-steps';
import { describeWithEngine } from './with-engine';

/** Groovy expressions and what JavaScript makes of the same. */
const examples: readonly (readonly [groovy: string, javaScript: Value])[] = [
  ['Numbers.add(9007199254740991L, 1L)', 9007199254740991 + 1],
  ['Numbers.divide(1L, 3L)', 1 / 3],
  ['Numbers.remainder(-5L, 3L)', -5 % 3],
  ['Numbers.floor(-0.5d)', Math.floor(-0.5)],
  ['Numbers.round(2.5d)', Math.round(2.5)],
  ['[Numbers.min(1L, 2L), Numbers.max(1L, 2L), Numbers.abs(-1L)]', [1, 2, 1]],
  [
    '[Numbers.toText(1e21d), Numbers.toText(0.1d + 0.2d), Numbers.toText(100.0d)]',
    [1e21, 0.1 + 0.2, 100].map(String),
  ],
  ["Text.split('a,b,,', ',')", 'a,b,,'.split(',')],
  ["Text.replace('a.b.c', '.', '-')", 'a.b.c'.replace('.', '-')],
  ["Text.replaceAll('a.b.c', '.', '-')", 'a.b.c'.replaceAll('.', '-')],
  ["[Text.slice('abcdef', -3L), Text.charAt('abc', 1L), Text.trim('  a \\n')]", ['def', 'b', 'a']],
  ["[Text.toUpperCase('aß'), Text.padStart('7', 3L, '0'), Text.repeat('ab', 2L)]", ['ASS', '007', 'abab']],
  ["Text.of([1L, 'a', null, true])", String([1, 'a', undefined, true])],
  ["Text.withoutTrailingNewlines('x\\r\\n\\n')", 'x'],
  ['Lists.slice([1L, 2L, 3L], -2L)', [1, 2, 3].slice(-2)],
  ['[Lists.includes([1L, 2L], 2L), Lists.indexOf([1L], 5L), Lists.at([1L], 3L)]', [true, -1, null]],
  ["Lists.join(Lists.entries(['a', 'b']), ';')", [...['a', 'b'].entries()].join(';')],
  ['Lists.reverse([1L, 2L])', [2, 1]],
  ["Maps.keys([b: 1L, '2': 2L, '10': 3L, a: 4L])", Object.keys({ b: 1, '2': 2, '10': 3, a: 4 })],
  ['Maps.fromEntries(Maps.entries([a: 1L]))', { a: 1 }],
  ["Json.stringify([a: ['x\\n', 1L, 0.5d, null], b: [:]])", '{"a":["x\\n",1,0.5,null],"b":{}}'],
  ['Json.stringify([a: [1L]], 2L)', JSON.stringify({ a: [1] }, null, 2)],
  [
    "[Patterns.test('^v[0-9]+$', 'v12'), Patterns.replaceAll('a1b22', '([0-9]+)', '<$1>')]",
    [true, 'a<1>b<22>'],
  ],
  ["Shell.list('GIG_ARGS', ['a b', 'c'])", ['GIG_ARGS_COUNT=2', 'GIG_ARGS_1=a b', 'GIG_ARGS_2=c']],
  ['Shell.environment([A: 1L, B: null])', ['A=1']],
  [
    "Shell.outputs([port: 'integer', tags: 'list'], 'port=80\\ntags=a\\ntags=b')",
    { port: 80, tags: ['a', 'b'] },
  ],
  ['Values.plain([a: ["x${1 + 1}"], b: 1.5, c: null, d: 2] as Map)', { a: ['x2'], b: 1.5, d: 2 }],
];

describeWithEngine('the runtime helpers', (load) => {
  test('run in the sandbox as JavaScript does', async () => {
    const libraryFolder = await mkdtemp(join(tmpdir(), 'gig-ci-runtime-'));
    try {
      await cp(
        join(__dirname, '..', '..', 'src', 'runtime'),
        join(libraryFolder, 'src', 'gigci', 'runtime'),
        { recursive: true },
      );
      const calls = examples.map(([groovy]) => `junit(testResults: ${groovy})`);
      const jenkinsfile = ['import gigci.runtime.*', ...calls].join('\n');
      const { steps, outcome } = await runSteps(await load(jenkinsfile, { libraryFolder }));
      const expected = examples.map(([, result]) => `junit ${JSON.stringify([{ testResults: result }])}`);
      expect({ steps, outcome }).toEqual({ steps: expected, outcome: value(null) });
    } finally {
      await rm(libraryFolder, { recursive: true });
    }
  });
});
