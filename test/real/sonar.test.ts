/** withSonarQubeEnv and waitForQualityGate, against a server that answers as SonarQube's Web API documents. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { step } from '../simulator/fake-program';
import { TestMachine } from './machine';

let machine: TestMachine;
let server: Server;
let address: string;
let pending: number;
let gate: string;
let logins: string[];

beforeEach(async () => {
  machine = new TestMachine();
  [pending, gate, logins] = [1, 'OK', []];
  server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
    logins.push(
      Buffer.from((request.headers.authorization ?? '').replace('Basic ', ''), 'base64').toString(),
    );
    const answer = (status: number, body: object) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    if (pathname === '/api/ce/task' && searchParams.get('id') === 'T1') {
      pending -= 1;
      const isDone = pending < 0;
      answer(200, { task: isDone ? { status: 'SUCCESS', analysisId: 'A1' } : { status: 'IN_PROGRESS' } });
    } else if (pathname === '/api/qualitygates/project_status' && searchParams.get('analysisId') === 'A1') {
      answer(200, { projectStatus: { status: gate } });
    } else {
      answer(404, {});
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  machine.close();
  server.close();
});

const analysis = (abortPipeline: boolean, taskPath = '/api/ce/task?id=T1') =>
  machine.run(
    () =>
      step('node', function* () {
        yield* step('withSonarQubeEnv', 'sonarqube', function* () {
          const script =
            '#!/bin/sh\necho "$SONAR_HOST_URL $SONAR_AUTH_TOKEN"; mkdir .scannerwork\n' +
            `printf 'serverUrl=%s\\nceTaskUrl=%s\\n' "$SONAR_HOST_URL" "$SONAR_HOST_URL${taskPath}" >.scannerwork/report-task.txt`;
          yield* step('sh', { script });
        });
        const answer = yield* step('waitForQualityGate', { abortPipeline });
        yield* step('echo', JSON.stringify(answer));
      }),
    { credentials: { sonarServers: { sonarqube: { url: address, token: 'canary-token' } } } },
  );

test('the server is asked until it has judged, with the token and without showing it', async () => {
  const { record } = await analysis(true);
  expect(record.log).toEqual(expect.arrayContaining([`${address} ****`, '{"status":"OK"}']));
  expect(record.result).toBe('SUCCESS');
  expect(logins).toEqual(['canary-token:', 'canary-token:', 'canary-token:']);
  expect(JSON.stringify(record)).not.toContain('canary-token');
});

test('a failed gate fails where that is asked for, and is an answer elsewhere', async () => {
  [pending, gate] = [0, 'ERROR'];
  const failed = await analysis(true);
  expect(failed.record.failure?.message).toBe('Pipeline aborted due to quality gate failure: ERROR');
  pending = 0;
  expect((await analysis(false)).record.log).toContain('{"status":"ERROR"}');
});

test('a server that refuses is named', async () => {
  const { record } = await analysis(true, '/api/ce/task?id=none');
  expect(record.failure?.message).toBe(`SonarQube: ${address}/api/ce/task?id=none: answers 404`);
});

test('without an analysis, and without a configured server, the failure says so', async () => {
  const none = await machine.run(() =>
    step('node', () => step('waitForQualityGate', { abortPipeline: true })),
  );
  expect(none.record.failure?.message).toContain('No previous SonarQube analysis found');
  const unknown = await machine.run(
    () => step('node', () => step('withSonarQubeEnv', 'sonarqub', () => step('echo', 'never'))),
    { credentials: { sonarServers: { sonarqube: { url: address, token: 'x' } } } },
  );
  expect(unknown.record.failure?.message).toMatch(/'sonarqub' is not configured.*did you mean 'sonarqube'\?/);
});
