/** What went wrong stands in the message of the build, and what is published says so. */
import { join } from 'node:path';
import { readScripts } from '../../src/model/scripts';
import {
  answering,
  boundCredentials,
  describePipeline,
  documented,
  failing,
  held,
  inputsOf,
  lineWith,
  notified,
  scriptsOf,
} from './router-pipeline';

jest.setTimeout(60_000);

/** The scripts that may answer why they have no result. */
function scriptsWithProblem(): string[] {
  return readScripts(join(__dirname, '..', '..'))
    .scripts.filter(({ model }) => model.outputs.some(({ name }) => name === 'problem'))
    .map(({ model }) => model.name);
}

/** Scripts whose answer ends the build, and the step that says so. */
const causes = [
  ['postgres-start.sh', 'gigPostgres'],
  ['python-setup.sh', 'gigPythonSetup'],
  ['database-check.sh', 'gigDatabaseCheck'],
  ['migration-folders.sh', 'gigDjangoMigrationFolders'],
  ['migrations.sh', 'gigDjangoMigrations'],
  ['collect-static.sh', 'gigDjangoStatic'],
  ['run-tests.sh', 'gigDjangoTests'],
  ['sonar-scan.sh', 'gigSonarAnalysis'],
  ['sonar-task.sh', 'gigSonarGate'],
  ['owasp-check.sh', 'gigOwaspCheck'],
  ['kaniko-build.sh', 'gigImageBuild'],
  ['image-load.sh', 'gigImageLoad'],
  ['trivy-scan.sh', 'gigTrivyScan'],
  ['python-tool.sh', 'gigPythonPackage'],
  ['python-package-build.sh', 'gigPythonPackage'],
  ['python-package-upload.sh', 'gigPythonPackage'],
  ['ecr-push.sh', 'gigEcrPush'],
  ['ecr-tag.sh', 'gigEcrTag'],
] as const;

/** Those whose answer is said in the log or is part of a longer message, and those that the documented line does not run. */
const otherCauses = [
  ...['notify.sh', 'ecr-login.sh', 'ecr-inspect.sh', 'ecr-create-repository.sh', 'database-wait.sh'],
  ...['docker-build.sh', 'buildah-build.sh', 'image-id.sh'],
];

/** The documented files but one. */
function filesWithout(missing: string): { readonly [path: string]: string } {
  return Object.fromEntries(Object.entries(documented.files ?? {}).filter(([path]) => path !== missing));
}

