import { differenceLines } from '../../src/terminal/difference';
import { createStyle } from '../../src/terminal/style';
import { step } from './records';

const plain = createStyle(false);

test('a step that one world lacks', () => {
  const lines = differenceLines(
    {
      kind: 'event',
      thread: '',
      sequence: 2,
      field: 'event',
      left: undefined,
      right: step({ operation: 'junit' }),
    },
    plain,
  );
  expect(lines).toEqual([
    "  first difference: step 3 of thread ''",
    '    in Node    nothing',
    '    on engine  "junit"',
  ]);
});

test('steps in another order', () => {
  const lines = differenceLines(
    { kind: 'order', index: 0, left: step({ thread: '/1.0' }), right: step({ thread: '/1.1' }) },
    plain,
  );
  expect(lines).toEqual([
    '  first difference: step 1 of the run',
    `    in Node    "echo in thread '/1.0'"`,
    `    on engine  "echo in thread '/1.1'"`,
  ]);
});

test('something beside the steps', () => {
  const lines = differenceLines({ kind: 'record', field: 'log', left: ['a'], right: ['a', 'b'] }, plain);
  expect(lines[0]).toBe('  first difference: log of the run');
  expect(lines.slice(1)).toEqual(['    in Node    ["a"]', '    on engine  ["a","b"]']);
});
