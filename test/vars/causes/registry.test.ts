/** Causes that the scripts for registries find, by the real scripts: the first line says what, the last what to do. */
import { spawn } from 'node:child_process';
import { runScript } from '../run-script';

type Texts = { readonly [name: string]: string };

describe('the login', () => {
  const docker = `case $1 in context) echo unix:///var/run/docker.sock ;; login) cat >/dev/null ;; esac`;
  const logIn = (aws: string, more = ''): readonly string[] =>
    runScript('ecr-login.sh', {
      inputs: { BUILD: 'b', REGION: 'eu-north-1', IMAGE: 'aws' },
      tools: { docker: `${docker}\n${more}`, aws, sleep: '' },
    }).problem;
  const identity = `[[ $1 == sts ]] && printf '123456789012\\tarn:aws:iam::123456789012:role/ci\\n'`;

  test.each([
    ['Unable to locate credentials', 'aws.credentialsId, or give'],
    ['An error occurred (ExpiredToken) when calling the GetCallerIdentity operation: expired', 'Renew'],
    [
      'An error occurred (InvalidClientTokenId) when calling the GetCallerIdentity operation: x',
      'does not know these keys',
    ],
    ['Could not connect to the endpoint URL: "https://sts.eu-north-1.amazonaws.com/"', 'proxy'],
    ['what else', 'aws sts get-caller-identity'],
  ])('no identity: %s', (says, remedy) => {
    expect(logIn(`echo '${says}' >&2; exit 254`)).toEqual([
      `AWS does not accept the identity of this build: ${says}`,
      expect.stringContaining(remedy),
    ]);
  });

  test('an identity that may not log in', () => {
    const says =
      'An error occurred (AccessDeniedException) when calling the GetAuthorizationToken operation: x';
    expect(logIn(`${identity} || { echo '${says}' >&2; exit 254; }`)).toEqual([
      `No login to 123456789012.dkr.ecr.eu-north-1.amazonaws.com: ${says}`,
      expect.stringContaining('ecr:GetAuthorizationToken'),
    ]);
  });

  test('a registry that does not answer', () => {
    const says = 'Error response from daemon: Get "https://registry/v2/": dial tcp: connect to host: timeout';
    expect(
      logIn(`${identity} || echo token`, `[[ $1 != login ]] || { echo '${says}' >&2; exit 1; }`)[0],
    ).toBe(`No login to 123456789012.dkr.ecr.eu-north-1.amazonaws.com: ${says}`);
  });
});

/** A server that answers each path with a status and a text. */
async function withServer<T>(
  answers: { readonly [path: string]: readonly [status: number, text: string] },
  body: (port: string) => T,
): Promise<T> {
  const program = `
    const answers = ${JSON.stringify(answers)};
    const server = require('node:http').createServer((request, response) => {
      const [status, text] = answers[Object.keys(answers).find((path) => request.url.startsWith(path))] ?? [404, ''];
      response.writeHead(status).end(text);
    });
    server.listen(0, '127.0.0.1', () => console.log(server.address().port));`;
  // A process of its own, because runScript waits for the script.
  const server = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const port = await new Promise<string>((resolve) => {
      server.stdout.once('data', (text: Buffer) => resolve(text.toString().trim()));
    });
    return body(port);
  } finally {
    server.kill();
  }
}

const login = (port: string): Texts => ({
  'login/config.json': JSON.stringify({ auths: { [`127.0.0.1:${port}`]: { auth: 'dTpw' } } }),
});

describe.each(['ecr-inspect.sh', 'ecr-tag.sh'])('%s', (script) => {
  const ask = (port: string): readonly string[] =>
    runScript(script, {
      inputs: {
        REGISTRY: `127.0.0.1:${port}`,
        REPOSITORY: 'shop',
        LOGIN: 'login',
        ...(script === 'ecr-tag.sh' ? { DIGEST: 'sha256:0', TAGS: ['latest'] } : { TAG: 'latest' }),
      },
      files: login(port),
      tools: {},
    }).problem;

  test('no python3', () => {
    const { problem } = runScript(script, { inputs: {}, tools: {}, lacks: ['python3'] });
    expect(problem).toEqual(['python3: command not found.', expect.stringContaining('Install it')]);
  });

  test.each([
    [401, 'does not accept the login (401).', 'twelve hours'],
    [403, 'answers 403 for shop:', 'ecr:BatchGetImage'],
  ])('an answer of %s', async (status, cause, remedy) => {
    const problem = await withServer({ '/': [status, 'no'] }, ask);
    expect(problem).toEqual([expect.stringContaining(cause), expect.stringContaining(remedy)]);
  });
});

