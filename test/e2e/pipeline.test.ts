/** The whole pipeline for the service of the example, in both worlds: what it leaves in the world, not what it says. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { RunRecord } from '../../src/simulator/record';
import { oneLine, stageNames } from '../vars/router-pipeline';
import { describeInWorld, eventually, runScript } from './in-world';
import { SecretWatch, type Seen } from './secret-watch';
import { Service, type ServiceRun } from './service';
import { attempt, run } from './world/commands';
import { whatIsThere, type Held } from './world/leftovers';
import { maskedForms } from '../../src/real/secrets';

/** What `release.json` says. */
interface Release {
  readonly image: string;
  readonly tags: readonly string[];
  readonly digest: string;
  readonly id: string;
  readonly commit: string;
}

/** What both worlds must have in common: threads, steps, scripts, names of variables, how each ended; no times, ports, ids. */
function courseOf({ events }: RunRecord): readonly string[] {
  return events
    .map(({ thread, sequence, operation, arguments: given, environment = [], outcome }) => {
      const script = typeof given['script'] === 'string' ? given['script'] : '';
      const end = outcome.kind === 'failure' ? outcome.failure.kind : 'ok';
      return [thread, sequence, operation, script, environment.join(), end].join(' ');
    })
    .sort();
}

describeInWorld('the whole pipeline', (suite) => {
  let service: Service;
  let before: Held;
  let direct: ServiceRun;
  let release: Release;
  let seen: Seen;
  const seconds: { [world: string]: number } = {};

  const imageNames = async (): Promise<string> =>
    suite.world().engine.docker('images', '--format={{.Repository}}:{{.Tag}} {{.ID}}');

  beforeAll(async () => {
    service = new Service(suite);
    const { engine, notifications } = suite.world();
    await notifications.forget();
    before = await whatIsThere(engine);
    const began = Date.now();
    const watch = new SecretWatch(canaries(), service.state);
    direct = await service.run();
    seen = await watch.end();
    seconds['direct'] = (Date.now() - began) / 1000;
    process.stderr.write(`The pipeline took ${seconds['direct'].toFixed(0)} s in Node.\n`);
  });

  test('succeeds with all sixteen stages', () => {
    expect({ result: direct.record.result, failure: direct.record.failure }).toEqual({ result: 'SUCCESS' });
    expect(direct.record.stages.map(({ name, result, skipped }) => [name, result, skipped])).toEqual(
      stageNames.map((name) => [name, 'SUCCESS', undefined]),
    );
    const text = readFileSync(join(direct.folder, 'archive/release.json'), 'utf8');
    release = JSON.parse(text) as Release;
  });

  test('what was pushed is what was scanned: image id, digest, both tags', async () => {
    const { registry, engine } = suite.world();
    const commit = service.git('rev-parse', 'HEAD');
    expect(release.commit).toBe(commit);
    expect(release.tags).toEqual([`1-${commit.slice(0, 7)}`, 'latest']);
    expect(release.image).toBe(`${registry.host}/gig-route-backend`);
    const scan = JSON.parse(readFileSync(join(direct.folder, 'archive/trivy-report/trivy.json'), 'utf8')) as {
      readonly Metadata: { readonly ImageID: string };
    };
    expect(scan.Metadata.ImageID).toBe(release.id);
    for (const reference of [
      `${release.image}@${release.digest}`,
      ...release.tags.map((tag) => `${release.image}:${tag}`),
    ]) {
      await pull(reference);
      expect(await engine.docker('image', 'inspect', '--format={{.Id}}', reference)).toBe(release.id);
      expect(await engine.docker('image', 'inspect', '--format={{index .RepoDigests 0}}', reference)).toBe(
        `${release.image}@${release.digest}`,
      );
    }
  });

  test('the image, pulled by its digest, answers on its health endpoint with its migrations applied', async () => {
    const { docker } = suite.world().engine;
    const database = await docker(
      ...['run', '--detach', '--label=io.gig-ci.build=e2e', '--env=POSTGRES_PASSWORD=test', 'postgres:15'],
    );
    const address = await docker('inspect', '--format={{.NetworkSettings.IPAddress}}', database);
    const variables = { DB_HOST: address, DB_NAME: 'postgres', DB_USER: 'postgres', DB_PASS: 'test' };
    const options = Object.entries(variables).flatMap(([name, value]) => ['--env', `${name}=${value}`]);
    const image = `${release.image}@${release.digest}`;
    const published = '--publish=127.0.0.1::8000';
    const container = await docker(
      'run',
      '--detach',
      '--label=io.gig-ci.build=e2e',
      published,
      ...options,
      image,
    );
    const migrated = await eventually(
      () => docker('exec', container, 'python', 'manage.py', 'migrate', '--noinput'),
      (answer) => typeof answer === 'string',
    );
    expect(migrated).toContain('Applying ai_services.0001_initial... OK');
    const [served = ''] = (await docker('port', container, '8000/tcp')).split('\n');
    const response = await fetch(`http://${served}/health/`);
    expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }]);
    await docker('rm', '--force', '--volumes', container, database);
  });

  test('wheel and sdist install from the index and import', async () => {
    const { packageIndex } = suite.world();
    const { username, password } = packageIndex.login;
    const index = `${packageIndex.repositoryUrl.replace('//', `//${username}:${password}@`)}simple/`;
    const python = join(suite.folder(), 'venv/bin/python');
    await run('python3', ['-m', 'venv', join(python, '../..')]);
    const install = (...words: readonly string[]): Promise<string> =>
      run(python, [
        '-m',
        'pip',
        'install',
        '--quiet',
        '--extra-index-url',
        index,
        ...words,
        'gig-router-backend',
      ]);
    const models = (): Promise<string> =>
      run(
        python,
        ['-c', 'import django; django.setup(); from venues.models import Venue; print(Venue.__name__)'],
        {
          env: { ...process.env, DJANGO_SETTINGS_MODULE: 'gig_router.settings' },
        },
      );
    await install('--only-binary=gig-router-backend');
    expect(await models()).toBe('Venue');
    await install('--force-reinstall', '--no-deps', '--no-cache-dir', '--no-binary=gig-router-backend');
    expect(await models()).toBe('Venue');
  });

  test('tests, coverage and the reports of the scanners are there with the right totals', () => {
    const kept = (path: string): string => readFileSync(join(direct.folder, path), 'utf8');
    expect(kept('junit/.gig-ci/test-results.xml')).toMatch(/tests="13"/);
    const junit = direct.record.events.find(({ operation }) => operation === 'junit');
    expect(junit?.outcome).toEqual({
      kind: 'value',
      value: { totalCount: 13, passCount: 13, failCount: 0, skipCount: 0 },
    });
    expect(kept('htmlreports/Coverage/index.html')).toContain('Coverage report');
    expect(kept('archive/backend/coverage.xml')).toContain('lines-valid=');
    for (const format of ['xml', 'json', 'html']) {
      expect(kept(`archive/backend/owasp-report/dependency-check-report.${format}`)).not.toBe('');
    }
    for (const format of ['json', 'sarif', 'txt'])
      expect(kept(`archive/trivy-report/trivy.${format}`)).not.toBe('');
    expect(kept('archive/migrations.patch')).toContain('venues/migrations/0002_venue_step_free.py');
  });

  test('one notification arrived, with exactly its six keys', async () => {
    const requests = await suite.world().notifications.requests();
    expect(requests).toHaveLength(1);
    expect(JSON.parse(requests[0]?.body ?? '')).toEqual({
      status: 'SUCCESS',
      job: 'gig-route/main',
      build: '1',
      image: release.image,
      tag: release.tags[0],
      url: `file://${direct.folder}/`,
    });
  });

  test('nothing is left: no container, volume, network, name of an image, workspace', async () => {
    const { engine, registry } = suite.world();
    // Others may work with this Docker, too: what is ours names a build of this service.
    const builds = await engine.docker('ps', '--all', '--format={{.Label "io.gig-ci.build"}}');
    expect(builds).not.toContain(service.state);
    const { networks, volumes } = await whatIsThere(engine);
    expect(networks).toEqual(before.networks);
    // Those of the caches stay, as they shall: their names say so.
    for (const volume of volumes.filter((name) => !before.volumes.includes(name))) {
      expect(volume).toMatch(/^gig-ci-(?:kaniko|trivy|dependency-check)/);
    }
    // What the tests above have pulled goes first.
    for (const tag of release.tags) await engine.attempt('image', 'rm', '--force', `${release.image}:${tag}`);
    await engine.attempt('image', 'rm', '--force', `${release.image}@${release.digest}`);
    expect(await imageNames()).not.toContain(registry.host);
    expect(direct.left).toEqual([]);
    expect(readdirSync(join(service.state, 'workspace'))).toEqual([]);
  });

  test('no secret is anywhere: log, record, reports, layers, history, package, configuration of Git and Docker', async () => {
    const { registry, engine } = suite.world();
    const secrets = canaries();
    expect(secrets).toHaveLength(3);
    await pull(`${release.image}@${release.digest}`);
    const place = suite.folder();
    await engine.docker('save', '--output', join(place, 'image.tar'), `${release.image}@${release.digest}`);
    await run('tar', ['-xf', 'image.tar'], { cwd: place });
    await engine.attempt('image', 'rm', '--force', `${release.image}@${release.digest}`);
    const places = [direct.folder, place, service.repository, join(service.state, 'jobs')];
    for (const form of maskedForms(secrets)) {
      for (const folder of places) {
        const { stdout } = await attempt('grep', ['-rlaF', '--', form, folder]);
        expect({ form, found: stdout }).toEqual({ form, found: '' });
      }
    }
    const home = process.env['HOME'] ?? '/root';
    for (const file of ['.docker/config.json', '.gitconfig', '.pypirc', '.netrc']) {
      const { stdout } = await attempt('grep', ['-lF', registry.host, join(home, file)]);
      expect(stdout).toBe('');
    }
  });

  test('no secret was seen on a command line, nor in the environment of a process that is not of the build', () => {
    expect(seen.found).toEqual([]);
    // Often enough to have seen what lives for a moment.
    expect(seen.rounds).toBeGreaterThan(300);
    expect(seen.processes).toBeGreaterThan(100);
  });

  describe('on the engine, which is saved and started again at every step', () => {
    let engine: ServiceRun;
    beforeAll(async () => {
      const began = Date.now();
      // That packages come from an index is proven above.
      const environment = suite.world().withoutIndex;
      engine = await service.run({ world: 'engine', saving: 'restart at every step', environment });
      seconds['engine'] = (Date.now() - began) / 1000;
      process.stderr.write(
        `The pipeline took ${seconds['engine'].toFixed(0)} s on the engine, with the caches of the first run.\n`,
      );
    });

    test('takes the same course with the same result', () => {
      expect(engine.record.failure).toBeUndefined();
      expect(courseOf(engine.record)).toEqual(courseOf(direct.record));
    });

    test('makes the same image again, under a tag of its own', () => {
      const again = JSON.parse(readFileSync(join(engine.folder, 'archive/release.json'), 'utf8')) as Release;
      expect(again.tags[0]).toMatch(/^2-/);
      expect(statSync(join(engine.folder, 'record.json')).size).toBeGreaterThan(0);
    });
  });

  describe('with its legs side by side', () => {
    let beside: ServiceRun;
    beforeAll(async () => {
      const call = oneLine.replace(/\)$/, ', options: [parallel: true])');
      beside = await service.run({ call, environment: suite.world().withoutIndex });
      const between = ({ stages }: RunRecord): number => {
        const began = stages.find(({ name }) => name === stageNames[14])?.began ?? 0;
        const tested = stages.find(({ name }) => name === stageNames[7])?.ended ?? 0;
        return (began - tested) / 1000;
      };
      const [after, along] = [between(direct.record), between(beside.record)];
      process.stderr.write(
        `From the tests to the first thing that is published: ${after.toFixed(1)} s one after the other, ` +
          `${along.toFixed(1)} s side by side, with the caches of the runs before.\n`,
      );
    });

    test('it succeeds, and leaves the same files', () => {
      expect({ result: beside.record.result, failure: beside.record.failure }).toEqual({ result: 'SUCCESS' });
      expect(beside.record.stages.map(({ name }) => name).sort()).toEqual([...stageNames].sort());
      const archived = ({ folder }: ServiceRun): string[] =>
        readdirSync(join(folder, 'archive'), { recursive: true, encoding: 'utf8' }).sort();
      expect(archived(beside)).toEqual(archived(direct));
      expect(readdirSync(join(service.state, 'workspace'))).toEqual([]);
    });
  });

  /** The secrets of the world. */
  function canaries(): readonly string[] {
    const { credentials, sonarQube } = suite.world();
    return [
      sonarQube.token,
      ...Object.values(credentials.credentials ?? {}).flatMap((credential) => {
        if (credential.type === 'text') return [credential.text];
        return credential.type === 'usernamePassword' ? [credential.password] : [];
      }),
    ];
  }

  /** The arguments of a pull, with a login in a folder of its own. */
  async function pull(reference: string): Promise<string> {
    const { registry, engine } = suite.world();
    const inputs = { REGION: 'eu-north-1', REGISTRY: registry.host, IMAGE: 'none' };
    const { outputs } = await runScript(suite.world(), suite.folder(), 'ecr-login.sh', inputs);
    return engine.docker('--config', outputs['login'] ?? '', 'pull', '--quiet', reference);
  }
});
