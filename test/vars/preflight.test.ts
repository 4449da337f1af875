/** What is looked at before the first stage, and what the log says about the values that a build uses. */
import { documented, describePipeline, inputsOf, lineWith, scriptEvents, scriptsOf } from './router-pipeline';
import { runScript } from './run-script';

jest.setTimeout(60_000);

describe('preflight.sh', () => {
  const outputsOf = (
    inputs: { readonly [name: string]: string | readonly string[] },
    tools: { readonly [name: string]: string },
  ): string => runScript('preflight.sh', { inputs, tools }).outputs;

  test('a bash that is too old does not serve', () => {
    // The test of the version fails; what it says of itself follows.
    const bash = 'if [[ $2 == *404* ]]; then exit 1; fi; echo 4.2.46';
    expect(outputsOf({ TOOLS: ['bash'] }, { bash })).toBe(
      'missing=bash\nbroken=bash: is 4.2.46 on this agent; 4.4 or newer is needed\n',
    );
  });

  test('the bash of this machine serves, and 4.3 would not', () => {
    expect(outputsOf({ TOOLS: ['bash'] }, {})).toBe('');
    const asked = runScript('preflight.sh', { inputs: { TOOLS: ['bash'] }, tools: { bash: 'note "$2"' } });
    const condition = asked.calls.find((call) => call.startsWith('((')) ?? '';
    const holds = (major: number, minor: number): string =>
      runScript('preflight.sh', {
        inputs: { TOOLS: ['bash'] },
        tools: {
          bash: `version=(${major} ${minor}); test='${condition}'; test=\${test//BASH_VERSINFO/version}; eval "$test"`,
        },
      }).outputs;
    expect(holds(4, 3)).toMatch(/^missing=bash/);
    expect(holds(3, 2)).toMatch(/^missing=bash/);
    expect(holds(4, 4)).toBe('');
    expect(holds(5, 0)).toBe('');
  });

  /** A Python of a version, whose programs run with the one of this machine. */
  const python = (version: string): string => `
    if [[ $1 == --version ]]; then echo 'Python ${version}'; exit; fi
    exec python3 -c "import sys; sys.version_info = tuple(map(int, '${version}'.split('.'))); \${2#import sys; }"`;

  test.each([
    ['3.9.18', 'missing=python-of-ours\nbroken=python-of-ours: is Python 3.9.18; packages are built'],
    ['2.7.18', 'missing=python-of-ours\nbroken=python-of-ours: is Python 2.7.18'],
    ['3.10.0', ''],
    ['3.13.1', ''],
  ])('Python %s', (version, outputs) => {
    const inputs = { TOOLS: ['python-of-ours'], PYTHON: 'python-of-ours' };
    const said = outputsOf(inputs, { 'python-of-ours': python(version) });
    if (outputs === '') expect(said).toBe('');
    else expect(said).toMatch(new RegExp(`^${outputs}`));
    // Where it packages nothing, any Python serves.
    expect(outputsOf({ TOOLS: ['python-of-ours'] }, { 'python-of-ours': python(version) })).toBe('');
  });
});

