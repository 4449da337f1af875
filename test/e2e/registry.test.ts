/** The registry and the API of ECR: logins, digests, tags that cannot change, and faults on demand. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildImage, describeInWorld, loadImage, referenceIn, runScript } from './in-world';
import { imageRepository } from './world';
import { run } from './world/commands';

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
    const { problem } = await runScript(world(), folder(), 'ecr-inspect.sh', inputs);
    expect(problem[0]).toContain('There is no repository nowhere');
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
});
