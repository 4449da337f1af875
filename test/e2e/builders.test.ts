/** The builders besides Kaniko, for real: Docker in the pipeline, and what buildah does with layers, failures and the loss of a build. */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildahSettings, logIn, publishBaseImage, type BaseImage } from './base-image';
import { describeInWorld, referenceIn, runScript, type ScriptAnswer } from './in-world';
import { Service } from './service';
import { pythonImage } from './world/images';

describeInWorld('builders', (suite) => {
  const { world, folder } = suite;
  let base: BaseImage;
  let settings: { readonly [name: string]: string };

  beforeAll(async () => {
    base = await publishBaseImage(suite);
    settings = buildahSettings(suite, base);
  });

  /** Builds a context with buildah. @param place workspace, whose cache a second build there finds */
  function buildah(context: string, place: string, inputs = {}): Promise<ScriptAnswer> {
    const { environment, ...others } = world();
    return runScript({ ...others, environment: { ...environment, ...settings } }, place, 'buildah-build.sh', {
      DESTINATION: referenceIn(world()),
      CONTEXT: context,
      DOCKERFILE: 'Dockerfile',
      ARGUMENTS: [],
      LABELS: [],
      CACHE_WRITE: 'true',
      ARCHIVE: 'image.tar',
      ...inputs,
    });
  }

  const idIn = async (place: string): Promise<string> =>
    (await runScript(world(), place, 'image-id.sh', { ARCHIVE: 'image.tar' })).outputs['id'] ?? '';

  test('docker: what was pushed is what was scanned, and no name of it is left', async () => {
    const { engine, registry } = world();
    const service = new Service(suite);
    const dockerfile = join(service.repository, 'backend', 'Dockerfile');
    writeFileSync(dockerfile, readFileSync(dockerfile, 'utf8').replace(pythonImage, base.name));
    const commit = service.commit();
    const off =
      'database: false, python: false, django: false, tests: false, sonar: false, owasp: false, nexus: false';
    const { record, folder: build } = await service.run({
      call: `gigRouterPipeline(ecrRepo: 'gig-route-backend', ${off}, image: [builder: 'docker', labels: [team: 'gigs']])`,
      environment: { DOCKER_CONFIG: base.login },
    });
    expect({ result: record.result, failure: record.failure }).toEqual({ result: 'SUCCESS' });
    const kept = (path: string): unknown => JSON.parse(readFileSync(join(build, 'archive', path), 'utf8'));
    const release = kept('release.json') as {
      readonly id: string;
      readonly digest: string;
      readonly image: string;
    };
    expect(kept('trivy-report/trivy.json')).toMatchObject({ Metadata: { ImageID: release.id } });
    expect(await engine.docker('images', '--format={{.Repository}}')).not.toContain(
      `${registry.host}/gig-route`,
    );
    const image = `${release.image}@${release.digest}`;
    await engine.docker('--config', await logIn(suite), 'pull', '--quiet', image);
    const format = '--format={{.Id}} {{json .Config.Labels}}';
    const [id, labels = ''] = (await engine.docker('image', 'inspect', format, image)).split(' ');
    expect(id).toBe(release.id);
    expect(JSON.parse(labels)).toMatchObject({ team: 'gigs', 'org.opencontainers.image.revision': commit });
    await engine.docker('image', 'rm', image);
  });

  test('buildah: the same context gives the same image, and its layers come from the machine', async () => {
    const context = folder();
    writeFileSync(join(context, 'Dockerfile'), `FROM ${pythonImage}\nCOPY . /app\nRUN echo once >/once\n`);
    const place = folder();
    const seconds: number[] = [];
    const ids: string[] = [];
    const logs: string[] = [];
    for (const inputs of [{}, { CACHE_FOLDER: 'shop' }, { CACHE_FOLDER: 'shop' }]) {
      const began = Date.now();
      const { problem, log } = await buildah(context, place, inputs);
      expect(problem).toEqual([]);
      seconds.push((Date.now() - began) / 1000);
      logs.push(log);
      ids.push(await idIn(place));
    }
    process.stderr.write(`buildah: ${seconds.map((time) => time.toFixed(0)).join(', ')} s\n`);
    expect(logs.map((log) => log.includes('Using cache'))).toEqual([false, false, true]);
    expect(ids[2]).toBe(ids[1]);
    expect(existsSync(`${place}@tmp/gig-ci-build`)).toBe(false);
    // What Docker makes of the archive has the same id.
    const { engine } = world();
    await engine.docker('load', '--input', join(place, 'image.tar'));
    expect(await engine.docker('image', 'inspect', '--format={{.Id}}', referenceIn(world()))).toBe(ids[2]);
    await engine.docker('image', 'rm', referenceIn(world()));
  });

  test('buildah: layers come from a registry, too, and another machine finds them', async () => {
    const { registry, aws } = world();
    await aws.aws('ecr', 'create-repository', '--repository-name', 'layers');
    const context = folder();
    writeFileSync(join(context, 'Dockerfile'), `FROM ${pythonImage}\nRUN echo once >/once\n`);
    const inputs = { CACHE_REPOSITORY: `${registry.host}/layers`, LOGIN: await logIn(suite) };
    const first = await buildah(context, folder(), inputs);
    const second = await buildah(context, folder(), { ...inputs, CACHE_WRITE: 'false' });
    expect([first.problem, second.problem]).toEqual([[], []]);
    expect(first.log).not.toMatch(/Cache pulled from remote|Using cache/);
    expect(second.log).toMatch(/Cache pulled from remote|Using cache/);
  });

  test('buildah: .dockerignore counts; a command that fails, and a base that nobody has, are named', async () => {
    const context = folder();
    const place = folder();
    const problemWith = async (text: string): Promise<readonly string[]> => {
      writeFileSync(join(context, 'Dockerfile'), text);
      return (await buildah(context, place)).problem;
    };
    writeFileSync(join(context, 'hidden.txt'), 'hidden');
    writeFileSync(join(context, '.dockerignore'), 'hidden.txt\n');
    expect(await problemWith(`FROM ${pythonImage}\nCOPY . /app\nRUN test ! -e /app/hidden.txt\n`)).toEqual(
      [],
    );
    expect(await problemWith(`FROM ${pythonImage}\nRUN false\n`)).toEqual([
      expect.stringContaining('The image was not built'),
      expect.stringContaining('A command of the Dockerfile failed'),
    ]);
    expect(await problemWith(`FROM ${world().registry.host}/nowhere:1\n`)).toEqual([
      expect.stringContaining('The image was not built'),
      expect.stringContaining('base image behind FROM'),
    ]);
    expect(readdirSync(`${place}@tmp`)).toEqual([]);
  });
});
