/** The report of a run on this machine: lines behind their stage, a window on a terminal, a card for a failure. */
import { PassThrough } from 'node:stream';
import { abandonedLines, RealReport } from '../../src/terminal/real-report';
import { createStyle } from '../../src/terminal/style';
import { Terminal } from '../../src/terminal/terminal';
import { run, step, type Body } from '../simulator/fake-program';

const place = {
  name: 'orders/main #7',
  repository: '/src/orders',
  commit: 'a3f5c21d9b7e4f60812c3d5a6b7e8f9012345678',
  uncommitted: 0,
  workspace: '/state/workspace/orders',
  folder: '/state/jobs/orders/builds/7',
};

/** What is written while the program runs, and what is printed behind it. */
function reported(main: Body, isTerminal = false, scenario = {}) {
  const output = Object.assign(new PassThrough(), { isTTY: isTerminal, columns: 60 });
  const report = new RealReport(new Terminal(output, { NO_COLOR: '1' }), false);
  report.began(place);
  const record = run(main, scenario, { onEvent: (progress) => report.update(progress) });
  return { written: String(output.read()), closing: report.closing(record, place.folder, []) };
}

const failing: Body = () =>
  step('node', () =>
    step('stage', 'Work', () =>
      step('parallel', {
        left: () => step('sh', 'make left'),
        right: function* () {
          yield* step('sh', 'make right');
          yield* step('sh', 'make more');
        },
      }),
    ),
  );

const scenario = {
  commands: [
    { command: 'make right', output: 'old\n' },
    {
      command: 'make more',
      exit: 127,
      output: Array.from({ length: 25 }, (_, index) => `line ${index}\n`).join(''),
    },
  ],
};

test('on a pipe every line comes behind its stage and branch', () => {
  const { written } = reported(failing, false, scenario);
  expect(written.split('\n').slice(0, 4)).toEqual([
    'Run of orders/main #7 on this machine',
    '  commit  a3f5c21 of /src/orders',
    '  work    /state/workspace/orders',
    '  build   /state/jobs/orders/builds/7',
  ]);
  expect(written).toContain('  [right: Work] old\n');
  expect(written).toContain('  [right: Work] line 24\n');
});

test('the card shows the command that failed with its last lines, not those of others', () => {
  const { closing } = reported(failing, false, scenario);
  expect(closing.slice(1)).toEqual([
    'FAILURE after 2 s, 6 steps',
    '',
    'Failed: Work',
    '  command sh make more',
    '  exit    127',
    '  cause   script returned exit code 127',
    '  remedy  A program was not found: install it on this machine, or put it on the PATH.',
    '  output  line 5',
    ...Array.from({ length: 19 }, (_, index) => `          line ${index + 6}`),
    '  build   /state/jobs/orders/builds/7 has log, record.json and what was published',
  ]);
});

test('what cleans up behind the failure, in the same millisecond, is not taken for its cause', () => {
  const { closing } = reported(
    () =>
      step('node', function* () {
        try {
          yield* step('sh', 'make');
        } finally {
          yield* step('sh', 'make clean');
        }
      }),
    false,
    {
      commands: [
        { command: 'make clean', output: 'cleaned\n', seconds: 0 },
        { command: 'make', exit: 2, output: 'broken\n', seconds: 0 },
      ],
    },
  );
  expect(closing.slice(3, -1)).toEqual([
    'Failed: outside all stages',
    '  command sh make',
    '  exit    2',
    '  cause   script returned exit code 2',
    '  output  broken',
  ]);
});

test('a failure that an author throws shows its text and the command before it', () => {
  const { closing } = reported(
    () =>
      step('node', () =>
        step('stage', 'Gate', function* () {
          yield* step('sh', 'scan');
          yield* step('error', 'The scan found 3 vulnerabilities.\nUpdate them.');
        }),
      ),
    false,
    { commands: [{ command: 'scan', output: 'CVE-1\n' }] },
  );
  expect(closing.slice(2, -1)).toEqual([
    '',
    'Failed: Gate',
    '  command sh scan',
    '  cause   The scan found 3 vulnerabilities.',
    '          Update them.',
    '  output  CVE-1',
  ]);
});

test('a run that works has no card', () => {
  expect(reported(() => step('echo', 'fine')).closing).toEqual([
    '',
    'SUCCESS after 0 ms, 1 step',
    '  build   /state/jobs/orders/builds/7 has log, record.json and what was published',
  ]);
});

test('on a terminal a stage that has ended is one line', () => {
  const { written } = reported(
    () =>
      step('stage', 'Work', function* () {
        for (let line = 1; line <= 12; line += 1) yield* step('echo', `line ${line}`);
      }),
    true,
  );
  // What is still there when every "to the first column, up, away with all below" has been carried out.
  const screen = shownBy(written);
  expect(screen).toContain('  ✓ Work                                        0 ms');
  expect(screen.filter((line) => line.includes('line '))).toEqual([]);
  expect(written).toContain('[Work] line 12');
});

test('what a run leaves that is ended at once is named', () => {
  expect(abandonedLines(['/w'], createStyle(false))[1]).toBe(
    '  left    /w and /w@tmp, which the next run of this job removes',
  );
});

/** The lines of a terminal behind these writes. */
function shownBy(written: string): readonly string[] {
  const lines: string[] = [''];

  for (const [part] of written.matchAll(/\u001b\[\d*[A-Z]|\n|[^\u001b\n]+/g)) {
    const [, amount] = /^\u001b\[(\d*)A$/.exec(part) ?? [];
    if (part === '\n') lines.push('');
    else if (amount !== undefined) lines.splice(lines.length - Number(amount));
    else if (part.endsWith('0J')) lines[lines.length - 1] = '';
    else if (!part.startsWith('\u001b')) lines.push((lines.pop() ?? '') + part);
  }
  return lines;
}
