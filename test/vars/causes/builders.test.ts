/** What the builders without Kaniko, and the push without Docker, make of what their tools say; by the real scripts. */
import { createHash } from 'node:crypto';
import { callTo, runScript, type ScriptResult } from '../run-script';

const inputs = {
  BUILD: 'b',
  DESTINATION: 'registry.example.com/shop:42-a3f5c21',
  CONTEXT: 'backend',
  DOCKERFILE: 'deploy/Dockerfile',
  TARGET: 'run',
  ARGUMENTS: ['A=x y', 'NO_PROXY=own'],
  LABELS: ['org.opencontainers.image.revision=a3f5c21'],
  ARCHIVE: '.gig-ci/image.tar',
};
const files = {
  'backend/deploy/Dockerfile': 'FROM scratch\n',
  'backend/.git/config': '',
  'backend/htmlcov/index.html': '',
  'backend/app.py': '',
};
const git = 'echo 1700000000';
const context = 'note "context $(cd "${@: -1}" && find . -type f | sort | xargs)"';
const docker = `case $1 in build) ${context}; note "epoch $SOURCE_DATE_EPOCH" ;; save) echo image >"$3" ;; esac`;
const buildah = `
  case $* in
    *' build '*) ${context}; note "driver $STORAGE_DRIVER $BUILDAH_ISOLATION"
      for word; do if [[ $word == --iidfile=* ]]; then echo 5e2b >"\${word#*=}"; fi; done ;;
    *' push '*) target=\${@: -1}; target=\${target#docker-archive:}; echo image >"\${target%%:*}" ;;
  esac`;

/** Runs a builder with a tool that does its work, or says something and fails. */
function build(script: string, more: Partial<Parameters<typeof runScript>[1]> = {}): ScriptResult {
  const tools = { docker, buildah, git, ...more.tools };
  const own = script === 'buildah-build.sh' ? { CACHE_WRITE: 'true' } : {};
  return runScript(script, { files, ...more, inputs: { ...inputs, ...own, ...more.inputs }, tools });
}

describe.each(['docker-build.sh', 'buildah-build.sh'])('%s', (script) => {
  const tool = script.replace('-build.sh', '');

  test('gets target, arguments, labels, Dockerfile, and the context without what does not belong to it', () => {
    const result = build(script);
    expect(result.problem).toEqual([]);
    const call = result.calls.find((line) => line.includes(' build ')) ?? '';
    expect(call).toMatch(
      new RegExp(`^${tool} .*build .*--file=\\S+/gig-ci-build/context/deploy/Dockerfile `),
    );
    expect(call).toContain(
      '--target=run --build-arg=A=x y --build-arg=NO_PROXY=own --label=org.opencontainers.image.revision=a3f5c21',
    );
    expect(callTo(result, 'context')).toBe('context ./app.py ./deploy/Dockerfile');
  });

  test.each([
    ['write /x: no space left on device', 'Make space on this machine'],
    ['pull access denied for nowhere, repository does not exist', 'base image behind FROM'],
    [
      'error creating build container: initializing source docker://x: reading manifest: manifest unknown',
      'base image',
    ],
    ['short-name "nowhere:1" did not resolve to an alias', 'unqualified-search-registries'],
    ['error: initializing source docker://x: x509: certificate signed by unknown authority', 'SSL_CERT_FILE'],
    ["The command '/bin/sh -c false' returned a non-zero code: 1", 'A command of the Dockerfile failed'],
    [
      'process "/bin/sh -c false" did not complete successfully: exit code: 1',
      'A command of the Dockerfile failed',
    ],
    ['Error: building at STEP "RUN false": exit status 1', 'A command of the Dockerfile'],
    ['error: what else', 'The log above says where'],
  ])('%s', (says, remedy) => {
    const failing = `if [[ $* == *'build '* ]]; then echo '${says.replaceAll("'", `'"'"'`)}' >&2; exit 1; fi`;
    const { problem } = build(script, { tools: { [tool]: failing } });
    expect(problem).toEqual([`The image was not built: ${says}`, expect.stringContaining(remedy)]);
  });

  test('an archive that cannot be written, a Dockerfile that is not there, a tool that is not there', () => {
    const full = `${tool === 'docker' ? docker : buildah}\n[[ $* != *save* && $* != *push* ]] || { echo 'no space left' >&2; exit 1; }`;
    expect(build(script, { tools: { [tool]: full } }).problem).toEqual([
      'The archive of the image was not written: no space left',
      expect.stringContaining('df -h'),
    ]);
    expect(build(script, { inputs: { DOCKERFILE: 'Missing' } }).problem[0]).toBe(
      'backend/Missing does not exist.',
    );
    const lacking = runScript(script, {
      inputs: { ...inputs, CACHE_WRITE: 'true' },
      tools: {},
      lacks: [tool],
    });
    expect(lacking.problem).toEqual([`${tool}: command not found.`, expect.stringContaining('nstall')]);
  });
});