describePipeline('gigRouterPipeline', (pipeline) => {
  test('only a build that uploads a package wants a Python of a certain age', async () => {
    expect(inputsOf(await pipeline.run(), 'preflight.sh')).toMatchObject({ GIG_PYTHON: 'python3' });
    const branch = await pipeline.run(undefined, { branch: 'feature/x' });
    expect(inputsOf(branch, 'preflight.sh')).not.toHaveProperty('GIG_PYTHON');
  });

  test('a Jenkins without the plugin aws-credentials', async () => {
    const scenario = {
      credentials: { ...documented.credentials, publisher: { type: 'aws' } },
      missingSteps: ['aws'],
    } as const;
    const record = await pipeline.run(lineWith("aws: [credentialsId: 'publisher']"), scenario);
    expect(record.stages.map(({ name }) => name)).toEqual(['Checkout']);
    expect(record.failure).toMatchObject({
      message:
        'Not everything that this build needs is there:\n' +
        '  credential publisher (AWS credentials): Jenkins lacks the plugin aws-credentials, which binds it',
    });
    // Who has the role of the machine does not need it.
    expect((await pipeline.run(undefined, { missingSteps: ['aws'] })).result).toBe('SUCCESS');
  });

  test('each value that a build uses is printed once, with its origin', async () => {
    const { log } = await pipeline.run(
      lineWith("aws: [region: 'eu-west-1'], python: [indexUrl: 'https://me:pw@pypi.example.com/simple']"),
      {
        environment: {
          ...documented.environment,
          GIG_IMAGE_MIRROR: 'mirror.example.com',
          GIG_NOTIFY_URL: 'https://hooks.example.com/services/secret',
        },
      },
    );
    expect(
      tableIn(log, 'Parameters of gigRouterPipeline, with the origin of what is not the default:'),
    ).toEqual([
      "  ecrRepo     'gig-route-backend' [call]",
      "  apps        ['users'] [call]",
      "  backendDir  'backend'",
      "  agent       label: '', retries: 1",
      "  tools       trivy.run: 'auto', owasp.run: 'auto', sonarScanner.run: 'auto', aws.run: 'auto'",
      "  aws         region: 'eu-west-1' [call], accountId: '231056963705' [AWS_ACCOUNT_ID]",
      '  ecr         createRepository: false',
      "  database    name: 'testdb', user: 'test', password: (not shown), port: 0, sslMode: 'disable', readyTimeoutSeconds: 60",
      "  python      executable: 'python3', requirements: 'requirements.txt', testPackages: ['pytest', 'pytest-cov', 'pytest-django'], indexUrl: 'https://pypi.example.com/simple' [call]",
      "  django      collectStatic: true, env: [:], secretEnv: [:], migrations: 'create'",
      "  tests       arguments: [], workers: 0, failure: 'fail', timeoutMinutes: 30",
      "  sonar       pullRequests: false, server: 'sonarqube', scanner: 'sonar-scanner', gate: 'abort', wait: 'auto', timeoutMinutes: 5",
      "  owasp       nvdCredentialsId: 'NVD_API_KEY', formats: ['XML', 'JSON', 'HTML'], update: 'auto', timeoutMinutes: 30",
      "  nexus       url: 'http://51.20.143.84:8081' [NEXUS_URL], repository: 'python-backend-app', credentialsId: 'nexus-cred', version: 'project', existing: 'skip'",
      "  image       builder: 'kaniko', dockerfile: 'Dockerfile', buildArgs: [:], labels: [:], cache: 'none', cacheRepo: ''",
      "  tags        ['build-commit', 'latest']",
      "  trivy       severity: ['HIGH', 'CRITICAL'], scanners: ['vuln'], gate: 'report', ignoreUnfixed: false, database: 'auto', timeoutMinutes: 15",
      "  publish     branches: ['main', 'master'], tags: ['v*'], pullRequests: false, unstable: false",
      "  notify      url: (not shown) [GIG_NOTIFY_URL], on: ['success', 'unstable', 'failure', 'aborted']",
      '  options     timeoutMinutes: 120, dryRun: false, parallel: false',
      '  not set     tools.kaniko.image, tools.trivy.image, tools.owasp.image, tools.sonarScanner.image, tools.aws.image, ' +
        'checkout.url, checkout.branch, checkout.credentialsId, aws.credentialsId, aws.roleArn, database.image, database.host, ' +
        'python.indexCredentialsId, django.settings, tests.minimumCoverage, owasp.failOnCvss, owasp.suppression, nexus.allowHttp, image.context, ' +
        'image.cacheCredentialsId, image.target, trivy.ignoreFile, trivy.databaseRepository, trivy.javaDatabaseRepository, notify.credentialsId',
    ]);
    expect(tableIn(log, 'What this build uses:')).toEqual([
      '  registry       231056963705.dkr.ecr.eu-west-1.amazonaws.com (aws.accountId and aws.region)',
      '  image mirror   mirror.example.com (environment GIG_IMAGE_MIRROR)',
      '  commit         a3f5c21d9b7e4f60812c3d5a6b7e8f9012345678 (checkout)',
      '  tags           42-a3f5c21, latest (parameter tags)',
      '  publishes      yes (parameter publish)',
    ]);
    expect(log.join('\n')).not.toMatch(/me:pw@|services\/secret/);
  });

  test('what is off, and what a branch does not publish', async () => {
    const { log } = await pipeline.run(lineWith('nexus: false, notify: false'), { branch: 'feature/x' });
    expect(log).toEqual(
      expect.arrayContaining([
        '  nexus       off [call]',
        '  notify      off [call]',
        '  publishes      no (branch is feature/x, publish.branches wants main or master)',
      ]),
    );
  });

  test('without an image and a package, nothing is said of registry and tags', async () => {
    const { log } = await pipeline.run(lineWith('nexus: false, image: false, trivy: false'));
    expect(tableIn(log, 'What this build uses:')).toEqual([
      '  commit         a3f5c21d9b7e4f60812c3d5a6b7e8f9012345678 (checkout)',
      '  publishes      no (image and nexus are off)',
    ]);
  });

  test('every image that gig-ci chooses comes by way of the mirror', async () => {
    const environment = { ...documented.environment, GIG_IMAGE_MIRROR: 'mirror.example.com/public' };
    const mirrored = await pipeline.run(undefined, { environment });
    const images = Object.fromEntries(
      [...new Set(scriptsOf(mirrored))].flatMap((script) => {
        const { GIG_IMAGE: image } = inputsOf(mirrored, script);
        // What is pushed is the image of this build.
        return image === undefined || script === 'ecr-push.sh' ? [] : [[script, image]];
      }),
    );
    const version = expect.stringMatching(/^mirror\.example\.com\/public\/[\w./-]+:v?\d/);
    expect(images).toEqual({
      'postgres-start.sh': 'mirror.example.com/public/docker.io/library/postgres:15',
      'ecr-login.sh': version,
      'kaniko-build.sh': version,
      'owasp-check.sh': version,
      'sonar-scan.sh': version,
      'trivy-scan.sh': version,
    });
    // Without one, they come from where they are public; what a call names is taken as it is.
    const plain = await pipeline.run();
    expect(inputsOf(plain, 'postgres-start.sh')).toMatchObject({ GIG_IMAGE: 'postgres:15' });
    const own = await pipeline.run(lineWith("database: [image: 'db.example.com/postgres:16']"), {
      environment,
    });
    expect(inputsOf(own, 'postgres-start.sh')).toMatchObject({ GIG_IMAGE: 'db.example.com/postgres:16' });
    expect(scriptEvents(plain).length).toBe(scriptEvents(mirrored).length);
  });
});

/** The lines of the only table with this title. */
function tableIn(log: readonly string[], title: string): readonly string[] {
  expect(log.filter((line) => line === title)).toHaveLength(1);
  const begin = log.indexOf(title) + 1;
  const length = log.slice(begin).findIndex((line) => !line.startsWith('  '));
  return log.slice(begin, begin + length);
}