test.each([
  ['NAME_UNKNOWN', 'false'],
  ['MANIFEST_UNKNOWN', 'true'],
])('the registry does not know what is asked for: %s', async (code, repository) => {
  const outputs = await withServer(
    { '/': [404, code] },
    (port) =>
      runScript('ecr-inspect.sh', {
        inputs: { REGISTRY: `127.0.0.1:${port}`, REPOSITORY: 'shop', TAG: '1', LOGIN: 'login' },
        files: login(port),
        tools: {},
      }).outputs,
  );
  expect(outputs).toBe(`repository=${repository}\npresent=false\n`);
});

describe('the package', () => {
  const files: Texts = { '.gig-ci/dist/shop-1.0-py3-none-any.whl': 'x', '.gig-ci/twine/bin/python': '' };
  const upload = (port: string, twine: string, existing = 'skip'): readonly string[] =>
    runScript('python-package-upload.sh', {
      inputs: {
        URL: `http://127.0.0.1:${port}/`,
        EXISTING: existing,
        USERNAME: 'u',
        PASSWORD: 'very-secret',
      },
      files: {
        ...files,
        '.gig-ci/twine/bin/python': `#!/usr/bin/env bash\nif [[ $2 != twine ]]; then exec python3 "$@"; fi\n${twine}\n`,
      },
      tools: {},
    }).problem;

  test.each([
    [401, 'The repository refuses the user (401).', 'nexus.credentialsId'],
    [403, 'The repository refuses the user (403).', 'nexus.credentialsId'],
    [500, 'The repository answers 500 Internal Server Error.', 'nexus.url'],
  ])('the index answers %s', async (status, cause, remedy) => {
    expect(await withServer({ '/': [status, ''] }, (port) => upload(port, ''))).toEqual([
      cause,
      expect.stringContaining(remedy),
    ]);
  });

  test('no repository at all', () => {
    const problem = upload('9', '');
    expect(problem[0]).toMatch(/^The repository was not reached: .*refused/);
    expect(problem[1]).toContain('nexus.url');
  });

  test.each([
    ['HTTPError: 400 Bad Request from http://127.0.0.1/', 'has this version already'],
    ['HTTPError: 401 Unauthorized from http://127.0.0.1/', 'refuses user or password'],
    ['HTTPError: 403 Forbidden from http://127.0.0.1/', 'may not upload'],
    ['HTTPError: 405 Method Not Allowed from http://127.0.0.1/', 'hosted PyPI repository'],
    ['ConnectionError: very-secret', 'proxy'],
  ])('twine says: %s', async (says, remedy) => {
    const problem = await withServer({}, (port) => upload(port, `echo '${says}' >&2; exit 1`));
    expect(problem).toEqual([
      `The upload failed: ${says.replace('very-secret', '****')}`,
      expect.stringContaining(remedy),
    ]);
  });

  test('a file that is there already', async () => {
    const page: readonly [number, string] = [200, '<a href="shop-1.0-py3-none-any.whl">x</a>'];
    expect(await withServer({ '/simple/shop/': page }, (port) => upload(port, '', 'fail'))).toEqual([
      'nexus.existing is fail, and shop-1.0-py3-none-any.whl exists.',
      expect.stringContaining('Raise the version'),
    ]);
  });

  test('a package that cannot be built', () => {
    const build = (given: Texts, python = ''): readonly string[] =>
      runScript('python-package-build.sh', {
        inputs: { DIRECTORY: '.', VERSION: 'project', NUMBER: '42', ISOLATED: 'true' },
        files: { '.gig-ci/build/bin/python': `#!/usr/bin/env bash\n${python}\n`, ...given },
        tools: {},
      }).problem;
    expect(build({})[0]).toBe('. has neither setup.py nor pyproject.toml.');
    expect(build({ 'setup.py': '' }, 'echo "ERROR Backend subprocess exited" >&2; exit 1')[0]).toBe(
      'The package was not built: ERROR Backend subprocess exited',
    );
  });
});