test('docker: no layer of another build, the newest base, the time of the commit, the proxy by its name', () => {
  const environment = { HTTPS_PROXY: 'http://me:secret@proxy:3128', NO_PROXY: 'localhost' };
  const result = build('docker-build.sh', { environment });
  const call = callTo(result, 'docker build');
  expect(call).toContain('--pull --no-cache');
  expect(call).toContain('--tag=registry.example.com/shop:42-a3f5c21');
  expect(call).toMatch(/--build-arg=HTTPS_PROXY( |$)/);
  expect(call).not.toMatch(/secret|--build-arg=NO_PROXY( |$)/);
  expect(callTo(result, 'epoch')).toBe('epoch 1700000000');
  expect(callTo(result, 'docker save')).toBe(
    'docker save --output .gig-ci/image.tar registry.example.com/shop:42-a3f5c21',
  );
});

test('docker: an image that only a builder of its own has is no image', () => {
  const { problem } = build('docker-build.sh', { tools: { docker: '[[ $1 != image ]]' } });
  expect(problem).toEqual([
    'The build left no image registry.example.com/shop:42-a3f5c21 in Docker.',
    expect.stringContaining('BUILDX_BUILDER'),
  ]);
});

describe('buildah', () => {
  test('a store that goes with the build, without privileges unless the agent says otherwise, the time of the commit', () => {
    const result = build('buildah-build.sh');
    const call = result.calls.find((line) => line.includes(' build ')) ?? '';
    expect(call).toMatch(
      /^buildah --root \S+@tmp\/gig-ci-build\/store .* --pull=always .*--timestamp=1700000000/,
    );
    expect(call).not.toMatch(/--layers|--cache|--authfile/);
    expect(callTo(result, 'driver')).toBe('driver vfs chroot');
    expect(result.calls.at(-1)).toMatch(
      / push 5e2b docker-archive:\.gig-ci\/image\.tar:registry\.example\.com\/shop:42-a3f5c21$/,
    );
    const environment = { STORAGE_DRIVER: 'overlay', BUILDAH_ISOLATION: 'rootless' };
    expect(callTo(build('buildah-build.sh', { environment }), 'driver')).toBe('driver overlay rootless');
  });

  test('layers on the machine are of one service; those of a registry take its login and are stored when that is wanted', () => {
    const local = build('buildah-build.sh', { inputs: { CACHE_FOLDER: 'gig-ci-buildah-shop' } });
    expect(callTo(local, 'buildah')).toMatch(
      /^buildah --root \S+\/home\/\.cache\/gig-ci\/buildah\/gig-ci-buildah-shop .*rm --all$/,
    );
    expect(local.calls.find((line) => line.includes(' build '))).toContain(' --layers');
    const registry = (write: string): string =>
      build('buildah-build.sh', {
        inputs: { CACHE_REPOSITORY: 'r.example.com/layers', CACHE_WRITE: write, LOGIN: '/tmp/login' },
      }).calls.find((line) => line.includes(' build ')) ?? '';
    expect(registry('true')).toContain(
      '--layers --cache-from=r.example.com/layers --cache-to=r.example.com/layers --authfile=/tmp/login/config.json',
    );
    expect(registry('false')).not.toContain('--cache-to');
  });
});

