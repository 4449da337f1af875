/** A build that was stopped while it published, and runs again: the same digest, nothing built again, nothing of others overwritten. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describeInWorld, runScript, tagsIn } from './in-world';
import { Service, type ServiceRun, type ServiceRunOptions } from './service';
import { barePython, callWith, writeSmallService } from './small-service';

const denied = {
  status: 403,
  body: '{"errors":[{"code":"DENIED","message":"User is not authorized to perform"}]}',
};

describeInWorld('a build that runs again', (suite) => {
  const world = () => suite.world();
  const aws = (...words: readonly string[]): Promise<unknown> => world().aws.aws('ecr', ...words);
  let count = 0;

  /** A repository of its own for a test. */
  async function newRepository(...options: readonly string[]): Promise<string> {
    count += 1;
    const name = `again-${count}`;
    await aws('create-repository', '--repository-name', name, ...options);
    return name;
  }

  const tagsOf = (repository: string) => tagsIn(world(), repository);

  /** Runs build number 1. */
  const build = (service: Service, call: string, options: ServiceRunOptions = {}): Promise<ServiceRun> =>
    service.run({ call, ...options, scenario: { buildNumber: 1 } });

  /** Runs it and says which layers and manifests went to the registry meanwhile. */
  async function pushesOf(run: () => Promise<ServiceRun>): Promise<{ ran: ServiceRun; pushed: string[] }> {
    const { server } = world().registry;
    await server.forget();
    const ran = await run();
    const pushed = (await server.requests())
      .filter(({ method, status }) => ['PUT', 'POST', 'PATCH'].includes(method) && status < 300)
      .map(({ method, path }) => `${method} ${path.replace(/^.*\//, '')}`);
    return { ran, pushed };
  }

  const small = (): Service => new Service(suite, writeSmallService);
  const builds = ({ record }: ServiceRun): boolean =>
    record.events.some((event) => JSON.stringify(event.arguments).includes('kaniko-build.sh'));
  const resultOf = ({ record }: ServiceRun) => ({ result: record.result, message: record.failure?.message });
  const green = { result: 'SUCCESS', message: undefined };

  afterEach(() => world().registry.server.setFaults());

  test('the package was uploaded and the image was not: green, and the package stays as it is', async () => {
    const repository = await newRepository();
    const service = small();
    const call = callWith({ python: barePython, nexus: '[:]', image: '[:]' }, `ecrRepo: '${repository}'`);
    const stop = new AbortController();
    const first = await build(service, call, {
      abort: stop.signal,
      listener: (progress) => {
        if (progress.kind === 'stageBegan' && progress.name === 'Push to ECR')
          setImmediate(() => stop.abort('test'));
      },
    });
    expect(first.record.result).toBe('ABORTED');
    const { folder } = world().packageIndex;
    const files = () =>
      readdirSync(folder)
        .filter((name) => name.startsWith('small'))
        .map((name) => [name, readFileSync(join(folder, name), 'hex'), statSync(join(folder, name)).mtimeMs]);
    const uploaded = files();
    expect(uploaded).toHaveLength(2);
    expect(await tagsOf(repository)).toEqual({});
    const again = await build(service, call);
    expect(resultOf(again)).toEqual(green);
    expect(files()).toEqual(uploaded);
    expect(again.record.log.join('\n')).toContain('in the repository already, with the same content');
    const commit = service.git('rev-parse', '--short=7', 'HEAD');
    expect(Object.keys(await tagsOf(repository)).sort()).toEqual([`1-${commit}`, 'latest']);
  });

  test('one tag was pushed, then the next, then latest: green with the first digest, no layer travels', async () => {
    const repository = await newRepository();
    const service = small();
    const tag = `1-${service.git('rev-parse', '--short=7', 'HEAD')}`;
    const call = callWith(
      { image: '[:]' },
      `ecrRepo: '${repository}', tags: ['build-commit', 'build', 'latest']`,
    );
    const { server } = world().registry;
    await server.setFaults({ method: 'PUT', path: '/manifests/1$', ...denied });
    const first = await build(service, call);
    expect(first.record.result).toBe('FAILURE');
    expect(first.record.failure?.message).toContain('may not push');
    expect(builds(first)).toBe(true);
    const { [tag]: digest = '', ...others } = await tagsOf(repository);
    expect(others).toEqual({});

    await server.setFaults({ method: 'PUT', path: '/manifests/latest$', ...denied });
    const second = await pushesOf(() => build(service, call));
    expect(second.ran.record.result).toBe('FAILURE');
    expect(builds(second.ran)).toBe(false);
    expect(second.pushed).toEqual(['PUT 1']);
    expect(await tagsOf(repository)).toEqual({ [tag]: digest, 1: digest });

    await server.setFaults();
    const third = await pushesOf(() => build(service, call));
    expect(resultOf(third.ran)).toEqual(green);
    expect(builds(third.ran)).toBe(false);
    expect(third.pushed).toEqual(['PUT latest']);
    expect(await tagsOf(repository)).toEqual({ [tag]: digest, 1: digest, latest: digest });
    expect(JSON.parse(readFileSync(join(third.ran.folder, 'archive/release.json'), 'utf8'))).toMatchObject({
      digest,
    });
  });

  test('a push was stored and answered 500 until it gave up: green with that digest, nothing is built', async () => {
    const repository = await newRepository();
    const service = small();
    const call = callWith({ image: '[:]' }, `ecrRepo: '${repository}', tags: ['build-commit']`);
    await world().registry.server.setFaults({ method: 'PUT', path: '/manifests/', status: 500, after: true });
    const first = await build(service, call);
    expect(first.record.result).toBe('FAILURE');
    expect(first.record.failure?.message).toContain('was not pushed');
    expect(first.record.failure?.message).toContain('start a new build');
    const stored = await tagsOf(repository);
    expect(Object.keys(stored)).toHaveLength(1);
    await world().registry.server.setFaults();
    const again = await pushesOf(() => build(service, call));
    expect(resultOf(again.ran)).toEqual(green);
    expect({ builds: builds(again.ran), pushed: again.pushed }).toEqual({ builds: false, pushed: [] });
    expect(await tagsOf(repository)).toEqual(stored);
  });

  test('tags cannot change: green for the same commit, and a clear failure for another one', async () => {
    const repository = await newRepository('--image-tag-mutability', 'IMMUTABLE');
    const service = small();
    const call = callWith({ image: '[:]' }, `ecrRepo: '${repository}', tags: ['build-commit', '1.4.0']`);
    await world().registry.server.setFaults({ method: 'PUT', path: '/manifests/1.4.0$', ...denied });
    expect((await build(service, call)).record.result).toBe('FAILURE');
    await world().registry.server.setFaults();
    expect(resultOf(await build(service, call))).toEqual(green);
    const published = await tagsOf(repository);
    expect(new Set(Object.values(published)).size).toBe(1);

    const old = service.git('rev-parse', 'HEAD');
    service.commit();
    const other = await pushesOf(() => service.run({ call }));
    expect(other.ran.record.result).toBe('FAILURE');
    expect(other.ran.record.failure?.message).toContain(
      `the tag 1.4.0 of ${repository} names the image of another commit (${old})`,
    );
    expect(other.pushed).toEqual([]);
    expect(await tagsOf(repository)).toEqual(published);
  });

  test('somebody else pushed the tag while the image was built: a clear failure, and their image stays', async () => {
    const repository = await newRepository();
    const { registry, engine } = world();
    const name = `${registry.host}/${repository}:1.4.0`;
    const inputs = { REGION: 'eu-north-1', REGISTRY: registry.host, IMAGE: 'none' };
    const { outputs } = await runScript(world(), suite.folder(), 'ecr-login.sh', inputs);
    const call = callWith({ image: '[:]' }, `ecrRepo: '${repository}', tags: ['build-commit', '1.4.0']`);
    const docker = (...words: readonly string[]): string =>
      execFileSync('docker', ['--config', outputs['login'] ?? '', ...words], {
        env: { ...process.env, ...engine.environment },
        encoding: 'utf8',
        input: '',
        stdio: 'pipe',
      });
    const service = small();
    const { record } = await build(service, call, {
      listener: (progress) => {
        if (progress.kind !== 'stageBegan' || progress.name !== 'Trivy Security Scan') return;
        docker('import', '--message=theirs', '-', name);
        docker('push', name);
        docker('image', 'rm', name);
      },
    });
    expect(record.result).toBe('FAILURE');
    expect(record.failure?.message).toContain(
      `the tag 1.4.0 of ${repository} names the image of another commit`,
    );
    // Not even the tags that were free.
    expect(Object.keys(await tagsOf(repository))).toEqual(['1.4.0']);
  });
});
