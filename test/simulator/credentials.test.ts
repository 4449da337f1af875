import type { Scenario } from '../../src/simulator/scenario';
import { type Argument, run, step, trace, type View } from './fake-program';

/** Binds on an agent; returns the record and the environment of the body. */
function bind(bindings: readonly Argument[], scenario: Scenario = {}) {
  const view: View = {
    context: { time: 0, environment: {}, build: { number: 0, currentResult: '', result: null } },
  };
  let environment: { readonly [name: string]: string } = {};
  const record = run(
    function* () {
      yield* step('node', '', function* () {
        yield* step('withCredentials', bindings, function* () {
          environment = view.context.environment;
          yield* step('sh', 'curl -H "$GIG_TOKEN"');
          yield* step('echo', 'token is secret-of-key');
        });
      });
    },
    scenario,
    { view },
  );
  return { record, environment };
}

const text: Argument = { $symbol: 'string', credentialsId: 'key', variable: 'GIG_TOKEN' };

describe('withCredentials', () => {
  test('binds canaries, which do not enter the record', () => {
    const { record, environment } = bind([text], { credentials: { key: { type: 'text' } } });
    expect(environment['GIG_TOKEN']).toBe('secret-of-key');
    expect(record.events[2]?.environment).toEqual(['GIG_TOKEN']);
    const withoutEcho = record.events.filter(({ operation }) => operation !== 'echo');
    expect(JSON.stringify(withoutEcho)).not.toContain('secret-of-');
  });

  test('a leak stands in the record, where a test finds it, and is masked in the log', () => {
    const { record } = bind([text]);
    expect(record.events[3]?.arguments).toEqual({ message: 'token is secret-of-key' });
    expect(record.log).toContain('token is ****');
    expect(record.log.join()).not.toContain('secret-of-');
    expect(record.log).toContain('Masking supported pattern matches of $GIG_TOKEN');
  });

  test('a binding whose plugin is missing fails as a step does, before the body begins', () => {
    const { record } = bind([text, { $symbol: 'aws', credentialsId: 'ecr' }], { missingSteps: ['aws'] });
    expect(record.failure).toEqual({
      kind: 'missingStep',
      message: "No such DSL method 'aws' found among steps",
    });
    expect(record.events.map(({ operation }) => operation)).toEqual(['node', 'withCredentials']);
  });

  test('keeps the bindings in the record', () => {
    expect(bind([text]).record.events[1]?.arguments).toEqual({ bindings: [text] });
  });

  test('binds every kind', () => {
    const { environment } = bind([
      {
        $symbol: 'usernamePassword',
        credentialsId: 'nexus',
        usernameVariable: 'GIG_USERNAME',
        passwordVariable: 'GIG_PASSWORD',
      },
      { $symbol: 'file', credentialsId: 'kube', variable: 'GIG_PATH' },
      { $symbol: 'aws', credentialsId: 'ecr' },
    ]);
    expect(environment).toMatchObject({
      GIG_USERNAME: 'user-of-nexus',
      GIG_PASSWORD: 'secret-of-nexus',
      GIG_PATH: '/home/jenkins/secretFiles/secret-of-kube',
      AWS_ACCESS_KEY_ID: 'access-key-of-ecr',
      AWS_SECRET_ACCESS_KEY: 'secret-of-ecr',
    });
    expect(environment).not.toHaveProperty('AWS_SESSION_TOKEN');
  });

  test('a role brings a session token', () => {
    const { environment } = bind([
      { $symbol: 'aws', credentialsId: 'ecr', roleArn: 'arn:aws:iam::1:role/x' },
    ]);
    expect(environment).toHaveProperty('AWS_SESSION_TOKEN');
  });

  test('an unknown id fails before the body', () => {
    const { record } = bind([text], { credentials: { other: { type: 'text' } } });
    expect(record.failure).toEqual({
      kind: 'error',
      message: "Could not find credentials entry with ID 'key'",
    });
    expect(record.events).toHaveLength(2);
  });

  test('a credential of another type fails', () => {
    const { record } = bind([text], { credentials: { key: { type: 'usernamePassword' } } });
    expect(record.failure?.message).toBe(
      "Credentials 'key' is of type 'Username with password' where " +
        "'org.jenkinsci.plugins.plaincredentials.StringCredentials' was expected",
    );
  });

  test('a secret file needs a workspace, a text does not', () => {
    const outside = (binding: Argument) =>
      run(function* () {
        yield* step('withCredentials', [binding], function* () {
          yield* step('echo', 'x');
        });
      });
    expect(outside(text).result).toBe('SUCCESS');
    const record = outside({ $symbol: 'file', credentialsId: 'kube', variable: 'GIG_PATH' });
    expect(record.failure?.message).toMatch(/^Required context class hudson.FilePath is missing\n/);
    expect(trace(record)).toHaveLength(1);
  });
});
