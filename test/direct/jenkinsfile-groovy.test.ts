/** What our reader accepts means the same to Groovy itself. */
import { readCall } from './read-call';
import { evaluateGroovy, GROOVY_TIMEOUT_MILLISECONDS } from '../support/groovy';
import { describeWithJava } from '../support/java';

const CALLS = [
  'gigX()',
  'gigX();',
  'gigX(a: 1)',
  'gigX a: 1, b: [c: 2]',
  "gigX a: 1,\n    b: 'two'\n",
  "gigX([a: 1, 'b-c': 2])",
  'gigX([:])',
  'gigX(\n  a: 1, // one\n  /* two */ b: 2\n)\n',
  'gigX(a: 1, b: 2,)',
  "gigX(\n  apps: [\n    'users',\n    'gigs',\n  ],\n)",
  'gigX(a: true, b: false, c: null)',
  'gigX(a: 0, b: -1, c: 1_000, d: 2.5, e: 1e3, f: 7L, g: - 2.5e-1, h: 3000000000, i: 5.0, j: 1.5G, k: 2d)',
  'gigX(a: [], b: [:], c: [1, [2, 3],], d: [e: [:], f: [],])',
  String.raw`gigX(a: 'it\'s', b: "say \"hi\" for \$1", c: 'a\tb\\c\n', d: '$HOME {x}', e: '\$', f: "it's")`,
  "gigX(a: '''one\ntwo 'quoted' ''', b: \"\"\"three\"\"\")",
  "gigX(a: '''one\\\ntwo''', b: 'one\\\ntwo')",
  "gigX(a: '// no comment', b: '/* nor this')",
  'gigX(class: 1, in: 2, "x y": 3, true: 4)',
  'gigX(z: 1, y: [x: 2, w: 3], a: 4)',
  "gigX(a: 'grüße 😀')",
  'gigX(a: [1,\n2], b:\n3)',
  "gigX(a\n: 'x')",
  'gigX( /* none */ )',
];

describeWithJava('calls', () => {
  test(
    'are what Groovy passes to the global variable',
    async () => {
      const results = await evaluateGroovy(
        CALLS.map((call) => `def gigX(Map given = [:]) { given }\n${call}\n`),
      );
      CALLS.forEach((call, index) => {
        const ours = readCall(`@Library('gig-ci@v1') _\n${call}`).arguments;
        const inOrder = (value: unknown): string => `${call} -> ${JSON.stringify(value)}`;
        const theirs = results[index];
        expect(theirs).toHaveProperty('value');
        if (theirs !== undefined && 'value' in theirs) expect(inOrder(ours)).toBe(inOrder(theirs.value));
      });
    },
    GROOVY_TIMEOUT_MILLISECONDS,
  );
});
