/** What a build may do by where it comes from: a pull request from a fork, which anybody may write, and a git tag. */
import type { RunRecord } from '../../src/simulator/record';
import type { Scenario } from '../../src/simulator/scenario';
import {
  boundCredentials,
  describePipeline,
  held,
  lineWith,
  overridesOf,
  published,
  scriptsOf,
  skipped,
  stageNames,
} from './router-pipeline';

jest.setTimeout(60_000);

/** Every parameter that names credentials, or lets more builds publish. */
const everything = (parallel: boolean): string =>
  lineWith(
    [
      "django: [secretEnv: [API_KEY: 'secret-api']]",
      "python: [indexUrl: 'https://pypi.example.com/simple', indexCredentialsId: 'secret-index']",
      "sonar: [pullRequests: true], owasp: [nvdCredentialsId: 'secret-nvd']",
      "image: [cache: 'registry', cacheRepo: 'cache.example.com/layers', cacheCredentialsId: 'secret-cache']",
      "aws: [credentialsId: 'secret-aws', roleArn: 'arn:aws:iam::231056963705:role/publisher'], ecr: [createRepository: true]",
      "nexus: [credentialsId: 'secret-nexus'], notify: [credentialsId: 'secret-webhook']",
      "publish: [pullRequests: true, branches: ['*'], tags: ['*']], options: [parallel: " +
        String(parallel) +
        ']',
    ].join(', '),
  );

const types = {
  'secret-api': 'text',
  'secret-index': 'usernamePassword',
  'secret-nvd': 'text',
  'secret-cache': 'aws',
  'secret-aws': 'aws',
  'secret-nexus': 'usernamePassword',
  'secret-webhook': 'text',
} as const;
const withCredentials: Scenario = {
  credentials: Object.fromEntries(Object.entries(types).map(([id, type]) => [id, { type }])),
};
const fromFork: Scenario = {
  ...withCredentials,
  branch: 'PR-7',
  pullRequest: { id: 7, target: 'main', fork: true },
};

/** What the record of a build shows that nobody trusts, and should not. */
function trespasses(record: RunRecord): string[] {
  const binds = ['withCredentials', 'withSonarQubeEnv', 'waitForQualityGate', 'milestone'];
  const reaches = ['ecr-', 'python-package-', 'sonar-', 'notify.sh'];
  return [
    ...record.events.filter(({ operation }) => binds.includes(operation)).map(({ operation }) => operation),
    ...boundCredentials(record).map(String),
    ...scriptsOf(record).filter(
      (name) => reaches.some((begin) => name.startsWith(begin)) && name !== 'ecr-logout.sh',
    ),
    ...record.events
      .flatMap(({ environment = [] }) => environment)
      .filter(
        (name) =>
          /KEY|TOKEN|PASSWORD|AWS_|USERNAME|GIG_ROLE|GIG_SESSION|GIG_LOGIN/.test(name) &&
          name !== 'GIG_PASSWORD',
      ),
    ...published(record),
    ...record.sent.map(({ script }) => script),
    ...(/secret-of-[a-z-]+/.exec(JSON.stringify(record)) ?? []),
  ];
}

describePipeline('gigRouterPipeline', (pipeline) => {
  describe('a pull request from a fork', () => {
    test.each([false, true])(
      'binds no credential, asks nobody who wants one and publishes nothing, whatever the call says; options.parallel: %s',
      async (parallel) => {
        const record = await pipeline.run(everything(parallel), fromFork);
        expect(record.result).toBe('SUCCESS');
        expect(record.stages.map(({ name }) => name).sort()).toEqual([...stageNames].sort());
        expect(trespasses(record)).toEqual([]);
        expect(held(record)).toEqual([]);
        expect(Object.keys(skipped(record)).sort()).toEqual([
          'Build & Upload Python Package to Nexus',
          'Push to ECR',
          'SonarQube Analysis',
          'SonarQube Quality Gate',
        ]);
        // It is tested, checked, built and scanned all the same.
        expect(scriptsOf(record)).toEqual(
          expect.arrayContaining(['run-tests.sh', 'owasp-check.sh', 'kaniko-build.sh', 'trivy-scan.sh']),
        );
      },
    );

    test('nor does it when it fails or is aborted, wherever that is', () => {
      const { events } = pipeline.runDirect(everything(true), fromFork);
      const found = events.flatMap((_event, index) =>
        trespasses(pipeline.runDirect(everything(true), { ...fromFork, abortAtStep: index + 1 })),
      );
      const scripts = [...new Set(scriptsOf(pipeline.runDirect(everything(true), fromFork)))];
      found.push(
        ...scripts.flatMap((command) =>
          trespasses(pipeline.runDirect(everything(true), { ...fromFork, commands: [{ command, exit: 1 }] })),
        ),
      );
      expect(found).toEqual([]);
      expect(scripts.length).toBeGreaterThan(10);
    });

    test('the same call binds all of them for a branch', async () => {
      const record = await pipeline.run(everything(false), { ...withCredentials, branch: 'main' });
      expect(record.result).toBe('SUCCESS');
      expect([...new Set(boundCredentials(record))].sort()).toEqual(Object.keys(types).sort());
      expect(trespasses(record)).not.toEqual([]);
    });
  });

  describe('a git tag', () => {
    const pushedTags = (record: RunRecord): string[] =>
      record.events
        .flatMap(overridesOf)
        .filter((entry) => /^GIG_TAGS_\d/.test(entry))
        .map((entry) => entry.replace(/^GIG_TAGS_\d+=/, ''));

    test.each([
      ['v1.4.0', '1.4.0'],
      ['v1.4.0-rc.1', '1.4.0-rc.1'],
      ['v1.4.0+build.5', '1.4.0_build.5'],
    ])('%s publishes package and image, which says so', async (tag, version) => {
      const record = await pipeline.run(lineWith("tags: ['semver', 'build-commit', 'latest']"), {
        tag,
        branch: tag,
      });
      expect(record.result).toBe('SUCCESS');
      expect(published(record)).toEqual(['package', 'image', 'image']);
      expect(pushedTags(record)).toEqual([version, '42-a3f5c21', 'latest']);
      expect(record.sent).toEqual([
        expect.objectContaining({ value: expect.objectContaining({ tag: version }) }),
      ]);
    });

    test('one that is no version publishes under the other tags, and the log says what is left out', async () => {
      const record = await pipeline.run(lineWith("tags: ['semver', 'build-commit']"), { tag: 'very-first' });
      expect(published(record)).toEqual(['package', 'image']);
      expect(pushedTags(record)).toEqual(['42-a3f5c21']);
      expect(record.log).toContain("Left out of tags: 'semver': this is no build of a git tag like v1.2.3");
    });

    test.each([
      ['release-7', "publish: [tags: ['release-*']]", ''],
      ['v1.4.0', "publish: [tags: ['release-*']]", 'tag is v1.4.0, publish.tags wants release-*'],
      // Jenkins gives a tag as BRANCH_NAME, too: one that is called like a branch is none.
      ['main', 'publish: [:]', 'tag is main, publish.tags wants v*'],
      ['v1.4.0', 'publish: [tags: []]', 'tag is v1.4.0, publish.tags wants none'],
    ])('%s with %s', async (tag, publish, reason) => {
      const record = await pipeline.run(lineWith(publish), { tag, branch: tag });
      expect(record.result).toBe('SUCCESS');
      expect(skipped(record)['Push to ECR'] ?? '').toBe(reason);
      expect(published(record).length > 0).toBe(reason === '');
    });
  });
});