describePipeline('gigRouterPipeline', (pipeline) => {
  test.each(["backendDir: '.'", "backendDir: './'"])(
    '%s: patterns have no ./, which match nothing',
    async (where) => {
      const files = Object.fromEntries(
        Object.entries(documented.files ?? {}).map(([path, text]) => [path.replace(/^backend\//, ''), text]),
      );
      const record = await pipeline.run(lineWith(where), { files });
      expect(record.result).toBe('SUCCESS');
      const patterns = record.events.flatMap(({ operation, arguments: { artifacts } }) =>
        operation === 'archiveArtifacts' ? [artifacts] : [],
      );
      expect(patterns).toEqual(expect.arrayContaining(['coverage.xml', 'owasp-report/**']));
    },
  );

  test('tests that leave no coverage page fail with the remedy', async () => {
    const files = filesWithout('backend/htmlcov/index.html');
    const record = await pipeline.run(undefined, { files });
    expect(record.result).toBe('FAILURE');
    expect(record.failure).toMatchObject({
      message: expect.stringMatching(/^The tests left no backend\/htmlcov\/index\.html/),
    });
  });

  test('tests that break off publish their results first', async () => {
    const record = await pipeline.run(
      undefined,
      answering('run-tests.sh', { passed: false, problem: ['pytest ended with code 2'] }),
    );
    expect(record.failure).toMatchObject({ message: 'gigDjangoTests: pytest ended with code 2' });
    expect(record.events.map(({ operation }) => operation)).toContain('junit');
  });

  test.each(causes)('what %s answers ends the build, with step, cause and remedy', async (script, step) => {
    const record = await pipeline.run(
      undefined,
      answering(script, { problem: ['The cause.', 'The remedy.'] }),
    );
    expect(record.result).toBe('FAILURE');
    expect(record.failure).toMatchObject({ message: `${step}: The cause.\nThe remedy.` });
    expect(scriptsOf(record).slice(scriptsOf(record).lastIndexOf(script) + 1)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/upload|push|tag/)]),
    );
    expect(held(record)).toEqual([]);
  });

  test('the same with a database that is given', async () => {
    const record = await pipeline.run(
      lineWith("database: [host: 'db.example.com']"),
      answering('database-wait.sh', { problem: ['The cause.', 'The remedy.'] }),
    );
    expect(record.failure).toMatchObject({ message: 'gigPostgres: The cause.\nThe remedy.' });
  });

  test('there are no other scripts that answer a cause', () => {
    const known = [...causes.map(([script]) => script), ...otherCauses];
    expect(scriptsWithProblem().sort()).toEqual(known.sort());
  });

  test('why a notification was not delivered is said', async () => {
    const record = await pipeline.run(
      undefined,
      answering('notify.sh', { problem: ['The webhook answered 500.', 'Check its address.'] }),
    );
    expect(record.result).toBe('SUCCESS');
    expect(record.log).toContain(
      'The notification was not delivered: The webhook answered 500. Check its address.',
    );
  });

  test('the registry is asked even when something else is missing', async () => {
    const files = filesWithout('backend/Dockerfile');
    const record = await pipeline.run(undefined, {
      files,
      ...answering('ecr-login.sh', { problem: ['AWS does not accept the identity of this build.'] }),
    });
    const message = record.failure?.kind === 'error' ? record.failure.message : '';
    expect(message).toContain('file backend/Dockerfile: add it');
    expect(message).toContain('image registry: gigEcrLogin: AWS does not accept the identity');
  });

  test('a Docker that does not answer is not said to be missing', async () => {
    const record = await pipeline.run(
      undefined,
      answering('preflight.sh', {
        missing: ['docker'],
        broken: ['docker: is installed, but its daemon does not answer: x'],
      }),
    );
    expect(record.failure).toMatchObject({
      message: expect.stringContaining('tool docker: is installed, but its daemon does not answer: x'),
    });
  });

  test('a global variable that is called alone refuses the same variables', async () => {
    const record = await pipeline.run("gigRouterTestStages(django: [env: [PATH: '/x']])");
    expect(record.failure).toMatchObject({ message: expect.stringContaining('django.env.PATH') });
    expect(scriptsOf(record)).toEqual([]);
  });

  test('a webhook that does not answer takes no second agent', async () => {
    const record = await pipeline.run(undefined, failing('notify.sh'));
    expect(record.events.filter(({ operation }) => operation === 'node')).toHaveLength(1);
    expect(notified(record)).toEqual([]);
  });

  test('the login of a cache registry is never the one that publishes, and no pull request has one', async () => {
    const call = lineWith(
      "aws: [credentialsId: 'publisher'], image: [cache: 'registry', cacheRepo: 'c.example.com/layers', cacheCredentialsId: 'layers']",
    );
    const credentials = {
      ...documented.credentials,
      publisher: { type: 'aws' },
      layers: { type: 'aws' },
    } as const;
    const main = await pipeline.run(call, { credentials });
    const uses = boundCredentials(main).slice(-4);
    expect(uses).toEqual(['NVD_API_KEY', 'layers', 'nexus-cred', 'publisher']);
    const pull = { pullRequest: { id: 7, target: 'main', fork: false } };
    const record = await pipeline.run(call, { credentials, ...pull });
    expect(scriptsOf(record)).not.toContain('ecr-login.sh');
    expect(inputsOf(record, 'kaniko-build.sh')).not.toHaveProperty('GIG_CACHE_REPOSITORY');
  });

  test('a package index with a login is used for the tools, and code of the repository runs without it', async () => {
    const record = await pipeline.run(
      lineWith("python: [indexUrl: 'https://pypi.example.com/simple', indexCredentialsId: 'nexus-cred']"),
    );
    expect(inputsOf(record, 'python-tool.sh')).toMatchObject({
      GIG_INDEX_URL: 'https://pypi.example.com/simple',
      GIG_PROJECT: 'backend',
    });
    expect(inputsOf(record, 'python-package-build.sh')).toMatchObject({ GIG_ISOLATED: 'false' });
  });
});
