/** The whole pipeline on a machine without Docker: a database that is given, buildah and skopeo of Debian, all other tools on the PATH. */
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { stageNames } from '../vars/router-pipeline';
import { buildahSettings, logIn, publishBaseImage } from './base-image';
import { describeInWorld } from './in-world';
import { environmentOf, Service, type ServiceRun } from './service';
import { attempt } from './world/commands';

/** What `release.json` says. */
interface Release {
  readonly image: string;
  readonly tags: readonly string[];
  readonly digest: string;
  readonly id: string;
}

describeInWorld('a machine without Docker', (suite) => {
  let service: Service;
  let database: string;
  let settings: { readonly [name: string]: string };
  let call: string;
  let run: ServiceRun;
  let release: Release;

  /** The PATH of the machine with all of its tools but some; aws and the stand-ins stay where they are. */
  function pathWithout(...names: readonly string[]): string {
    const { PATH: path = '' } = environmentOf(suite.world());
    const own = path.split(delimiter).filter((folder) => !/^\/(usr\/(local\/)?)?s?bin$/.test(folder));
    const tools = join(suite.folder(), 'bin');
    mkdirSync(tools);
    for (const place of ['/usr/local/bin', '/usr/bin', '/bin', '/usr/local/sbin', '/usr/sbin', '/sbin']) {
      for (const tool of readdirSync(place)) {
        if (!names.includes(tool) && !existsSync(join(tools, tool))) {
          symlinkSync(join(place, tool), join(tools, tool));
        }
      }
    }
    return [tools, ...own].join(delimiter);
  }

  beforeAll(async () => {
    const { docker } = suite.world().engine;
    service = new Service(suite);
    settings = buildahSettings(suite, await publishBaseImage(suite));
    // Somebody else's database: the machine reaches it, and its Docker is none of the machine's business.
    database = await docker(
      ...['run', '--detach', '--label=io.gig-ci.build=e2e', '--env=POSTGRES_PASSWORD=given'],
      ...['--publish=127.0.0.1::5432', 'postgres:15'],
    );
    const port = (await docker('port', database, '5432/tcp')).split(':').at(-1) ?? '';
    call =
      "gigRouterPipeline(ecrRepo: 'gig-route-backend', apps: ['users', 'gigs', 'venues', 'ai_services', 'notifications'], " +
      `database: [host: '127.0.0.1', port: ${port}, user: 'postgres', password: 'given', name: 'postgres'], ` +
      "image: [builder: 'buildah'])";
    const began = Date.now();
    run = await service.run({ call, environment: { ...settings, PATH: pathWithout('docker', 'dockerd') } });
    process.stderr.write(`The pipeline took ${((Date.now() - began) / 1000).toFixed(0)} s.\n`);
  });

  afterAll(async () => {
    await suite.world().engine.docker('rm', '--force', '--volumes', database);
  });

  test('succeeds with all sixteen stages, and no command of it finds a docker', async () => {
    expect({ result: run.record.result, failure: run.record.failure }).toEqual({ result: 'SUCCESS' });
    expect(run.record.stages.map(({ name, result, skipped }) => [name, result, skipped])).toEqual(
      stageNames.map((name) => [name, 'SUCCESS', undefined]),
    );
    const env = { PATH: pathWithout('docker', 'dockerd') };
    expect((await attempt('/bin/bash', ['-c', 'command -v docker'], { env })).status).toBe(1);
  });

  test('what was pushed is what was scanned: image id, digest, both tags; and it runs', async () => {
    const { registry, engine } = suite.world();
    const kept = (path: string): unknown =>
      JSON.parse(readFileSync(join(run.folder, 'archive', path), 'utf8'));
    release = kept('release.json') as Release;
    const commit = service.git('rev-parse', 'HEAD');
    expect(release.tags).toEqual([`1-${commit.slice(0, 7)}`, 'latest']);
    expect(kept('trivy-report/trivy.json')).toMatchObject({ Metadata: { ImageID: release.id } });
    const login = await logIn(suite);
    const names = release.tags.map((tag) => `${release.image}:${tag}`);
    for (const reference of [`${release.image}@${release.digest}`, ...names]) {
      await engine.docker('--config', login, 'pull', '--quiet', reference);
      expect(await engine.docker('image', 'inspect', '--format={{.Id}}', reference)).toBe(release.id);
      expect(await engine.docker('image', 'inspect', '--format={{index .RepoDigests 0}}', reference)).toBe(
        `${release.image}@${release.digest}`,
      );
    }
    const image = `${release.image}@${release.digest}`;
    const label = '{{index .Config.Labels "org.opencontainers.image.revision"}}';
    expect(await engine.docker('image', 'inspect', `--format=${label}`, image)).toBe(commit);
    const created = await engine.docker('image', 'inspect', '--format={{.Created}}', image);
    expect(Date.parse(created)).toBe(Number(service.git('log', '-1', '--format=%ct')) * 1000);
    const words = ['run', '--rm', '--label=io.gig-ci.build=e2e', image, 'python', 'manage.py', 'check'];
    expect(await engine.docker(...words)).toContain('no issues');
    expect(release.image).toBe(`${registry.host}/gig-route-backend`);
    await engine.docker('image', 'rm', '--force', image, ...names);
  });

  test('nothing is left: no folder of buildah, no login, no workspace', () => {
    expect(run.left).toEqual([]);
    expect(readdirSync(join(service.state, 'workspace'))).toEqual([]);
  });

  test('what the machine lacks besides is named before anything runs', async () => {
    const path = pathWithout('docker', 'dockerd', 'buildah', 'skopeo');
    const { record } = await service.run({ call, environment: { ...settings, PATH: path } });
    expect(record.result).toBe('FAILURE');
    expect(record.stages.map(({ name }) => name)).toEqual(['Checkout']);
    const message = record.failure?.kind === 'error' ? record.failure.message : '';
    expect(message).toContain('tool buildah: install it on the agent');
    expect(message).toContain('tool skopeo: install it on the agent');
  });
});
