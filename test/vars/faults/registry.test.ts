/** Faults of the pipeline that this library replaces, numbered as in docs/faults.md: registry and notification. */
import { runScript, type ScriptResult } from '../run-script';

describe('the registry', () => {
  const docker = `
    case $1 in
      context) echo unix:///var/run/docker.sock ;;
      login) note "config $DOCKER_CONFIG"; note "stdin $(cat)" ;;
    esac`;
  const logIn = (aws: string): ScriptResult =>
    runScript('ecr-login.sh', {
      inputs: { BUILD: 'b', REGION: 'eu-north-1', IMAGE: 'aws' },
      tools: { docker, aws, sleep: '' },
    });
  const answer = `[[ $1 == sts ]] && printf '231056963705\\tarn:aws:iam::231056963705:role/ci\\n' || echo token`;

  test('fault 33: a login of its own, and a failing aws is named', () => {
    const { calls, outputs } = logIn(answer);
    expect(calls.find((call) => call.startsWith('config'))).toMatch(/@tmp\/gig-ci-login$/);
    expect(calls).toContain('stdin token');
    expect(outputs).toContain('registry=231056963705.dkr.ecr.eu-north-1.amazonaws.com');

    const failed = logIn('exit 255');
    expect(failed.problem[0]).toBe('AWS does not accept the identity of this build.');
  });

  test('fault 37: the login is for the host', () => {
    expect(logIn(answer).calls.find((call) => call.startsWith('docker login'))).toBe(
      'docker login --username AWS --password-stdin 231056963705.dkr.ecr.eu-north-1.amazonaws.com',
    );
  });

  test('fault 26: what is tagged is the image that was loaded', () => {
    const push = runScript('ecr-push.sh', {
      inputs: {
        IMAGE: 'sha256:6c1f',
        REGISTRY: 'registry.example.com',
        REPOSITORY: 'shop',
        TAGS: ['42-a3f5c21'],
        LOGIN: '/tmp/x',
      },
      tools: {
        docker: `${docker}\n[[ $1 == push ]] && echo "42: digest: sha256:${'0'.repeat(64)} size: 1"; exit 0`,
      },
    });
    expect(push.calls).toContain('docker tag sha256:6c1f registry.example.com/shop:42-a3f5c21');
    expect(push.outputs).toBe(`digest=sha256:${'0'.repeat(64)}\n`);
  });

  test('a push that names no digest is a failure', () => {
    const { problem } = runScript('ecr-push.sh', {
      inputs: { IMAGE: 'i', REGISTRY: 'r', REPOSITORY: 'shop', TAGS: ['1'], LOGIN: '/tmp/x' },
      tools: { docker },
    });
    expect(problem[0]).toBe('Docker did not say which digest r/shop:1 has.');
  });
});

describe('the notification', () => {
  const send = (tools: string): ScriptResult =>
    runScript('notify.sh', {
      inputs: { PAYLOAD: '{"job":"a\\"b"}', WEBHOOK: 'https://hooks.example.com/secret' },
      tools: { curl: tools },
    });

  test('fault 30: the address is no argument, the payload arrives as it is, and time is bounded', () => {
    const { calls, exit } = send('note "body $(cat)"; note "$(cat "${@:$#}")"; echo 204');
    expect(exit).toBe(0);
    expect(calls[0]).toMatch(/^curl --disable --globoff .*--max-time 10 --retry 3 .*--retry-max-time 40/);
    expect(calls[0]).not.toContain('secret');
    expect(calls).toContain('body {"job":"a\\"b"}');
    expect(calls).toContain('url = "https://hooks.example.com/secret"');
  });
});
