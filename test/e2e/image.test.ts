/** Images of the world: the stand-in for Kaniko really builds, and what it built runs with the database of the world. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { databaseImage, toolImage } from '../../vars/shared/images';
import { copyExampleService } from './example-service';
import { buildImage, describeInWorld, eventually, loadImage, referenceIn, runScript } from './in-world';
import { pythonImage } from './world/images';

describeInWorld('images', (suite) => {
  const { world, folder } = suite;
  /** Archive with the image of the example; made by the first test. */
  let archive: string;

  test('the image of the example, built by the stand-in for Kaniko, serves with PostgreSQL 15', async () => {
    const { docker } = world().engine;
    const context = folder();
    copyExampleService(context);
    ({ archive } = await buildImage(suite, context));
    await loadImage(suite, archive);

    const place = folder();
    const database = await runScript(world(), place, 'postgres-start.sh', {
      IMAGE: databaseImage(undefined),
      DATABASE: 'gigs',
      USER: 'router',
      PASSWORD: 'test',
      PORT: '0',
      SECONDS: '60',
    });
    expect(database).toMatchObject({ status: 0, problem: [] });
    const filters = [
      `--filter=label=io.gig-ci.build=${world().place}`,
      '--filter=label=io.gig-ci.kind=database',
    ];
    const container = await docker('ps', '--quiet', ...filters);
    const address = await docker('inspect', '--format={{.NetworkSettings.IPAddress}}', container);
    const variables = { DB_HOST: address, DB_NAME: 'gigs', DB_USER: 'router', DB_PASS: 'test' };
    const options = Object.entries(variables).flatMap(([name, value]) => ['--env', `${name}=${value}`]);
    const service = await docker(
      ...[
        'run',
        '--detach',
        `--label=io.gig-ci.build=${world().place}`,
        '--publish=127.0.0.1::8000',
        ...options,
        referenceIn(world()),
      ],
    );
    const published = await docker('port', service, '8000/tcp');
    const health = async (): Promise<{ status: number; body: unknown }> => {
      const response = await fetch(`http://${published.split('\n')[0] ?? ''}/health/`);
      return { status: response.status, body: await response.json() };
    };

    const fresh = await eventually(health, (answer) => 'status' in answer);
    expect(fresh).toMatchObject({ status: 503, body: { reason: expect.stringContaining('not applied') } });
    await docker('exec', service, 'python', 'manage.py', 'migrate', '--noinput');
    expect(await health()).toEqual({ status: 200, body: { status: 'ok' } });
    expect(
      await docker('exec', container, 'psql', '-U', 'router', '-d', 'gigs', '-tAc', 'SHOW server_version'),
    ).toMatch(/^15\./);
    await docker('rm', '--force', '--volumes', service, container);
  });

  test('the same context gives the same image, and its layers come from the cache', async () => {
    const context = folder();
    copyExampleService(context);
    const volume = `gig-ci-kaniko-${process.pid}`;
    const [first, second] = [
      await buildImage(suite, context, { CACHE_VOLUME: volume }),
      await buildImage(suite, context, { CACHE_VOLUME: volume }),
    ];
    expect(first.log).not.toContain('Found cached layer');
    expect(second.log).toContain('Found cached layer');
    const ids = [
      await loadImage(suite, archive),
      await loadImage(suite, first.archive),
      await loadImage(suite, second.archive),
    ];
    expect(new Set(ids).size).toBe(1);
    await world().engine.docker('volume', 'rm', volume);
  });

  test('a command of a Dockerfile that fails, and a base that nobody has, fail with the words of Kaniko', async () => {
    for (const [text, words] of [
      [`FROM ${pythonImage}\nRUN false\n`, 'failed to execute command'],
      ['FROM nowhere:1\n', 'MANIFEST_UNKNOWN'],
    ] as const) {
      const place = folder();
      writeFileSync(join(place, 'Dockerfile'), text);
      const { problem } = await runScript(world(), place, 'kaniko-build.sh', {
        IMAGE: toolImage('kaniko', undefined),
        DESTINATION: referenceIn(world()),
        CONTEXT: '.',
        DOCKERFILE: 'Dockerfile',
        ARGUMENTS: [],
        LABELS: [],
        CACHE_WRITE: 'false',
        ARCHIVE: 'image.tar',
      });
      expect(problem[0]).toContain(words);
    }
  });

  test.each([
    [['--frobnicate'], 'unknown flag: --frobnicate'],
    [['--no-push=perhaps'], 'invalid argument'],
    [['--dockerfile'], 'flag needs an argument'],
    [[], 'you must provide --destination'],
    [['--no-push', '--cache'], 'specify cache repo'],
  ])('the executor with %j fails', async (words, message) => {
    const { attempt: docker } = world().engine;
    const { status, stderr } = await docker('run', '--rm', toolImage('kaniko', undefined), ...words);
    expect(status).toBe(1);
    expect(stderr).toContain(message);
  });
});
