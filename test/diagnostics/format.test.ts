import type { Diagnostic } from '../../src/diagnostics/diagnostic';
import { formatDiagnostic, formatDiagnostics } from '../../src/diagnostics/format';

const diagnostic: Diagnostic = {
  code: 'GIG1001',
  file: 'vars/gigPush.ts',
  line: 12,
  column: 5,
  length: 3,
  message: '`var` is visible outside its block.',
  suggestion: 'Write `const`.',
  sourceLine: '    var tag = image;',
};

test('place, code, message, the marked line, what to do', () => {
  expect(formatDiagnostic(diagnostic, false)).toBe(
    [
      'vars/gigPush.ts:12:5 GIG1001 `var` is visible outside its block.',
      '',
      '    var tag = image;',
      '    ^^^',
      '',
      '  Write `const`.',
    ].join('\n'),
  );
});

test('the marker stands below its text, also behind a tab', () => {
  const marked = { ...diagnostic, column: 4, sourceLine: '\tx\tvar tag' };
  expect(formatDiagnostic(marked, false).split('\n').slice(2, 4)).toEqual(['    x\tvar tag', '     \t^^^']);
});

test('of a long line the part around the place is shown', () => {
  const line = `  ${'x'.repeat(400)}var${'y'.repeat(400)}`;
  const [shown = '', marker = ''] = formatDiagnostic({ ...diagnostic, column: 403, sourceLine: line }, false)
    .split('\n')
    .slice(2, 4);
  expect(shown).toBe(`    …${'x'.repeat(60)}var${'y'.repeat(97)}…`);
  expect(shown.slice(marker.indexOf('^'), marker.length)).toBe('var');
  const whole = formatDiagnostic({ ...diagnostic, column: 3, length: 800, sourceLine: line }, false);
  expect(whole.split('\n').slice(2, 4)).toEqual([`    ${'x'.repeat(160)}…`, `    ${'^'.repeat(161)}`]);
});

test('colours are for terminals only', () => {
  expect(formatDiagnostic(diagnostic, true)).toContain('\u001b[');
  expect(formatDiagnostic(diagnostic, false)).not.toContain('\u001b[');
});

test('several say how many', () => {
  expect(formatDiagnostics([diagnostic], false)).toMatch(/\n1 problem$/);
  expect(formatDiagnostics([diagnostic, diagnostic], false)).toMatch(/\n2 problems$/);
});