describe('without Docker', () => {
  const config = '{"architecture":"amd64"}';
  const id = `sha256:${createHash('sha256').update(config).digest('hex')}`;
  const digest = `sha256:${'9b'.repeat(32)}`;
  const skopeo = `
    case $1 in
      login) note "password $(cat)"; for word; do [[ $word != */config.json ]] || echo '{}' >"$word"; done ;;
      inspect) printf '%s' '${config}' ;;
      copy) while [[ $1 != --digestfile ]]; do shift; done; printf '%s' '${digest}' >"$2" ;;
    esac`;
  const push = (image: string, answers: string): ScriptResult =>
    runScript('ecr-push.sh', {
      inputs: {
        IMAGE: image,
        ARCHIVE: 'image.tar',
        REGISTRY: 'r.example.com',
        REPOSITORY: 'shop',
        TAGS: ['1', 'latest'],
        LOGIN: 'login',
      },
      files: { 'image.tar': '', 'login/config.json': '{}' },
      tools: { skopeo: answers, sleep: '' },
      lacks: ['docker'],
    });

  test('the first tag comes out of the archive, the others are the same bytes, and the id is that of the archive', () => {
    const { outputs, calls } = push(id, skopeo);
    expect(outputs).toBe(`digest=${digest}\n`);
    expect(
      calls.filter((call) => call.startsWith('skopeo copy')).map((call) => call.split(' ').slice(-2)),
    ).toEqual([
      ['docker-archive:image.tar', 'docker://r.example.com/shop:1'],
      [`docker://r.example.com/shop@${digest}`, 'docker://r.example.com/shop:latest'],
    ]);
    expect(calls.at(-1)).toContain(`--config --raw docker://r.example.com/shop@${digest}`);
  });

  test('an archive that is not what was scanned is not pushed; a registry that has another one is said to', () => {
    const other = push(`sha256:${'0'.repeat(64)}`, skopeo);
    expect(other.problem[0]).toContain(`image.tar holds the image ${id}, and not sha256:000`);
    expect(other.calls.join()).not.toContain('skopeo copy');
    const changed = skopeo.replace('inspect)', `inspect) [[ $* != *docker://* ]] || printf other;`);
    expect(push(id, changed).problem[0]).toContain('which was scanned');
  });

  test.each([
    ['tag invalid: the tag is immutable', 'does not let a tag change'],
    ['unauthorized: authentication required', 'r.example.com does not accept the login'],
    ['name unknown: The repository does not exist', 'There is no repository shop'],
    ['error: i/o timeout', 'r.example.com/shop:1 was not pushed'],
  ])('skopeo says: %s', (says, cause) => {
    const { problem, outputs } = push(id, `[[ $1 != copy ]] || { echo '${says}' >&2; exit 1; }\n${skopeo}`);
    expect(problem[0]).toContain(cause);
    expect(outputs).not.toContain('digest=');
  });

  test('skopeo logs in, with the password on its standard input', () => {
    const { outputs, calls } = runScript('ecr-login.sh', {
      inputs: { BUILD: 'b', REGION: 'eu-north-1', IMAGE: 'aws' },
      tools: {
        skopeo,
        aws: `if [[ $1 == sts ]]; then printf '123456789012\\tarn\\n'; else echo token; fi`,
      },
      lacks: ['docker'],
    });
    expect(outputs).toContain('registry=123456789012.dkr.ecr.eu-north-1.amazonaws.com\n');
    expect(callTo({ calls } as ScriptResult, 'skopeo login')).toMatch(
      /^skopeo login --authfile \S+\/gig-ci-login\/config\.json --username AWS --password-stdin 1234/,
    );
    expect(calls).toContain('password token');
  });

  test.each([
    ['two images', [{ Config: 'c.json' }, { Config: 'c.json' }], 'holds 2 images instead of one'],
    ['no configuration', [{ Config: 'other.json' }], 'is no archive of an image'],
    ['one image', [{ Config: 'c.json' }], ''],
  ])('the id of an archive with %s', (_name, manifest, cause) => {
    const { outputs, problem } = runScript('image-id.sh', {
      inputs: { ARCHIVE: 'image.tar' },
      files: { 'image.tar': '', 'manifest.json': JSON.stringify(manifest), 'c.json': config },
      // Makes the archive before the script reads it.
      tools: { python3: 'tar -cf image.tar manifest.json c.json; exec /usr/bin/python3 "$@"' },
    });
    if (cause === '') expect(outputs).toBe(`id=${id}\n`);
    else expect(problem[0]).toContain(cause);
  });
});
