/** Colours are inferred across files, and each pipeline function can say why it is one. */
import { analyse, type Analysis } from '../../../src/compiler/analysis/analyse';
import { functionName, type FunctionLike } from '../../../src/compiler/analysis/functions';
import { loadSources } from '../../../src/compiler/load';

const sources = {
  'vars/gigMain.ts': `
import { echo, env } from 'gig-ci/jenkins';
import { stop } from './gigOther';
import { shorten } from './shared/tags';
export function pure(names: readonly string[]): string { return names.map((name) => shorten(name)).join(','); }
export function direct(): void { echo('x'); }
export function indirect(): void { middle(); }
function middle(): void { direct(); }
export function reads(): string { return env['X'] ?? ''; }
export function crosses(): void { stop(); }
export function calls(body: () => void): void { body(); }
export function makes(): () => number { return () => 1; }
export function mapsWithSteps(names: readonly string[]): void { names.forEach((name) => { echo(name); }); }
`,
  'vars/gigOther.ts': 'export function stop(): void {}',
  'vars/shared/tags.ts': 'export function shorten(tag: string): string { return tag.slice(0, 7); }',
};

const analysis: Analysis = analyse(loadSources('/project', new Map(Object.entries(sources))));

function named(name: string): FunctionLike {
  const found = [...analysis.functions.values()].flat().find((each) => functionName(each) === name);
  if (found === undefined) throw new Error(`no function ${name}`);
  return found;
}

test.each(['pure', 'shorten', 'stop'])('%s is pure', (name) => {
  expect(analysis.colourOf(named(name))).toBe('pure');
});

test.each([
  ['direct', "'direct' calls step 'echo' (vars/gigMain.ts:6)"],
  [
    'indirect',
    "'indirect' calls 'middle', which calls 'direct', which calls step 'echo' (vars/gigMain.ts:6)",
  ],
  ['reads', "'reads' reads 'env' of the build (vars/gigMain.ts:9)"],
  ['crosses', "'crosses' calls global variable 'gigOther' (vars/gigMain.ts:10)"],
  ['calls', "'calls' calls a function value, which may use steps (vars/gigMain.ts:11)"],
  ['makes', "'makes' makes a function value, which may use steps (vars/gigMain.ts:12)"],
  [
    'mapsWithSteps',
    "'mapsWithSteps' uses a callback with steps, which calls step 'echo' (vars/gigMain.ts:13)",
  ],
])('%s is a pipeline function and says why', (name, reason) => {
  expect(analysis.colourOf(named(name))).toBe('pipeline');
  expect(analysis.reasonText(named(name))).toBe(reason);
});
