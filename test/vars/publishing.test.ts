/** What `gigRouterPipeline` publishes, when, and under which tags. */
import {
  answering,
  boundCredentials,
  held,
  inputsOf,
  lineWith,
  notified,
  overridesOf,
  published,
  scriptEvents,
  scriptsOf,
  skipped,
  stageNames,
  describePipeline,
} from './router-pipeline';

jest.setTimeout(60_000);

describePipeline('gigRouterPipeline', (pipeline) => {
  test('build tags are pushed before latest', async () => {
    const record = await pipeline.run();
    const pushes = scriptEvents(record).filter(({ effects }) => effects?.publishes?.includes('image'));
    const tags = pushes.map(({ thread }) =>
      record.events.find(
        (event) => event.operation === 'withEnv' && thread === `${event.thread}/${event.sequence}.0`,
      ),
    );
    expect(tags.map((event) => event?.arguments['overrides'])).toEqual([
      expect.arrayContaining(['GIG_TAGS_COUNT=1', 'GIG_TAGS_1=42-a3f5c21']),
      expect.arrayContaining(['GIG_TAGS_COUNT=1', 'GIG_TAGS_1=latest']),
    ]);
  });

  describe('what does not publish', () => {
    test.each([
      [
        'a feature branch',
        { branch: 'feature/x' },
        'branch is feature/x, publish.branches wants main or master',
      ],
      [
        'a pull request',
        { branch: 'fix', pullRequest: { id: 7, target: 'main', fork: false } },
        'pull request',
      ],
      ['a git tag of another form', { tag: 'draft' }, 'tag is draft, publish.tags wants v*'],
    ])('%s', async (_name, scenario, reason) => {
      const record = await pipeline.run(undefined, scenario);
      expect(record.result).toBe('SUCCESS');
      expect(record.stages.map(({ name }) => name)).toEqual(stageNames);
      expect(published(record)).toEqual([]);
      expect(skipped(record)).toMatchObject({
        'Build & Upload Python Package to Nexus': reason,
        'Push to ECR': reason,
      });
    });

    test('a pull request writes no cache', async () => {
      const pullRequest = { id: 7, target: 'main', fork: false };
      const record = await pipeline.run(lineWith("image: [cache: 'local']"), { pullRequest });
      expect(inputsOf(record, 'kaniko-build.sh')).toMatchObject({ GIG_CACHE_WRITE: 'false' });
    });

    test('a pull request from a fork, which binds no credential', async () => {
      const parameters = "notify: [credentialsId: 'webhook'], django: [secretEnv: [API_KEY: 'api']]";
      const pullRequest = { id: 7, target: 'main', fork: true };
      const record = await pipeline.run(lineWith(parameters), { pullRequest });
      expect(record.result).toBe('SUCCESS');
      expect(boundCredentials(record)).toEqual([]);
      expect(record.events.map(({ operation }) => operation)).not.toContain('withSonarQubeEnv');
      expect(published(record)).toEqual([]);
      expect(record.sent).toEqual([]);
    });

    test('a secret variable under another name', async () => {
      const record = await pipeline.run(lineWith("django: [secretEnv: [API_KEY: 'NVD_API_KEY']]"));
      expect(record.result).toBe('SUCCESS');
      const readers = record.events.filter(({ environment = [] }) => environment.includes('GIG_VALUE'));
      expect(readers.map(({ arguments: given }) => /[\w-]+\.sh/.exec(JSON.stringify(given))?.[0])).toEqual([
        'secret-variable.sh',
      ]);
    });

    test('an unstable build, unless publish.unstable says so', async () => {
      const failed = answering('run-tests.sh', { passed: false });
      const unstable = await pipeline.run(lineWith("tests: [failure: 'unstable']"), failed);
      expect(unstable.result).toBe('UNSTABLE');
      expect(published(unstable)).toEqual([]);
      expect(skipped(unstable)).toMatchObject({ 'Push to ECR': 'the build is UNSTABLE' });
      expect(notified(unstable)).toEqual(['UNSTABLE']);

      const allowed = lineWith("tests: [failure: 'unstable'], publish: [unstable: true]");
      expect(published(await pipeline.run(allowed, failed))).toEqual(['package', 'image', 'image']);
    });

    test('a superseded build', async () => {
      const record = await pipeline.run(undefined, { superseded: true });
      expect(record.result).toBe('NOT_BUILT');
      expect(published(record)).toEqual([]);
      expect(held(record)).toEqual([]);
      expect(notified(record)).toEqual(['ABORTED']);
    });
  });

  describe('what the registry has already', () => {
    const sameCommit = {
      present: true,
      revision: 'a3f5c21d9b7e4f60812c3d5a6b7e8f9012345678',
      digest: 'sha256:0f4b',
    };

    test('an image of the same commit is published as it is, and nothing is rebuilt', async () => {
      const record = await pipeline.run(undefined, answering('ecr-inspect.sh', sameCommit));
      expect(record.result).toBe('SUCCESS');
      expect(Object.keys(skipped(record))).toEqual(stageNames.slice(11, 14));
      expect(scriptsOf(record)).not.toContain('ecr-push.sh');
      expect(inputsOf(record, 'ecr-tag.sh')).toMatchObject({
        GIG_DIGEST: 'sha256:0f4b',
        GIG_TAGS_1: 'latest',
      });
    });

    test('an image of another commit under a tag of this build is an error', async () => {
      const record = await pipeline.run(
        undefined,
        answering('ecr-inspect.sh', { present: true, revision: 'b0b' }),
      );
      expect(record.result).toBe('FAILURE');
      expect(record.stages.map(({ name }) => name)).toEqual(['Checkout']);
    });

    test('a tag that somebody else has taken since the preflight is an error, and nothing goes there', async () => {
      const rule = { command: 'ecr-inspect.sh', call: 2 };
      const record = await pipeline.run(undefined, {
        commands: [{ ...rule, outputs: { present: true, revision: 'b0b' } }],
      });
      expect(record.result).toBe('FAILURE');
      expect(published(record)).toEqual(['package']);
      expect(held(record)).toEqual([]);
    });

    test('latest stays where it is when it names a newer build', async () => {
      const rule = { command: 'ecr-inspect.sh', call: 3 };
      const outputs = { present: true, job: 'gig-route/main', number: 43 };
      const record = await pipeline.run(undefined, { commands: [{ ...rule, outputs }] });
      expect(published(record)).toEqual(['package', 'image']);
      expect(record.log).toContain('latest stays: it names the image of build 43, which is newer.');
    });

    test.each([
      [0, ['package', 'image', 'image']],
      [1, ['package', 'image']],
    ])('latest leaves another job only when its commit is an ancestor: git says %s', async (exit, kinds) => {
      const outputs = { present: true, job: 'gig-route/v2.0.0', revision: 'b0b', number: 99 };
      const record = await pipeline.run(undefined, {
        commands: [
          { command: 'ecr-inspect.sh', call: 3, outputs },
          { command: 'git merge-base --is-ancestor', exit },
        ],
      });
      expect(published(record)).toEqual(kinds);
    });

    test('a pull request that publishes leaves latest alone', async () => {
      const pullRequest = { id: 7, target: 'main', fork: false };
      const record = await pipeline.run(lineWith('publish: [pullRequests: true]'), { pullRequest });
      expect(published(record)).toEqual(['package', 'image']);
      expect(record.log).toContain('latest stays: this is a pull request.');
    });

    test('without fixed tags, the preflight asks for the repository all the same', async () => {
      const problem = ['There is no repository gig-route-backend in the registry.'];
      const record = await pipeline.run(
        lineWith("tags: ['semver', 'latest']"),
        answering('ecr-inspect.sh', { problem }),
      );
      expect(record.stages.map(({ name }) => name)).toEqual(['Checkout']);
      expect(record.failure).toMatchObject({
        message: expect.stringContaining(`image registry: gigEcrInspect: ${problem[0]}`),
      });
    });
  });

  describe('tags', () => {
    test.each([
      ["['semver', 'commit', 'latest']", { tag: 'v1.4.0' }, '1.4.0 a3f5c21', 'latest'],
      ["['build', 'branch']", { branch: 'main' }, '42', 'main'],
      ["['build-commit', '2026-02']", {}, '42-a3f5c21 2026-02', undefined],
    ])('%s', async (tags, scenario, fixed, moving) => {
      const record = await pipeline.run(lineWith(`tags: ${tags}`), scenario);
      const names = record.events
        .flatMap(overridesOf)
        .filter((entry) => /^GIG_TAGS_\d/.test(entry))
        .map((entry) => entry.replace(/^GIG_TAGS_\d+=/, ''));
      expect(names).toEqual([...fixed.split(' '), ...(moving === undefined ? [] : [moving])]);
    });

    test('a branch whose name is no tag gets a readable one of its own', async () => {
      const publish = "tags: ['build', 'branch'], publish: [branches: ['release/*']]";
      const of = async (branch: string): Promise<string | undefined> => {
        const record = await pipeline.run(lineWith(publish), { branch });
        return record.log.find((line) => line.endsWith('(parameter tags)'))?.split(/[ ,]+/)[3];
      };
      const [slash, dash] = [await of('release/1/0'), await of('release/1-0')];
      expect(slash).toMatch(/^release-1-0-[0-9a-z]{6}$/);
      expect(dash).toMatch(/^release-1-0-[0-9a-z]{6}$/);
      expect(slash).not.toBe(dash);
    });

    test('no two branches share a tag, whatever letters they are written in', async () => {
      const publish = "tags: ['build', 'branch'], publish: [branches: ['*']]";
      const of = async (branch: string): Promise<string | undefined> => {
        const record = await pipeline.run(lineWith(publish), { branch });
        const names = record.events.flatMap(overridesOf).filter((entry) => entry.startsWith('GIG_TAGS_1='));
        return names.at(-1)?.replace('GIG_TAGS_1=', '');
      };
      const tags: (string | undefined)[] = [];
      for (const branch of ['fix/ä', 'fix/ö', 'a;b', 'a&b', '修正', '修复', '功能', '加胜', '-', '+'])
        tags.push(await of(branch));
      expect(tags.filter((tag) => !/^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/.test(tag ?? ''))).toEqual([]);
      expect(new Set(tags).size).toBe(tags.length);
    });
  });
});
