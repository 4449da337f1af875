import { PassThrough } from 'node:stream';
import { closingLines, LiveReport, succeeded } from '../../src/terminal/run-report';
import { Terminal } from '../../src/terminal/terminal';
import { createStyle } from '../../src/terminal/style';
import { record, stage, step } from './records';

test('the first world is printed as a tree, the second only on the status line', () => {
  const output = Object.assign(new PassThrough({ encoding: 'utf8' }), { isTTY: false });
  const report = new LiveReport(new Terminal(output, {}), 'Run of Jenkinsfile', false);
  for (const world of ['direct', 'engine'] as const) {
    report.update(world, { kind: 'stageBegan', name: 'Checkout', thread: '', began: 0 });
    report.update(world, { kind: 'stageEnded', stage: stage({ name: 'Checkout' }) });
    report.update(world, { kind: 'ended', result: 'SUCCESS', duration: 1000 });
  }
  expect(String(output.read())).toMatch(/^Run of Jenkinsfile\n {2}✓ Checkout +1 s\n$/);
});

test('on a terminal the running stage of either world is shown and removed at the end', () => {
  const output = Object.assign(new PassThrough({ encoding: 'utf8' }), { isTTY: true, columns: 80 });
  const report = new LiveReport(new Terminal(output, { NO_COLOR: '1' }), 'Run of Jenkinsfile', false);
  report.update('direct', { kind: 'stageBegan', name: 'Checkout', thread: '', began: 0 });
  expect(String(output.read())).toContain('… Checkout');
  report.update('engine', { kind: 'stageBegan', name: 'Checkout', thread: '', began: 0 });
  expect(String(output.read())).toContain('… on the Pipeline engine: Checkout');
  report.update('engine', { kind: 'ended', result: 'SUCCESS', duration: 0 });
  expect(String(output.read())).toBe('\u001b[1G\u001b[0J');
});

test('what the pipeline prints is shown when it is wanted', () => {
  const line = { kind: 'line', text: 'hello', time: 0 } as const;
  const printed = [true, false].map((withLog) => {
    const output = Object.assign(new PassThrough({ encoding: 'utf8' }), { isTTY: false });
    new LiveReport(new Terminal(output, {}), 'Run', withLog).update('direct', line);
    return String(output.read());
  });
  expect(printed).toEqual(['Run\n    hello\n', 'Run\n']);
});

test('what takes seconds before the run stands under its title', () => {
  const output = Object.assign(new PassThrough({ encoding: 'utf8' }), { isTTY: false });
  const report = new LiveReport(new Terminal(output, {}), 'Run of Jenkinsfile', false);
  report.prepare('compiling the engine (once)');
  report.update('direct', { kind: 'ended', result: 'SUCCESS', duration: 0 });
  expect(String(output.read())).toBe('Run of Jenkinsfile\n  … compiling the engine (once)\n');
});

const places = {
  jenkinsfile: 'a/Jenkinsfile',
  scenario: 'a/scenario.json',
  scenarioExists: true,
  command: 'npx gig-ci run a/Jenkinsfile',
};
const lines = (outcome: Parameters<typeof closingLines>[0]) =>
  closingLines(outcome, places, createStyle(false));
const success = record({ events: [step({}), step({ sequence: 1 })] });

test('equal worlds tell how much was compared', () => {
  const outcome = { records: { direct: success, engine: success } };
  expect(lines(outcome)).toContain(
    '  worlds  ✓ both worlds produced the same run record (2 events compared)',
  );
  expect(succeeded(outcome)).toBe(true);
});

test('a world that was left out is told with its reason, and is no failure', () => {
  const outcome = { records: { direct: success }, leftOut: 'the Pipeline engine needs Maven once' };
  expect(lines(outcome)).toContain('  worlds  Node only; the Pipeline engine needs Maven once');
  expect(succeeded(outcome)).toBe(true);
  const engineOnly = { records: { engine: success }, leftOut: 'Node runs a single call' };
  expect(lines(engineOnly)).toContain('  worlds  the Pipeline engine only; Node runs a single call');
});

test('different worlds show the first difference and fail the command', () => {
  const difference = {
    kind: 'event',
    thread: '/3.0',
    sequence: 4,
    field: 'arguments',
    left: step({ operation: 'sh', arguments: { script: 'make' } }),
    right: step({ operation: 'sh', arguments: { script: 'make all' } }),
  } as const;
  const outcome = { records: { direct: success, engine: success }, difference };
  const text = lines(outcome);
  const place = text.indexOf("  first difference: arguments of step 5 of thread '/3.0', sh make");
  expect(text.slice(place + 1, place + 3)).toEqual([
    '    in Node    {"script":"make"}',
    '    on engine  {"script":"make all"}',
  ]);
  expect(succeeded(outcome)).toBe(false);
});

test.each(['FAILURE', 'ABORTED', 'UNSTABLE', 'NOT_BUILT'] as const)('%s fails the command', (result) => {
  expect(succeeded({ records: { engine: record({ result }) } })).toBe(false);
});
