/** The builders of an image: what each of them is given, what the rest of the pipeline makes of it, and what contradicts it. */
import {
  answering,
  describePipeline,
  documented,
  held,
  inputsOf,
  lineWith,
  published,
  scriptsOf,
  stageNames,
} from './router-pipeline';

jest.setTimeout(60_000);

const plain = "database: [host: 'db.example.com'], image: [builder: 'buildah'";
/** The tools of a machine without Docker. */
const tools = [
  ...(documented.tools ?? []).filter((tool) => tool !== 'docker'),
  ...['buildah', 'skopeo', 'dependency-check'],
];
const given = "target: 'run', buildArgs: [A: 'x y'], labels: [team: 'gigs'], dockerfile: 'Dockerfile'";
const inputs = {
  GIG_DESTINATION: '231056963705.dkr.ecr.eu-north-1.amazonaws.com/gig-route-backend:42-a3f5c21-5n8ew1',
  GIG_CONTEXT: 'backend',
  GIG_DOCKERFILE: 'Dockerfile',
  GIG_TARGET: 'run',
  GIG_ARGUMENTS_1: 'A=x y',
  GIG_LABELS_1: 'team=gigs',
  GIG_LABELS_2: 'org.opencontainers.image.revision=a3f5c21d9b7e4f60812c3d5a6b7e8f9012345678',
  GIG_ARCHIVE: '.gig-ci/image.tar',
};

describePipeline('gigRouterPipeline', (pipeline) => {
  test.each([
    ['kaniko', 'kaniko-build.sh'],
    ['docker', 'docker-build.sh'],
    ['buildah', 'buildah-build.sh'],
  ])('image.builder: %s is given everything that describes the image', async (builder, script) => {
    const scenario = { tools: [...tools, 'docker'] };
    const record = await pipeline.run(lineWith(`image: [builder: '${builder}', ${given}]`), scenario);
    expect(record.result).toBe('SUCCESS');
    expect(inputsOf(record, script)).toMatchObject(inputs);
    expect(scriptsOf(record).filter((name) => name.endsWith('-build.sh'))).toEqual([
      script,
      'python-package-build.sh',
    ]);
    expect(held(record)).toEqual([]);
  });

  test('a machine without Docker: no stage is left out, scan and push read the archive', async () => {
    const record = await pipeline.run(lineWith(`${plain}]`), { tools });
    expect(record.result).toBe('SUCCESS');
    expect(record.stages.map(({ name, skipped }) => [name, skipped])).toEqual(
      stageNames.map((name) => [name, undefined]),
    );
    expect(scriptsOf(record)).toContain('image-id.sh');
    expect(scriptsOf(record)).not.toContain('image-load.sh');
    const { GIG_IMAGE: id = '', GIG_ARCHIVE: archive } = inputsOf(record, 'ecr-push.sh');
    expect(id).toMatch(/^sha256:/);
    expect(archive).toBe('.gig-ci/image.tar');
    expect(published(record)).toContain('image');
    expect(inputsOf(await pipeline.run(), 'ecr-push.sh')).toMatchObject({
      GIG_ARCHIVE: expect.not.stringMatching(/./),
    });
  });

  test('a builder that the machine lacks is named before anything runs', async () => {
    const missing = (wanted: string, has: readonly string[]): string => {
      const { stages, failure } = pipeline.runDirect(lineWith(wanted), { tools: has });
      expect(stages.map(({ name }) => name)).toEqual(['Checkout']);
      return failure?.kind === 'error' ? failure.message : '';
    };
    const without = (...names: readonly string[]) => tools.filter((tool) => !names.includes(tool));
    const remedy = 'install it on the agent, or use an agent label whose machines have it';
    const begin = 'Not everything that this build needs is there:\n';
    expect(missing(`${plain}]`, without('buildah', 'skopeo'))).toBe(
      `${begin}  tool buildah: ${remedy}\n  tool skopeo: ${remedy}`,
    );
    expect(missing("database: [host: 'db.example.com'], image: [builder: 'docker']", tools)).toBe(
      `${begin}  tool docker: ${remedy}`,
    );
    // What is not pushed needs no skopeo.
    const branch = await pipeline.run(lineWith(`${plain}]`), {
      tools: without('skopeo'),
      branch: 'feature/x',
    });
    expect(branch.result).toBe('SUCCESS');
  });

  test.each([
    ['docker-build.sh', 'gigImageBuild', "image: [builder: 'docker']"],
    ['buildah-build.sh', 'gigImageBuild', `${plain}]`],
    ['image-id.sh', 'gigImageId', `${plain}]`],
  ])('what %s answers ends the build; nothing is left or published', async (script, step, call) => {
    const record = await pipeline.run(lineWith(call), {
      tools: [...tools, 'docker'],
      ...answering(script, { problem: ['The cause.', 'The remedy.'] }),
    });
    expect(record.failure).toMatchObject({ message: `${step}: The cause.\nThe remedy.` });
    expect(published(record)).toEqual([]);
    expect(held(record)).toEqual([]);
  });

  test.each(['local', 'registry'])('docker cannot keep layers: cache %s contradicts it', async (cache) => {
    const call = `image: [builder: 'docker', cache: '${cache}', cacheRepo: 'c.example.com/layers']`;
    const record = await pipeline.run(lineWith(call));
    expect(record.events.map(({ operation }) => operation)).toEqual(['error']);
    expect(record.failure).toMatchObject({
      message: expect.stringContaining(
        "  image.cache             the builder 'docker' keeps no layers, because its daemon would mix those of all builds",
      ),
    });
    const alone = await pipeline.run(
      `node { gigImageBuild(reference: 'shop:1', builder: 'docker', cache: '${cache}', cacheRepo: 'c.example.com/layers') }`,
    );
    expect(alone.failure).toMatchObject({
      message: expect.stringMatching(new RegExp(`^image.cache is '${cache}': the builder 'docker' keeps no`)),
    });
    expect(scriptsOf(alone)).toEqual([]);
  });

  test('buildah reads no layers where it may not store others: pull requests go without', async () => {
    const local = lineWith(`${plain}, cache: 'local']`);
    const main = await pipeline.run(local, { tools });
    expect(inputsOf(main, 'buildah-build.sh')).toMatchObject({
      GIG_CACHE_FOLDER: 'gig-ci-buildah-231056963705.dkr.ecr.eu-north-1.amazonaws.com-gig-route-backend',
    });
    const pullRequest = { id: 7, target: 'main', fork: false };
    const pull = await pipeline.run(local, { tools, pullRequest });
    expect(pull.log).toContain('Without a cache: pull request');
    expect(inputsOf(pull, 'buildah-build.sh')['GIG_CACHE_FOLDER'] ?? '').toBe('');
    const alone = await pipeline.run(
      "node { gigImageBuild(reference: 'shop:1', builder: 'buildah', cache: 'local', writeCache: false) }",
    );
    expect(alone.failure).toMatchObject({ message: expect.stringContaining('without storing others') });
    const registry = await pipeline.run(
      lineWith(`${plain}, cache: 'registry', cacheRepo: 'c.example.com/layers']`),
      { tools },
    );
    expect(inputsOf(registry, 'buildah-build.sh')).toMatchObject({
      GIG_CACHE_REPOSITORY: 'c.example.com/layers',
      GIG_CACHE_WRITE: 'true',
    });
  });
});
