import { builtLine, checkLines } from '../../src/terminal/build-report';
import type { BuildOutcome } from '../../src/terminal/build-report';
import { createStyle } from '../../src/terminal/style';

const plain = createStyle(false);
const outcome: BuildOutcome = {
  globalVariables: ['gigOne', 'gigTwo'],
  scripts: [{}],
  written: ['groovy-out/vars/gigOne.groovy'],
  unchanged: ['groovy-out/vars/gigTwo.groovy'],
  removed: [],
  milliseconds: 842.4,
};

test('a build tells what it made and how long that took', () => {
  expect(builtLine(outcome, plain)).toBe(
    '✓ Built groovy-out/: 2 global variables, 1 script in 842 ms (files: 1 written, 1 unchanged)',
  );
  expect(builtLine({ ...outcome, written: [], removed: ['x'] }, plain)).toContain(
    '(files: 1 unchanged, 1 removed)',
  );
});

test('a fresh library says so', () => {
  expect(checkLines([], outcome, plain)).toEqual(['✓ groovy-out/ is fresh: 1 file']);
});

test('a stale library shows each file with its diff and the remedy', () => {
  const stale = [
    { path: 'groovy-out/vars/gigOne.groovy', reason: 'different', diff: '-old\n+new' },
    { path: 'groovy-out/vars/gigOld.groovy', reason: 'leftover', diff: '' },
  ] as const;
  expect(checkLines(stale, outcome, plain)).toEqual([
    'groovy-out/vars/gigOne.groovy is out of date',
    '  -old',
    '  +new',
    'groovy-out/vars/gigOld.groovy is made by no source any more',
    '✗ groovy-out/ is stale: 2 files. Run npx gig-ci build and commit what it writes.',
  ]);
});
