import type { Value } from '../../src/simulator/program';
import type { ScriptSource } from '../../src/simulator/resources';
import type { Scenario } from '../../src/simulator/scenario';
import { run, step } from './fake-program';
import { input, output, script } from './scripts';

describe('a resource script', () => {
  /** Runs a script as the compiler does, with an environment and perhaps credentials. */
  function runScript(
    source: ScriptSource,
    options: {
      readonly env?: readonly string[];
      readonly scenario?: Scenario;
      readonly secret?: string;
      readonly stdout?: boolean;
    } = {},
  ) {
    let answer: Value = null;
    const bindings =
      options.secret === undefined
        ? []
        : [{ $symbol: 'string', credentialsId: 'id', variable: `GIG_${options.secret}` }];
    const record = run(
      () =>
        step('node', '', () =>
          step('withCredentials', bindings, () =>
            step('withEnv', options.env ?? [], function* () {
              const text = yield* step('libraryResource', {
                resource: `gig-ci/${source.model.name}`,
                encoding: 'UTF-8',
              });
              answer = yield* step('sh', {
                script: text,
                label: source.model.name,
                returnStdout: options.stdout ?? false,
              });
            }),
          ),
        ),
      options.scenario ?? {},
      { scripts: [script('other.sh'), source] },
    );
    return { record, answer, event: record.events[record.events.length - 1] };
  }

  test('is named in the record, not repeated', () => {
    const { record, event } = runScript(script('scan.sh'));
    expect(record.events[3]).toMatchObject({
      operation: 'libraryResource',
      outcome: { kind: 'value', value: '<resource gig-ci/scan.sh>' },
    });
    expect(event?.arguments).toEqual({
      script: '<resource gig-ci/scan.sh>',
      label: 'scan.sh',
      returnStdout: false,
    });
    expect(JSON.stringify(record)).not.toContain('set -euo');
  });

  test('a resource that is not there fails', () => {
    const record = run(() => step('libraryResource', 'gig-ci/none.sh'));
    expect(record.failure).toEqual({
      kind: 'error',
      message: 'No such library resource gig-ci/none.sh could be found.',
    });
  });

  const outputs = [
    output('container', 'string', '3f2a'),
    output('port', 'integer', '49153'),
    output('ready', 'boolean', 'true'),
    output('files', 'list', 'a.xml,b.xml'),
  ];

  test('answers the examples of its header', () => {
    const { answer } = runScript(script('start.sh', { outputs }), { stdout: true });
    expect(
      runScript(script('none.sh', { outputs: [output('files', 'list', '-')] }), { stdout: true }).answer,
    ).toBe('');
    expect(answer).toBe('container=3f2a\nport=49153\nready=true\nfiles=a.xml\nfiles=b.xml\n');
  });

  test('answers what the scenario says, and prints its output in the log', () => {
    const { answer, record } = runScript(script('start.sh', { outputs }), {
      stdout: true,
      scenario: {
        commands: [
          { command: 'start', output: 'not for this script' },
          {
            command: 'start.sh',
            outputs: { port: 1, ready: false, files: [] },
            output: 'starting\n',
            seconds: 20,
          },
        ],
      },
    });
    expect(answer).toBe('container=3f2a\nport=1\nready=false\n');
    expect(record.log).toContain('starting');
    expect(record.log).not.toContain('not for this script');
    expect(record.duration).toBe(20_000);
  });

  test('a rule that fits the text of a script does not answer for it', () => {
    const { record } = runScript(script('start.sh'), {
      scenario: { commands: [{ command: 'pipefail', exit: 1 }] },
    });
    expect(record.result).toBe('SUCCESS');
  });

  test('declares its effects', () => {
    const { event } = runScript(script('start.sh', { acquires: ['container'], publishes: ['image'] }));
    expect(event?.effects).toEqual({ acquires: ['container'], publishes: ['image'] });
    expect(runScript(script('plain.sh')).event).not.toHaveProperty('effects');
  });

  test('needs one tool of each group', () => {
    const source = script('scan.sh', { needs: [['trivy', 'docker'], ['jq']] });
    expect(runScript(source, { scenario: { tools: ['docker', 'jq'] } }).record.result).toBe('SUCCESS');
    const { record } = runScript(source, { scenario: { tools: ['git'] } });
    expect(record.failure).toEqual({ kind: 'error', message: 'script returned exit code 127' });
    expect(record.log).toContain('scan.sh: not on the PATH: trivy or docker');
    expect(record.log).toContain('scan.sh: not on the PATH: jq');
  });

  test('probes which tools of a list are missing', () => {
    const source = script('probe.sh', {
      inputs: [input('TOOLS', 'list')],
      outputs: [output('missing', 'list', '-')],
      probes: { input: 'TOOLS', output: 'missing' },
    });
    const env = [
      'GIG_TOOLS_COUNT=4',
      'GIG_TOOLS_1=docker',
      'GIG_TOOLS_2=trivy',
      'GIG_TOOLS_3=sed',
      'GIG_TOOLS_4=aws',
    ];
    const probe = (scenario: Scenario) => runScript(source, { env, stdout: true, scenario }).answer;
    expect(probe({ tools: ['docker'] })).toBe('missing=trivy\nmissing=aws\n');
    expect(probe({})).toBe('');
    expect(probe({ commands: [{ command: 'probe.sh', outputs: { missing: ['jq'] } }] })).toBe('missing=jq\n');
  });

  test('keeps what it sends, when it ends well', () => {
    const source = script('notify.sh', { inputs: [input('PAYLOAD')], payload: 'PAYLOAD' });
    const env = ['GIG_PAYLOAD={"status":"SUCCESS"}'];
    expect(runScript(source, { env }).record.sent).toEqual([
      { script: 'notify.sh', value: { status: 'SUCCESS' } },
    ]);
    expect(runScript(source, { env: ['GIG_PAYLOAD=plain text'] }).record.sent).toEqual([
      { script: 'notify.sh', value: 'plain text' },
    ]);
    const failing: Scenario = { commands: [{ command: 'notify.sh', exit: 22 }] };
    expect(runScript(source, { env, scenario: failing }).record.sent).toEqual([]);
  });

  describe('inputs', () => {
    const source = script('build.sh', {
      inputs: [input('IMAGE'), input('TARGET', 'text', true), input('ARGS', 'list')],
      secrets: [{ name: 'PASSWORD', optional: false, summary: '' }],
    });
    const complete = ['GIG_IMAGE=x', 'GIG_ARGS_COUNT=0'];

    test('all are there', () => {
      expect(runScript(source, { env: complete, secret: 'PASSWORD' }).record.result).toBe('SUCCESS');
    });

    test('an empty value is there, although it removes the variable', () => {
      const env = ['GIG_IMAGE=', 'GIG_ARGS_COUNT=0'];
      expect(runScript(source, { env, secret: 'PASSWORD' }).record.result).toBe('SUCCESS');
    });

    test.each([
      ['GIG_IMAGE', ['GIG_ARGS_COUNT=0'], 'PASSWORD'],
      ['GIG_ARGS_COUNT', ['GIG_IMAGE=x', 'GIG_ARGS=a'], 'PASSWORD'],
      ['GIG_PASSWORD', complete, 'TOKEN'],
    ])('without %s the run is worthless', (name, env, secret) => {
      const { record } = runScript(source, { env, secret });
      expect(record.failure).toEqual({
        kind: 'fault',
        message: `build.sh runs without ${name}, which its header requires`,
        location: 'fake.ts:/0.0/0.0/0.0',
      });
    });
  });
});
