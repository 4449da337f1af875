/** What a team sees of `gigRouterPipeline`: stages, results, what is published, who is told. */
import {
  answering,
  boundCredentials,
  failing,
  held,
  lineWith,
  notified,
  published,
  scriptsOf,
  skipped,
  stageNames,
  describePipeline,
} from './router-pipeline';

jest.setTimeout(60_000);

describePipeline('gigRouterPipeline', (pipeline) => {
  test('the documented line runs the sixteen stages and publishes package, build tag and latest', async () => {
    const record = await pipeline.run();
    expect(record.result).toBe('SUCCESS');
    expect(record.stages.map(({ name }) => name)).toEqual(stageNames);
    expect(skipped(record)).toEqual({});
    expect(published(record)).toEqual(['package', 'image', 'image']);
    expect(held(record)).toEqual([]);
    expect(record.sent).toEqual([
      {
        script: 'notify.sh',
        value: {
          status: 'SUCCESS',
          job: 'gig-route/main',
          build: '42',
          image: '231056963705.dkr.ecr.eu-north-1.amazonaws.com/gig-route-backend',
          tag: '42-a3f5c21',
          url: 'https://jenkins.example.com/job/gig-route/job/main/42/',
        },
      },
    ]);
  });

  test('another repository is checked out as the call says', async () => {
    const record = await pipeline.run(
      lineWith(
        "checkout: [url: 'https://git.example.com/orders.git', branch: 'v2', credentialsId: 'git', depth: 1, tags: false, submodules: true]",
      ),
    );
    expect(record.result).toBe('SUCCESS');
    expect(record.events.find(({ operation }) => operation === 'checkout')?.arguments).toEqual({
      scm: {
        $symbol: 'scmGit',
        userRemoteConfigs: [{ url: 'https://git.example.com/orders.git', credentialsId: 'git' }],
        branches: [{ name: 'v2' }],
        extensions: [
          { $symbol: 'cloneOption', shallow: true, depth: 1, noTags: true },
          { $symbol: 'submodule', recursiveSubmodules: true, parentCredentials: true },
        ],
      },
    });
    expect(record.log).toContain('Warning: CredentialId "git" could not be found.');
  });

  test('what is said of another repository needs its address, and that its branch', async () => {
    const { failure } = await pipeline.run(lineWith('checkout: [depth: 1]'));
    expect(failure?.message).toContain("\n  checkout.url            is required with 'depth'");
    const { failure: second } = await pipeline.run(
      lineWith("checkout: [url: 'https://git.example.com/x.git']"),
    );
    expect(second?.message).toContain("\n  checkout.branch         is required with 'url'");
  });

  test('the database is gone before the code is judged', async () => {
    const scripts = scriptsOf(await pipeline.run());
    expect(scripts.indexOf('postgres-stop.sh')).toBe(scripts.indexOf('run-tests.sh') + 1);
  });

  test('a group that is false switches its stages off, visibly', async () => {
    const off = ['database', 'python', 'django', 'tests', 'sonar', 'owasp', 'nexus', 'image', 'trivy'];
    const record = await pipeline.run(lineWith(off.map((group) => `${group}: false`).join(', ')));
    expect(record.result).toBe('SUCCESS');
    expect(skipped(record)).toEqual({
      'Start Real DB for Tests': 'database is off',
      'Setup Python': 'python is off',
      'Validate Database Connection': 'database is off',
      'Check Migration Folders': 'django is off',
      'Create Missing Migrations': 'django is off',
      'Build Django': 'django is off',
      'Run All Tests': 'tests is off',
      'SonarQube Analysis': 'sonar is off',
      'SonarQube Quality Gate': 'sonar is off',
      'OWASP Dependency Check': 'owasp is off',
      'Kaniko Build (to tar)': 'image is off',
      'Load Image for Trivy Scan': 'image is off',
      'Trivy Security Scan': 'trivy is off',
      'Build & Upload Python Package to Nexus': 'nexus is off',
      'Push to ECR': 'image is off',
    });
  });

  describe('a stage whose tool fails ends the build, and nothing is published or left', () => {
    test.each([
      ['Start Real DB for Tests', 'postgres-start.sh'],
      ['Setup Python', 'python-setup.sh'],
      ['Validate Database Connection', 'database-check.sh'],
      ['Check Migration Folders', 'migration-folders.sh'],
      ['Create Missing Migrations', 'migrations.sh'],
      ['Build Django', 'collect-static.sh'],
      ['Run All Tests', 'run-tests.sh'],
      ['SonarQube Analysis', 'sonar-scan.sh'],
      ['SonarQube Quality Gate', 'sonar-task.sh'],
      ['OWASP Dependency Check', 'owasp-check.sh'],
      ['Kaniko Build (to tar)', 'kaniko-build.sh'],
      ['Load Image for Trivy Scan', 'image-load.sh'],
      ['Trivy Security Scan', 'trivy-scan.sh'],
      ['Build & Upload Python Package to Nexus', 'python-package-build.sh'],
    ])('%s', async (stage, script) => {
      const record = await pipeline.run(undefined, failing(script));
      expect(record.result).toBe('FAILURE');
      expect(record.stages.at(-1)).toMatchObject({ name: stage, result: 'FAILURE' });
      expect(published(record)).toEqual([]);
      expect(held(record)).toEqual([]);
      expect(notified(record)).toEqual(['FAILED']);
    });

    test('Push to ECR: the package is out already, the image is not', async () => {
      const record = await pipeline.run(undefined, failing('ecr-push.sh'));
      expect(record.result).toBe('FAILURE');
      expect(record.stages.at(-1)).toMatchObject({ name: 'Push to ECR', result: 'FAILURE' });
      expect(scriptsOf(record).filter((script) => script === 'ecr-push.sh')).toHaveLength(1);
      expect(held(record)).toEqual([]);
      expect(notified(record)).toEqual(['FAILED']);
    });
  });

  test('everything that is missing is named at the end of Checkout, in one message', async () => {
    const record = await pipeline.run(lineWith("aws: [credentialsId: 'publisher']"), {
      tools: ['git', 'curl'],
      files: {},
      credentials: {},
      environment: { AWS_ACCOUNT_ID: '231056963705' },
    });
    expect(record.result).toBe('FAILURE');
    expect(record.stages.map(({ name }) => name)).toEqual(['Checkout']);
    const lines = (record.failure?.kind === 'error' ? record.failure.message : '').split('\n').slice(1);
    expect(lines.map((line) => line.trim().split(':')[0])).toEqual([
      'AWS region',
      'Nexus',
      'tool docker',
      'tool python3',
      'tool dependency-check or dependency-check.sh or docker',
      'tool flock',
      'tool trivy or docker',
      'tool aws or docker',
      'file backend/requirements.txt',
      'file backend/manage.py',
      'file backend/sonar-project.properties',
      'file backend/Dockerfile',
      'file backend/setup.py or backend/pyproject.toml',
      'credential NVD_API_KEY (secret text)',
      'credential nexus-cred (user name with password)',
      'credential publisher (AWS credentials)',
    ]);
  });

  describe('gates', () => {
    test('a failed quality gate ends the build', async () => {
      const record = await pipeline.run(undefined, { qualityGate: { status: 'ERROR' } });
      expect(record.result).toBe('FAILURE');
      expect(published(record)).toEqual([]);
    });

    test('a quality gate that never answers is a failure, not an abort', async () => {
      const record = await pipeline.run(undefined, { qualityGate: { seconds: 'never' } });
      expect(record.result).toBe('FAILURE');
      expect(record.failure).toMatchObject({
        message: expect.stringMatching(/^The quality gate took longer than 5 minutes\. .*sonarqube-webhook/),
      });
      expect(notified(record)).toEqual(['FAILED']);
    });

    test.each([
      ['report', 'SUCCESS', 3],
      ['unstable', 'UNSTABLE', 0],
      ['fail', 'FAILURE', 0],
    ])('trivy.gate %s', async (gate, result, publications) => {
      const record = await pipeline.run(
        lineWith(`trivy: [gate: '${gate}']`),
        answering('trivy-scan.sh', { findings: 2 }),
      );
      expect(record.result).toBe(result);
      expect(published(record)).toHaveLength(publications);
    });

    test('a score above owasp.failOnCvss ends the build', async () => {
      const record = await pipeline.run(
        lineWith('owasp: [failOnCvss: 7]'),
        answering('owasp-check.sh', { exceeded: true }),
      );
      expect(record.result).toBe('FAILURE');
      expect(record.stages.at(-1)?.name).toBe('OWASP Dependency Check');
    });
  });

  describe('notification', () => {
    test('one that fails is said and changes nothing', async () => {
      const record = await pipeline.run(undefined, failing('notify.sh'));
      expect(record.result).toBe('SUCCESS');
      expect(record.log).toContain('The notification was not delivered: script returned exit code 1');
    });

    test('none without an address', async () => {
      const record = await pipeline.run(undefined, {
        environment: { AWS_REGION: 'eu-north-1', NEXUS_URL: 'https://nexus' },
      });
      expect(record.result).toBe('SUCCESS');
      expect(record.sent).toEqual([]);
    });

    test('a secret address is bound for the sending alone', async () => {
      const record = await pipeline.run(lineWith("notify: [credentialsId: 'webhook']"), {
        credentials: {
          NVD_API_KEY: { type: 'text' },
          'nexus-cred': { type: 'usernamePassword' },
          webhook: { type: 'text' },
        },
      });
      expect(boundCredentials(record).at(-1)).toBe('webhook');
      expect(notified(record)).toEqual(['SUCCESS']);
    });
  });

  test('optional plugins may be missing', async () => {
    const missingSteps = ['timestamps', 'recordCoverage', 'dependencyCheckPublisher'];
    const record = await pipeline.run(undefined, { missingSteps });
    expect(record.result).toBe('SUCCESS');
    expect(record.log.filter((line) => line.endsWith('is not installed: left out'))).toHaveLength(3);
  });

  test('a call that contradicts itself ends before an agent is taken', async () => {
    const record = await pipeline.run(
      "gigRouterPipeline(ecrRepo: '1.dkr.ecr.eu-north-1.amazonaws.com/shop:1', tags: ['latest', 'a/b'], " +
        "django: [env: [PATH: '/x']], image: [cache: 'registry', buildArgs: ['a-b': 'c']], nexus: [url: 'http://a'])",
    );
    expect(record.events.map(({ operation }) => operation)).toEqual(['error']);
    expect(record.failure).toMatchObject({
      message: [
        'gigRouterPipeline: 6 problems',
        "  ecrRepo                 holds the address of a registry; that comes from the group aws: give the name alone, 'shop'",
        "  tags                    'a/b' is no tag: letters, digits, '_', '.' and '-', at most 128",
        '  image.buildArgs.a-b     is no name of a build argument',
        "  image.cacheRepo         is required with image.cache: 'registry': registry and name of a repository for layers",
        '  django.env.PATH         may not be set: the tools of the agent or of gig-ci depend on it',
        '  nexus.url               is without https, so the password is readable on the way: nexus.allowHttp accepts that',
      ].join('\n'),
    });
  });
});
