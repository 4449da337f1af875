/** Causes that the scripts for Python and Django find, by the real scripts: the first line says what, the last what to do. */
import { runScript } from '../run-script';

type Inputs = { readonly [name: string]: string | readonly string[] };
type Texts = { readonly [name: string]: string };

function problemOf(script: string, inputs: Inputs, files: Texts, tools: Texts = {}): readonly string[] {
  const { problem, exit } = runScript(script, { inputs, files, tools });
  expect(exit).toBe(0);
  return problem;
}

/** A Python that says something and fails when its arguments match a pattern of bash. */
const failing = (pattern: string, says: string): string =>
  `if [[ $* == ${pattern} ]]; then echo ${JSON.stringify(says)} >&2; exit 1; fi`;

describe('the virtual environment', () => {
  const setUp = (python: string | undefined, files: Texts = { 'requirements.txt': '' }): readonly string[] =>
    problemOf(
      'python-setup.sh',
      {
        DIRECTORY: '.',
        EXECUTABLE: 'python-of-ours',
        REQUIREMENTS: 'requirements.txt',
        PACKAGES: ['pytest'],
      },
      files,
      python === undefined ? {} : { 'python-of-ours': withEnvironment(python) },
    );

  /** Makes an environment whose Python is itself. */
  const withEnvironment = (python: string): string => `
    ${python}
    if [[ $* == '-m venv'* ]]; then mkdir -p "\${@:$#}/bin"; cp "$0" "\${@:$#}/bin/python"; fi`;

  test('no Python', () => {
    expect(setUp(undefined)).toEqual([
      'python-of-ours: command not found.',
      expect.stringContaining('python.executable'),
    ]);
  });

  test('no such requirements file', () => {
    expect(setUp('', {})).toEqual([
      './requirements.txt does not exist.',
      expect.stringContaining('python.requirements'),
    ]);
  });

  test('no module venv', () => {
    const says = 'The virtual environment was not created successfully because ensurepip is not available.';
    expect(setUp(failing("'-m venv'*", says))).toEqual([
      `The virtual environment was not made: ${says}`,
      expect.stringContaining('python3-venv'),
    ]);
  });

  test.each([
    ['ERROR: No matching distribution found for djangoo==9', 'Check its name and version'],
    ['Failed to establish a new connection: [Errno 111] Connection refused', 'proxy'],
    ['SSLError(SSLCertVerificationError(1, "certificate verify failed"))', 'PIP_CERT'],
    ['ERROR: 401 Client Error: Unauthorized', 'python.indexCredentialsId'],
    ['error: command gcc failed', 'fresh virtual environment'],
  ])('pip says: %s', (says, remedy) => {
    expect(setUp(failing('*--requirement*', says))).toEqual([
      `The packages of requirements.txt were not installed: ${says}`,
      expect.stringContaining(remedy),
    ]);
  });

  test('pip itself, and the packages for the tests', () => {
    expect(setUp(failing('*--upgrade*', 'ERROR: x'))[0]).toBe('pip was not upgraded: ERROR: x');
    expect(setUp(failing('*pytest*', 'ERROR: x'))[0]).toBe(
      'The packages for the tests (python.testPackages) were not installed: ERROR: x',
    );
  });

  test('the login for the index gets into no message', () => {
    const { problem, outputs } = runScript('python-setup.sh', {
      inputs: {
        DIRECTORY: '.',
        EXECUTABLE: 'python-of-ours',
        REQUIREMENTS: 'requirements.txt',
        PACKAGES: [],
        INDEX_URL: 'https://index.example.com/simple',
        USERNAME: 'reader',
        PASSWORD: 'se*cret',
      },
      files: { 'requirements.txt': '' },
      tools: {
        'python-of-ours': withEnvironment(
          'if [[ $* == *--requirement* ]]; then echo "ERROR: https://reader:se*cret@index.example.com/ refuses se*cret"; exit 1; fi',
        ),
      },
    });
    expect(problem[0]).toBe(
      'The packages of requirements.txt were not installed: ERROR: https://index.example.com/ refuses ****',
    );
    expect(outputs).not.toContain('se*cret');
  });

  test('a tool of ours that cannot be installed', () => {
    const tool = { EXECUTABLE: 'python-of-ours', FOLDER: '.gig-ci/twine', TOOL: 'twine==7.0.0' };
    const python = {
      'python-of-ours': withEnvironment(failing("*'pip install'*", 'ERROR: No matching distribution found')),
    };
    expect(problemOf('python-tool.sh', tool, {}, python)[0]).toBe(
      'twine==7.0.0: not installed: ERROR: No matching distribution found',
    );
  });
});

