import { readScenario, type Scenario, ScenarioError } from '../../src/simulator/scenario';
import { echo, run } from './fake-program';
import { output, script } from './scripts';

/** The problems of a scenario, one line each. */
function problems(scenario: unknown): readonly string[] {
  try {
    readScenario(JSON.stringify(scenario), 'scenario.json');
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    return error.problems.map(({ path, message }) => `${path}: ${message}`);
  }
  return [];
}

/** Every part of a scenario; the type sees to it that none is forgotten. */
const everything: Required<Scenario> = {
  extends: 'base.json',
  $schema: '../scenario.schema.json',
  branch: 'main',
  tag: 'v1',
  pullRequest: { id: 1, target: 'main', fork: true },
  buildNumber: 1,
  job: 'gig',
  commit: '0123456789abcdef0123456789abcdef01234567',
  environment: { A: 'b' },
  parameters: { A: 'b', B: 1, C: true },
  credentials: {
    a: { type: 'text' },
    b: { type: 'usernamePassword' },
    c: { type: 'file' },
    d: { type: 'aws' },
  },
  tools: ['docker'],
  missingSteps: ['lock'],
  files: { 'a/b.txt': '' },
  commands: [
    {
      command: 'make',
      call: 1,
      exit: 1,
      output: 'x',
      outputs: { a: 'x', b: 1, c: true, d: ['x'] },
      seconds: 0.5,
    },
  ],
  testResults: { passed: 1, failed: 0, skipped: 2 },
  qualityGate: { status: 'ERROR', seconds: 'never' },
  abortAtStep: 3,
  agentLostAtStep: 4,
  superseded: true,
  seed: 7,
};

describe('readScenario', () => {
  test('accepts every part', () => {
    expect(readScenario(JSON.stringify(everything), 'x.json')).toEqual(everything);
  });

  test('accepts nothing at all', () => {
    expect(readScenario('{}', 'x.json')).toEqual({});
  });

  test('accepts a job without branches', () => {
    expect(problems({ branch: null, qualityGate: { seconds: 3 } })).toEqual([]);
  });

  test('tells all problems at once, with path and nearest name', () => {
    expect(
      problems({
        brnach: 'main',
        commands: [
          { comand: 'make', exit: 256 },
          { command: 'x', seconds: '3' },
        ],
        credentials: { key: { type: 'secret' } },
        pullRequest: { id: 0, target: 'main' },
        commit: 'a3f5c21',
        qualityGate: { seconds: 'always' },
        environment: { A: 1 },
        files: ['a'],
      }).toSorted(),
    ).toEqual([
      "brnach: is not known; did you mean 'branch'?",
      "commands[0].comand: is not known; did you mean 'command'?",
      'commands[0].command: is required',
      'commands[0].exit: must be at most 255, not 256',
      'commands[1].seconds: must be a number, not "3"',
      'commit: must match ^[0-9a-f]{40}$, not "a3f5c21"',
      'credentials.key.type: must be one of text, usernamePassword, file, aws, not "secret"',
      'environment.A: must be a string, not 1',
      'files: must be an object, not ["a"]',
      'pullRequest.fork: is required',
      'pullRequest.id: must be at least 1, not 0',
      'qualityGate.seconds: must be a number or "never", not "always"',
    ]);
  });

  test('reads as a list', () => {
    expect(() => readScenario('{"tols": [], "seed": -1}', 'jobs/scenario.json')).toThrow(
      'jobs/scenario.json: 2 problems\n' +
        "  tols                    is not known; did you mean 'tools'?\n" +
        '  seed                    must be at least 0, not -1',
    );
  });

  test('refuses what is no object', () => {
    expect(problems([])).toEqual([': must be an object, not []']);
    expect(
      problems({ branch: '', tools: 'docker', pullRequest: { id: 1, target: 'x', fork: 'no' } }),
    ).toEqual([
      'branch: must not be empty',
      'pullRequest.fork: must be true or false, not "no"',
      'tools: must be a list, not "docker"',
    ]);
  });

  test.each([
    ['{ branch: main }', /^x\.json:1:3: 1 problem\n\s+is not JSON: Expected property name or '}'$/],
    [
      '{\n  "branch": "main",\n}',
      /^x\.json:3:1: 1 problem\n\s+is not JSON: Expected double-quoted property name$/,
    ],
    ['{\n  "branch": "main"', /^x\.json:2:19: 1 problem\n\s+is not JSON: /],
    ['', /^x\.json:1:1: 1 problem\n\s+is not JSON: Unexpected end of JSON input$/],
    // Here Node quotes the place instead of counting.
    ['branch', /^x\.json:1:1: 1 problem\n\s+is not JSON: Unexpected token 'b'$/],
  ])('refuses what is not JSON, with its place: %j', (text, message) => {
    expect(() => readScenario(text, 'x.json')).toThrow(message);
  });
});

describe('a scenario that does not fit the scripts', () => {
  const scripts = [script('start-postgres.sh', { outputs: [output('port', 'integer', '1')] })];
  const simulate = (scenario: Scenario) => () => run(() => echo('x'), scenario, { scripts });

  test('names outputs that do not exist', () => {
    expect(simulate({ commands: [{ command: 'start-postgres.sh', outputs: { prot: 5 } }] })).toThrow(
      "commands[0].outputs.prot  is no output of start-postgres.sh; did you mean 'port'?",
    );
  });

  test('names scripts that do not exist', () => {
    expect(simulate({ commands: [{ command: 'start-postgre.sh', outputs: { port: 5 } }] })).toThrow(
      "'start-postgre.sh' is no resource script; did you mean 'start-postgres.sh'?",
    );
  });

  test('a rule without outputs may be for any command, but nearly the name of a script is a slip', () => {
    expect(simulate({ commands: [{ command: 'anything', exit: 1 }] })).not.toThrow();
    expect(simulate({ commands: [{ command: './start-postgre.sh', exit: 1 }] })).not.toThrow();
    expect(simulate({ commands: [{ command: 'start-postgre.sh', exit: 1 }] })).toThrow(
      "commands[0].command     'start-postgre.sh' is no resource script; did you mean 'start-postgres.sh'?",
    );
  });
});
