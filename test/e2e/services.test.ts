/** The services that the pipeline talks to: the package index, SonarQube, and the receiver of notifications. */
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyExampleService } from './example-service';
import { describeInWorld, eventually, runScript, runTool } from './in-world';
import { attempt, run } from './world/commands';

describeInWorld('services', (suite) => {
  const { world, folder } = suite;
  test('a file is uploaded once, the second time is 400, and pip installs it', async () => {
    const { packageIndex } = world();
    const place = folder();
    const wheel = join(place, 'planted-1.0-py3-none-any.whl');
    const make = `import sys, zipfile
with zipfile.ZipFile(sys.argv[1], 'w') as file:
    file.writestr('planted.py', '')
    file.writestr('planted-1.0.dist-info/METADATA', 'Metadata-Version: 2.1\\nName: planted\\nVersion: 1.0\\n')
    file.writestr('planted-1.0.dist-info/WHEEL', 'Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n')
    file.writestr('planted-1.0.dist-info/RECORD', '')
`;
    await run('python3', ['-c', make, wheel]);
    const upload = (password: string) =>
      attempt(join(packageIndex.programs, 'twine'), ['upload', '--non-interactive', '--verbose', wheel], {
        env: {
          ...process.env,
          TWINE_REPOSITORY_URL: packageIndex.repositoryUrl,
          TWINE_USERNAME: packageIndex.login.username,
          TWINE_PASSWORD: password,
        },
      });
    expect((await upload('wrong')).stdout).toContain('401');
    expect(await upload(packageIndex.login.password)).toMatchObject({ status: 0 });
    const again = await upload(packageIndex.login.password);
    expect(again.status).toBe(1);
    expect(again.stdout).toContain('400');
    expect(again.stdout).toContain('does not allow updating assets');
    const { username, password } = packageIndex.login;
    const index = packageIndex.repositoryUrl.replace('//', `//${username}:${password}@`);
    await run('python3', ['-m', 'pip', 'download', '--no-deps', '--dest', join(place, 'got'), 'planted'], {
      env: { ...process.env, PIP_INDEX_URL: `${index}simple/`, PIP_FIND_LINKS: '' },
    });
    expect(readFileSync(join(place, 'got', 'planted-1.0-py3-none-any.whl'))).toEqual(readFileSync(wheel));
  });

  test('SonarQube works on a report, judges it and calls the webhook', async () => {
    const { sonarQube, notifications } = world();
    const place = folder();
    copyExampleService(place);
    const sink = `http://127.0.0.1:${notifications.port}/sonarqube-webhook/`;
    await notifications.forget();
    await sonarQube.judge({ gate: 'ERROR', webhook: sink, webhookSecret: 'shared' });
    const env = { SONAR_HOST_URL: sonarQube.url, SONAR_TOKEN: sonarQube.token };
    const where = ['-Dsonar.working.directory=.gig-ci/sonar'];
    expect(await runTool(world(), 'sonar-scanner', where, { cwd: place, env })).toMatchObject({ status: 0 });
    const asked = {
      ...world(),
      environment: {
        ...world().environment,
        SONAR_HOST_URL: sonarQube.url,
        SONAR_AUTH_TOKEN: sonarQube.token,
      },
    };
    const { outputs } = await runScript(asked, place, 'sonar-task.sh', { SECONDS: '20' });
    expect(outputs['status']).toBe('ERROR');
    const [call] = await eventually(
      () => notifications.requests(),
      (requests) => requests.length > 0,
    );
    expect(JSON.parse(call?.body ?? '')).toMatchObject({
      status: 'SUCCESS',
      qualityGate: { status: 'ERROR' },
    });
    const signature = createHmac('sha256', 'shared')
      .update(call?.body ?? '')
      .digest('hex');
    expect(call?.headers).toMatchObject({ 'X-Sonar-Webhook-Hmac-Sha256': signature });
    const wrong = await runTool(world(), 'sonar-scanner', [], {
      cwd: place,
      env: { ...env, SONAR_TOKEN: 'wrong' },
    });
    expect(wrong).toMatchObject({ status: 2, stdout: expect.stringContaining('Not authorized') });
    await sonarQube.judge({ gate: 'OK', answers: false, webhook: '' });
    await runTool(world(), 'sonar-scanner', where, { cwd: place, env });
    const never = await runScript(asked, place, 'sonar-task.sh', { SECONDS: '1' });
    expect(never.outputs['status']).toBe('PENDING');
    await sonarQube.judge({ answers: true });
  });

  test('a notification arrives after 429', async () => {
    const { notifications, environment } = world();
    await notifications.forget();
    await notifications.setFaults({ status: 429, headers: { 'Retry-After': '1' }, times: 1 });
    const inputs = { PAYLOAD: '{"status":"SUCCESS"}', URL: environment['GIG_NOTIFY_URL'] ?? '' };
    const { problem } = await runScript(world(), folder(), 'notify.sh', inputs);
    expect(problem).toEqual([]);
    const requests = await notifications.requests();
    expect(requests.map(({ status, body }) => [status, body])).toEqual([
      [429, inputs.PAYLOAD],
      [200, inputs.PAYLOAD],
    ]);
  });
});
