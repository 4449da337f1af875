/** The registry and the API of ECR: logins, digests, tags that cannot change, and faults on demand. */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildImage, describeInWorld, loadImage, referenceIn, runScript } from './in-world';
import { imageRepository } from './world';
import { attempt, run } from './world/commands';

describeInWorld('the registry', (suite) => {
  const { world, folder } = suite;
  /** Archive with the image that is pushed. */
  let archive: string;
  beforeAll(async () => {
    const context = folder();
    writeFileSync(join(context, 'Dockerfile'), 'FROM scratch\nCOPY Dockerfile /one\n');
    ({ archive } = await buildImage(suite, context));
  });

  const login = async (): Promise<string> => {
    const place = folder();
    const { host } = world().registry;
    const inputs = { REGION: 'eu-north-1', REGISTRY: host, IMAGE: 'none' };
    const { outputs } = await runScript(world(), place, 'ecr-login.sh', inputs);
    return outputs['login'] ?? '';
  };
  const push = async (tag: string): Promise<{ problem: readonly string[]; digest: string | undefined }> => {
    const { problem, outputs } = await runScript(world(), folder(), 'ecr-push.sh', {
      IMAGE: referenceIn(world()),
      REGISTRY: world().registry.host,
      REPOSITORY: imageRepository,
      TAGS: [tag],
      LOGIN: await login(),
    });
    return { problem, digest: outputs['digest'] };
  };

  test('what is pushed can be pulled by its digest, and the API knows it', async () => {
    const { registry, engine, aws } = world();
    const id = await loadImage(suite, archive);
    const { problem, digest = '' } = await push('1-a3f5c21');
    expect(problem).toEqual([]);
    const name = `${registry.host}/${imageRepository}`;
    await engine.docker('image', 'rm', referenceIn(world()), `${name}:1-a3f5c21`);
    expect((await engine.attempt('image', 'inspect', id)).status).toBe(1);
    await engine.docker('--config', await login(), 'pull', `${name}@${digest}`);
    expect(await engine.docker('image', 'inspect', '--format={{.Id}}', `${name}@${digest}`)).toBe(id);
    const images = await aws.aws('ecr', 'describe-images', '--repository-name', imageRepository);
    expect(images).toMatchObject({ imageDetails: [{ imageDigest: digest, imageTags: ['1-a3f5c21'] }] });
  });

  test('a wrong password and no password are refused', async () => {
    const { registry, engine } = world();
    const wrong = ['--config', folder(), 'login', '--username=AWS', '--password=wrong', registry.host];
    expect(await engine.attempt(...wrong)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('401'),
    });
    const { status } = await engine.attempt(
      '--config',
      folder(),
      'pull',
      `${registry.host}/${imageRepository}:1-a3f5c21`,
    );
    expect(status).toBe(1);
  });

  test('a tag that must not change does not, and a repository that was not created is not there', async () => {
    const { aws } = world().aws;
    await loadImage(suite, archive);
    await aws(
      'ecr',
      'put-image-tag-mutability',
      '--repository-name',
      imageRepository,
      '--image-tag-mutability',
      'IMMUTABLE',
    );
    expect((await push('1-a3f5c21')).problem).toEqual([]);
    const context = folder();
    writeFileSync(join(context, 'Dockerfile'), 'FROM scratch\nCOPY Dockerfile /other\n');
    await loadImage(suite, (await buildImage(suite, context)).archive);
    expect((await push('1-a3f5c21')).problem[0]).toContain('does not let a tag change');
    const inputs = {
      REGISTRY: world().registry.host,
      REPOSITORY: 'nowhere',
      TAG: '1',
      LOGIN: await login(),
    };
    const { outputs } = await runScript(world(), folder(), 'ecr-inspect.sh', inputs);
    expect(outputs).toMatchObject({ repository: 'false', present: 'false' });
  });

  test('it fails as it is told', async () => {
    const { server } = world().registry;
    await server.setFaults({ method: 'PUT', path: '/manifests/', status: 500, times: 1, after: true });
    const { problem } = await push('2-a3f5c21');
    await server.setFaults();
    expect(problem).toEqual([]);
    const puts = (await server.requests()).filter(
      ({ method, path }) => method === 'PUT' && path.endsWith('/2-a3f5c21'),
    );
    expect(puts.map(({ status }) => status)).toEqual([500, 201]);
  });

  test('the aws command line finds its account and its login', async () => {
    const { aws, environment } = world();
    expect(await aws.aws('sts', 'get-caller-identity')).toMatchObject({ Account: '123456789012' });
    const password = await run('aws', ['ecr', 'get-login-password'], {
      env: { ...process.env, ...environment },
    });
    expect(password).not.toBe('');
  });

  describe('a role', () => {
    const roleArn = 'arn:aws:iam::123456789012:role/publisher';
    const session = {
      REGION: 'eu-north-1',
      ROLE: roleArn,
      SESSION: 'gig-ci-gig-route-main-7',
      IMAGE: 'none',
    };
    const repository = `made-${process.pid}`;

    test('logs in, and its keys stay nowhere', async () => {
      const place = folder();
      const { host } = world().registry;
      const { problem, log, outputs } = await runScript(world(), place, 'ecr-login.sh', {
        ...session,
        REGISTRY: host,
      });
      expect(problem).toEqual([]);
      expect(log).toContain(
        'AWS identity: arn:aws:sts::123456789012:assumed-role/publisher/gig-ci-gig-route-main-7',
      );
      expect(readdirSync(`${place}@tmp`, { recursive: true }).sort()).toEqual([
        'gig-ci-login',
        'gig-ci-login/config.json',
      ]);
      // The keys that moto gives to sessions begin so.
      const { stdout } = await attempt('grep', ['-rlE', 'ASIA[A-Z0-9]{8}', place, `${place}@tmp`]);
      expect(stdout + (/ASIA[A-Z0-9]{8}/.exec(log)?.[0] ?? '')).toBe('');
      const name = `${host}/${imageRepository}:1-a3f5c21`;
      const { status } = await world().engine.attempt(
        '--config',
        outputs['login'] ?? '',
        'pull',
        '--quiet',
        name,
      );
      expect(status).toBe(0);
    });

    test('creates a repository, once for builds that do so at the same time, and pushes to it', async () => {
      const { registry, aws } = world();
      const where = { REGISTRY: registry.host, REPOSITORY: repository };
      const create = () => runScript(world(), folder(), 'ecr-create-repository.sh', { ...session, ...where });
      const inspect = async () =>
        runScript(world(), folder(), 'ecr-inspect.sh', { ...where, TAG: '1', LOGIN: await login() });
      expect((await inspect()).outputs).toMatchObject({ repository: 'false' });
      const made = await Promise.all([create(), create(), create()]);
      expect(made.map(({ status, problem }) => [status, problem])).toEqual(made.map(() => [0, []]));
      expect(made.filter(({ log }) => log.includes('is new'))).toHaveLength(1);
      expect(made.filter(({ log }) => log.includes('another build was faster'))).toHaveLength(2);
      expect((await inspect()).outputs).toMatchObject({ repository: 'true', present: 'false' });
      expect(await aws.aws('ecr', 'describe-repositories', '--repository-names', repository)).toMatchObject({
        repositories: [{ imageTagMutability: 'MUTABLE', imageScanningConfiguration: { scanOnPush: true } }],
      });
      await loadImage(suite, archive);
      const { problem } = await runScript(world(), folder(), 'ecr-push.sh', {
        IMAGE: referenceIn(world()),
        ...where,
        TAGS: ['1'],
        LOGIN: await login(),
      });
      expect(problem).toEqual([]);
      expect((await inspect()).outputs).toMatchObject({ repository: 'true', present: 'true' });
    });
  });
});
