/** The world goes as it came: what it started and what runs left in it, but nothing of anybody else. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describeInWorld } from './in-world';
import type { World } from './world';
import { pythonImage } from './world/images';
import { whatIsThere } from './world/leftovers';

/** What a world may leave on a machine. */
function traces(): {
  readonly hosts: string;
  readonly trusted: readonly string[];
  readonly folders: readonly string[];
} {
  return {
    hosts: readFileSync('/etc/hosts', 'utf8'),
    trusted: existsSync('/etc/docker/certs.d') ? readdirSync('/etc/docker/certs.d') : [],
    folders: readdirSync('/tmp').filter((name) => name.startsWith('gig-ci-world-')),
  };
}

/** Processes whose command line names a text. */
function processesOf(text: string): readonly string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .map((name) => {
      try {
        return readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
      } catch {
        // It has ended meanwhile.
        return '';
      }
    })
    .filter((line) => line.includes(text));
}

// The engine of the outer world is one that runs already, for the worlds in the tests.
describeInWorld('a world on an engine that others use', ({ world }) => {
  const decoy = 'gig-ci-decoy';
  let image: string;
  beforeAll(async () => {
    const { docker, environment } = world().engine;
    Object.assign(process.env, environment);
    image = await docker('image', 'inspect', '--format={{.Id}}', pythonImage);
    await docker('create', '--name', decoy, '--label=io.gig-ci.build=other', pythonImage);
    await docker('volume', 'create', decoy);
    await docker('network', 'create', decoy);
    await docker('tag', pythonImage, `${decoy}:1`);
  });
  afterAll(async () => {
    const { docker } = world().engine;
    await docker('rm', '--force', decoy);
    await docker('volume', 'rm', decoy);
    await docker('network', 'rm', decoy);
    await docker('image', 'rm', `${decoy}:1`);
  });

  test('leaves nothing of its own and of its runs, and everything of others', async () => {
    const { engine } = world();
    const before = { held: await whatIsThere(engine), ...traces() };
    // Read anew, with the environment as it is now.
    jest.resetModules();
    const { startWorld } = await import('./world/index.js');
    const inner: World = await startWorld();
    const { place } = inner;
    expect(processesOf(place).length).toBeGreaterThan(2);
    const { docker } = inner.engine;
    // What a build leaves that was killed.
    await docker(
      'run',
      '--detach',
      `--label=io.gig-ci.build=${place}/workspace`,
      pythonImage,
      'sleep',
      '600',
    );
    await docker('volume', 'create', 'gig-ci-killed');
    await docker('network', 'create', 'gig-ci-killed');
    await docker('tag', pythonImage, `${inner.registry.host}/service:1`);
    // Somebody else's build, meanwhile.
    const foreign = await docker('create', '--label=io.gig-ci.build=foreign', pythonImage);
    await inner.stop();
    await docker('rm', foreign);
    expect({ held: await whatIsThere(engine), ...traces() }).toEqual(before);
    expect(processesOf(place)).toEqual([]);
    expect(await docker('images', '--quiet', `${inner.registry.host}/*`)).toBe('');
    expect(await docker('images', '--quiet', `${decoy}:1`)).not.toBe('');
  });

  test('leaves nothing when a service does not start', async () => {
    const { engine } = world();
    const before = { held: await whatIsThere(engine), ...traces() };
    jest.resetModules();
    jest.doMock('./world/sonarqube', () => ({
      startSonarQube: () => Promise.reject(new Error('no SonarQube')),
    }));
    const { startWorld } = await import('./world/index.js');
    await expect(startWorld()).rejects.toThrow('no SonarQube');
    expect({ held: await whatIsThere(engine), ...traces() }).toEqual(before);
    const left = traces().folders.flatMap((folder) => processesOf(folder));
    expect(left.length).toBe(processesOf(world().place).length);
  });

  test('refuses an engine that has images of the names', async () => {
    const { docker } = world().engine;
    await docker('rm', '--force', decoy);
    const container = await docker('create', '--name', decoy, image);
    const other = await docker('commit', '--message=other', container, pythonImage);
    jest.resetModules();
    jest.dontMock('./world/sonarqube');
    const { startWorld } = await import('./world/index.js');
    await expect(startWorld()).rejects.toThrow(
      `images of its own that the tests would replace: ${pythonImage}`,
    );
    expect(await docker('image', 'inspect', '--format={{.Id}}', pythonImage)).toBe(other);
    await docker('tag', image, pythonImage);
    await docker('rm', '--force', decoy);
    await docker('image', 'rm', other);
    await docker('create', '--name', decoy, image);
  });
});
