import { createStyle } from '../../src/terminal/style';
import { nextLines, summaryLines } from '../../src/terminal/summary';
import { record, stage, step } from './records';

const plain = createStyle(false);

test('a success tells its virtual time and the number of steps', () => {
  const lines = summaryLines(record({ duration: 372_000, events: [step({}), step({ sequence: 1 })] }), plain);
  expect(lines).toEqual(['SUCCESS after 6 min 12 s of virtual time, 2 steps']);
});

test('a failure gives its message, line by line', () => {
  const lines = summaryLines(
    record({ result: 'FAILURE', failure: { kind: 'error', message: 'gigX: 1 problem\n  a  is required' } }),
    plain,
  );
  expect(lines).toEqual([
    'FAILURE after 0 ms of virtual time, 0 steps',
    '  gigX: 1 problem',
    '    a  is required',
  ]);
});

test('a fault names the place in the source', () => {
  const failure = {
    kind: 'fault',
    message: 'not serialisable: java.util.regex.Matcher',
    location: 'vars/gigX.ts:7',
  } as const;
  expect(summaryLines(record({ result: 'FAILURE', failure }), plain)[1]).toBe(
    '  not serialisable: java.util.regex.Matcher (vars/gigX.ts:7)',
  );
});

test('a notification is shown with the image that it is about', () => {
  const value = { status: 'SUCCESS', image: 'registry.example.com/app', tag: '42-a3f5c21' };
  const events = [step({ effects: { publishes: ['image'] } })];
  const published = record({ events, sent: [{ script: 'notify.sh', value }] });
  expect(summaryLines(published, plain).slice(1)).toEqual([
    '  image   registry.example.com/app:42-a3f5c21',
    '  sent    by notify.sh {',
    '            "status": "SUCCESS",',
    '            "image": "registry.example.com/app",',
    '            "tag": "42-a3f5c21"',
    '          }',
  ]);
});

test('a failure that a stage has shown is not said again', () => {
  const failure = { kind: 'error', message: 'script returned exit code 1' } as const;
  const lines = summaryLines(
    record({ result: 'FAILURE', failure, stages: [stage({ result: 'FAILURE' })] }),
    plain,
  );
  expect(lines).toHaveLength(1);
});

test('no image where nothing was published', () => {
  const value = { status: 'FAILED', image: 'registry.example.com/app', tag: '42-a3f5c21' };
  const lines = summaryLines(record({ sent: [{ script: 'notify.sh', value }] }), plain);
  expect(lines.filter((line) => line.includes('image  '))).toEqual([]);
});

test('no image where the build ended before there was a tag', () => {
  const value = { status: 'FAILED', image: 'registry.example.com/app', tag: '' };
  const events = [step({ effects: { publishes: ['package'] } })];
  const lines = summaryLines(record({ events, sent: [{ script: 'notify.sh', value }] }), plain);
  expect(lines.filter((line) => line.includes('image  '))).toEqual([]);
});

const command = 'npx gig-ci run a/Jenkinsfile --world direct';
const places = { jenkinsfile: 'a/Jenkinsfile', scenario: 'a/scenario.json', scenarioExists: false, command };

test('three lines say what to do next', () => {
  const lines = nextLines(places, plain);
  expect(lines).toHaveLength(4);
  expect(lines[1]).toMatch(/a\/scenario\.json.* create it/);
  expect(lines[3]).toContain(`${command} --log`);
});

test('a long command has its text below, so that lines stay readable', () => {
  const long = `${command} --scenario some/folder/with/scenarios/aborted.json`;
  const lines = nextLines({ ...places, command: long }, plain);
  expect(lines.slice(-2)).toEqual([
    `  ${long} --log`,
    '    what the pipeline prints; --json: every step with arguments, times and outcome',
  ]);
});
