import { complaints, read, readInterface } from './read';

test.each<[string, unknown]>([
  ["'x'", 'x'],
  ['`x`', 'x'],
  ['-1.5', -1.5],
  ['true', true],
  ["['a', ['b'], []]", ['a', ['b'], []]],
  ["{ key: 'x', 'other key': [1] }", { key: 'x', 'other key': [1] }],
  ['(CONSTANT)', ['from a constant']],
  ["['x'] as const", ['x']],
])('default %s', (written, expected) => {
  const options = { pattern: `a = ${written}`, more: "const CONSTANT = ['from a constant'];" };
  expect(readInterface('/** A. */ a?: string;', options).parameters[0]?.defaultValue).toEqual(expected);
});

test.each([['compute()'], ["'a' + 'b'"], ['b'], ['[...LIST]'], ['{ ...GROUP }'], ['variable']])(
  'default %s is refused',
  (written) => {
    const more =
      'let variable = 1; const LIST = [1]; const GROUP = {}; function compute(): string { return variable; }';
    const body = '/** A. */ a?: string;\n/** B. */ b?: string;';
    expect(complaints(body, { pattern: `b, a = ${written}`, more })).toEqual([`GIG4005 a = ${written}`]);
  },
);

test('a required parameter has no default', () => {
  expect(complaints('/** A. */ a: string;', { pattern: "a = 'x'" })).toEqual(['GIG4013 a: string;']);
});

test('defaults of a group stand in the function that takes the group apart, also in another global variable', () => {
  const { models, diagnostics } = read({
    'vars/gigPipeline.ts': `
import gigScan, { type ScanGroup } from './gigScan';
interface Parameters {
  /** Scan. */
  scan?: false | ScanGroup;
  /** Options. */
  options?: Options;
}
interface Options {
  /** Minutes. */
  minutes?: number;
  /** Retries. */
  retries?: number;
}
/** Runs all. */
export default function gigPipeline({ scan = {}, options = {} }: Parameters): void {
  const { minutes = 120 } = options;
  run(options);
  if (scan !== false) gigScan({ image: 'x', ...scan });
}
function run({ retries: times = 1 }: Options): void {}
`,
    'vars/gigScan.ts': `
export interface ScanGroup {
  /** Severity. */
  severity?: string;
}
interface Parameters extends ScanGroup {
  /** Image. */
  image: string;
}
/** Scans. */
export default function gigScan({ image, severity = 'HIGH' }: Parameters): void {}
`,
  });
  expect(diagnostics).toEqual([]);
  const [scan, options] = models[0]?.parameters ?? [];
  expect(scan).toMatchObject({
    defaultValue: {},
    type: { canBeFalse: true, parameters: [{ name: 'severity', defaultValue: 'HIGH' }] },
  });
  expect(options).toMatchObject({
    type: {
      parameters: [
        { name: 'minutes', defaultValue: 120 },
        { name: 'retries', defaultValue: 1 },
      ],
    },
  });
});

test('two different defaults contradict each other', () => {
  const more = "function other({ a = 'y' }: Parameters): void {}";
  expect(complaints('/** A. */ a?: string;', { pattern: "a = 'x'", more })).toEqual(["GIG4014 a = 'x'"]);
});