describe('the service', () => {
  const environment = '.gig-ci/venv/bin/python';
  const python = (answer: string): Texts => ({
    [environment]: `#!/usr/bin/env bash\n${answer}\n`,
    'manage.py': '',
  });
  const scripts: { readonly [script: string]: Inputs } = {
    'migrations.sh': { DIRECTORY: '.', MODE: 'check', MIGRATE: 'true' },
    'collect-static.sh': { DIRECTORY: '.' },
    'run-tests.sh': { DIRECTORY: '.', ARGUMENTS: [], WORKERS: '0' },
    'database-check.sh': { SECONDS: '1' },
  };
  const of = (script: string, files: Texts, changed: Inputs = {}): readonly string[] =>
    problemOf(script, { ...scripts[script], ...changed }, files);

  test.each(Object.keys(scripts))('%s without an environment', (script) => {
    expect(of(script, { 'manage.py': '' })).toEqual([
      'There is no virtual environment in .gig-ci/venv.',
      expect.stringContaining('gigPythonSetup'),
    ]);
  });

  test.each(['migrations.sh', 'collect-static.sh'])('%s without manage.py', (script) => {
    expect(of(script, { [environment]: '#!/bin/sh\n' })).toEqual([
      './manage.py does not exist.',
      expect.stringContaining('backendDir'),
    ]);
  });

  test.each(['migrations.sh', 'collect-static.sh', 'run-tests.sh'])(
    '%s in a folder that is not there',
    (script) => {
      expect(of(script, python(''), { DIRECTORY: 'nowhere' })[0]).toBe(
        'There is no folder nowhere in the workspace.',
      );
    },
  );

  test('an app that is not there, and one without migrations', () => {
    const folders = { DIRECTORY: '.', APPS: ['users', 'gigs'], CREATE: 'false' };
    expect(problemOf('migration-folders.sh', folders, { 'gigs/x.py': '' })[0]).toBe(
      'No such folder in .: users',
    );
    expect(problemOf('migration-folders.sh', folders, { 'gigs/x.py': '', 'users/x.py': '' })).toEqual([
      'No migrations/__init__.py in: users gigs',
      expect.stringContaining('django.migrations: create'),
    ]);
  });

  test('models with changes, and models that cannot be loaded', () => {
    expect(of('migrations.sh', python(failing('*--check*', 'Migrations for users:')))).toEqual([
      'The models have changes without a migration; the log above lists them.',
      expect.stringContaining('makemigrations'),
    ]);
    expect(
      of('migrations.sh', python(failing('*--check*', "ModuleNotFoundError: No module named 'x'"))),
    ).toEqual([
      "makemigrations failed: ModuleNotFoundError: No module named 'x'",
      expect.stringContaining('django.settings'),
    ]);
  });

  test.each([
    ['django.db.utils.OperationalError: connection refused', 'DB_HOST'],
    ['CommandError: Conflicting migrations detected', '--merge'],
    ['django.core.exceptions.ImproperlyConfigured: Set the SECRET_KEY variable', 'django.secretEnv'],
    ['django.db.utils.ProgrammingError: relation does not exist', 'manage.py'],
  ])('migrations that do not apply: %s', (says, remedy) => {
    expect(of('migrations.sh', python(failing("*' migrate '*", says)))).toEqual([
      `The migrations do not apply: ${says}`,
      expect.stringContaining(remedy),
    ]);
  });

  test('static files', () => {
    const says = 'ImproperlyConfigured: you have not set the STATIC_ROOT setting to a filesystem path';
    expect(of('collect-static.sh', python(failing('*', says)))).toEqual([
      `collectstatic failed: ${says}`,
      expect.stringContaining('django.collectStatic: false'),
    ]);
    expect(of('collect-static.sh', python(failing('*', 'KeyError: X')))[1]).toContain('django.env');
  });

  test('a secret variable gets into no message', () => {
    const { problem } = runScript('collect-static.sh', {
      inputs: { DIRECTORY: '.' },
      files: {
        ...python('echo "KeyError: $API_KEY is no key" >&2; exit 1'),
        '../workspace@tmp/gig-ci-variables/API_KEY': 'top-secret',
      },
      tools: {},
    });
    expect(problem[0]).toBe('collectstatic failed: KeyError: **** is no key');
  });

  test.each([
    [1, 'pytest did not run; the log above says why.', 'python.testPackages'],
    [2, 'pytest ended with code 2 before all tests had run; the log above says why.', 'pytest'],
    [4, 'pytest did not understand its arguments.', 'tests.arguments'],
    [5, 'pytest found no tests.', 'pytest.ini'],
  ])('pytest ends with %s', (code, cause, remedy) => {
    expect(of('run-tests.sh', python(`exit ${code}`))).toEqual([cause, expect.stringContaining(remedy)]);
  });

  test('the database: no driver, and no connection', () => {
    const variables = {
      DB_NAME: 'd',
      DB_USER: 'u',
      DB_HOST: '127.0.0.1',
      DB_PORT: '9',
      DB_SSLMODE: 'disable',
    };
    const check = (modules: Texts): readonly string[] =>
      runScript('database-check.sh', {
        inputs: { SECONDS: '1' },
        environment: { ...variables, PYTHONPATH: 'modules' },
        files: { [environment]: '#!/bin/sh\nexec python3 "$@"\n', ...modules },
        tools: {},
      }).problem;
    const refusing =
      'class Error(Exception): pass\ndef connect(**_): raise Error("refused\\nby the server")\n';
    const none = 'raise ImportError\n';
    expect(check({ 'modules/psycopg2.py': none, 'modules/psycopg.py': none })).toEqual([
      'Neither psycopg2 nor psycopg is installed.',
      expect.stringContaining('requirements'),
    ]);
    expect(check({ 'modules/psycopg2.py': refusing })).toEqual([
      'No connection to the database d on 127.0.0.1:9: refused by the server',
      expect.stringContaining('group database'),
    ]);
  });
});
