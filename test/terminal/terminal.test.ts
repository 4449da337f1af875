import { PassThrough } from 'node:stream';
import { wantsColour } from '../../src/terminal/style';
import { Terminal } from '../../src/terminal/terminal';

function stream(isTTY: boolean) {
  const output = Object.assign(new PassThrough({ encoding: 'utf8' }), { isTTY, columns: 20 });
  return { output, written: () => String(output.read() ?? '') };
}

test.each([
  [true, {}, true],
  [true, { NO_COLOR: '' }, true],
  [true, { NO_COLOR: '1' }, false],
  [true, { TERM: 'dumb' }, false],
  [false, {}, false],
  [false, { CI: 'true' }, false],
])('terminal %s with %j: colour %s', (isTTY, environment, expected) => {
  expect(wantsColour({ isTTY }, environment)).toBe(expected);
});

test('a pipe gets plain lines and no status', () => {
  const { output, written } = stream(false);
  const terminal = new Terminal(output, {});
  terminal.showStatus('Checkout');
  terminal.print(terminal.style.red('failed'), 'done');
  expect(written()).toBe('failed\ndone\n');
});

test('on a terminal the status line makes room for lines, comes back below them, and never wraps', () => {
  const { output, written } = stream(true);
  const terminal = new Terminal(output, { NO_COLOR: '1' });
  terminal.showStatus('a stage with a very long name');
  terminal.print('done');
  const eraseLine = '\u001b[1G\u001b[0J';
  expect(written()).toBe(`${eraseLine}a stage with a very${eraseLine}done\n${eraseLine}a stage with a very`);
  terminal.showStatus();
  expect(written()).toBe(eraseLine);
});

test('a status of several lines is replaced as a whole', () => {
  const { output, written } = stream(true);
  const terminal = new Terminal(output, { NO_COLOR: '1' });
  terminal.showStatus('one', 'two', 'three');
  written();
  terminal.showStatus('four');
  // To the first column, two lines up, and away with all below.
  expect(written()).toBe('\u001b[1G\u001b[2A\u001b[0Jfour');
  terminal.showStatus('four');
  expect(written()).toBe('');
});
