/** Causes that the scripts with Docker find, by the real scripts: the first line says what, the last what to do. */
import { runScript } from '../run-script';

/** What a script says of a Docker that answers so, or of no Docker at all. */
function problemOf(
  script: string,
  inputs: { readonly [name: string]: string | readonly string[] },
  docker: string | undefined,
  files: { readonly [path: string]: string } = {},
): readonly string[] {
  const { problem, exit } = runScript(script, {
    inputs: { BUILD: 'b', ...inputs },
    tools: { ...(docker === undefined ? {} : { docker }), sleep: '' },
    lacks: ['docker', 'aws', 'trivy', 'sonar-scanner', 'dependency-check', 'dependency-check.sh'],
    files,
  });
  expect(exit).toBe(0);
  return problem;
}

const scripts: { readonly [script: string]: { readonly [name: string]: string | readonly string[] } } = {
  'postgres-start.sh': {
    IMAGE: 'postgres:15',
    DATABASE: 'd',
    USER: 'u',
    PASSWORD: 'p',
    PORT: '5432',
    SECONDS: '0',
  },
  'ecr-login.sh': { IMAGE: 'aws:1', REGION: 'eu-north-1' },
  'ecr-create-repository.sh': { IMAGE: 'aws:1', REGION: 'eu-north-1', REGISTRY: 'r', REPOSITORY: 'shop' },
  'kaniko-build.sh': {
    IMAGE: 'kaniko:1',
    DESTINATION: 'd:t',
    CONTEXT: '.',
    DOCKERFILE: 'Dockerfile',
    ARGUMENTS: [],
    LABELS: [],
    CACHE_WRITE: 'true',
    ARCHIVE: 'a.tar',
  },
  'owasp-check.sh': {
    IMAGE: 'owasp:1',
    DIRECTORY: '.',
    REPORTS: 'r',
    PROJECT: 'p',
    FORMATS: ['XML'],
    UPDATE: 'auto',
    LOCK_SECONDS: '5',
  },
  'sonar-scan.sh': { IMAGE: 'sonar:1', DIRECTORY: '.' },
  'trivy-scan.sh': {
    IMAGE: 'trivy:1',
    ARCHIVE: 'image.tar',
    REPORTS: 'r',
    SEVERITY: ['HIGH'],
    SCANNERS: ['vuln'],
    IGNORE_UNFIXED: 'false',
    DATABASE: 'auto',
    MINUTES: '1',
  },
};
const files = { Dockerfile: '', 'image.tar': '', 'sonar-project.properties': '' };

describe.each(Object.keys(scripts))('%s', (script) => {
  const saying = (docker: string | undefined): readonly string[] =>
    problemOf(script, scripts[script] ?? {}, docker, files);

  test('no Docker', () => {
    const problem = saying(undefined);
    expect(problem[0]).toBe('docker: command not found.');
    expect(problem[1]).toMatch(/^(Install|Configure the tool sonar-scanner)/);
  });

  test('a Docker that does not answer', () => {
    const answer =
      'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?';
    expect(saying(`echo '${answer}' >&2; exit 1`)).toEqual([
      `The Docker daemon does not answer: ${answer}`,
      expect.stringContaining('systemctl status docker'),
    ]);
  });

  test('an image that cannot be pulled', () => {
    const problem = saying(`
      case $* in
        'image inspect'*) exit 1 ;;
        pull*) echo 'Error response from daemon: manifest unknown' >&2; exit 1 ;;
      esac`);
    const image = String(scripts[script]?.['IMAGE']);
    expect(problem[0]).toBe(
      `The image ${image} cannot be pulled: Error response from daemon: manifest unknown`,
    );
    expect(problem[1]).toContain(`docker pull ${image}`);
  });

  test('a container that does not start', () => {
    const problem = saying(
      'case $1 in create) echo 3f2a ;; start) echo "Error: no space left on device" >&2; exit 1 ;; esac',
    );
    expect(problem[0]).toMatch(/: Error: no space left on device$/);
    expect(problem).toHaveLength(2);
  });

  test('a container that cannot be made', () => {
    expect(saying('[[ $1 != create ]]')[0]).toMatch(/^Docker made no container from|^AWS does not accept/);
  });
});

describe('the database', () => {
  const start = (docker: string): readonly string[] =>
    problemOf('postgres-start.sh', scripts['postgres-start.sh'] ?? {}, docker);
  const made = 'case $1 in create) echo 3f2a ;; port) echo 127.0.0.1:9 ;;';

  test('a port that is in use', () => {
    const refusal = 'Bind for 127.0.0.1:5432 failed: port is already allocated';
    expect(start(`${made} start) echo '${refusal}' >&2; exit 1 ;; esac`)).toEqual([
      'The port 5432 for the database is in use on this machine.',
      expect.stringContaining('lsof -i :5432'),
    ]);
  });

  test('a server that ends', () => {
    const problem = start(
      `${made} exec) exit 1 ;; logs) echo 'FATAL: role "x y" cannot be made' >&2 ;; esac`,
    );
    expect(problem[0]).toBe('PostgreSQL ended before it answered: FATAL: role "x y" cannot be made');
  });

  test('a server that is not ready in time', () => {
    const problem = start(
      `${made} exec) exit 1 ;; ps) [[ $* != *id=* ]] || echo 3f2a ;; logs) echo 'still starting' ;; esac`,
    );
    expect(problem).toEqual([
      'PostgreSQL did not answer within 0 seconds: still starting',
      expect.stringContaining('database.readyTimeoutSeconds'),
    ]);
  });

  test('a given server that does not answer', () => {
    const problem = problemOf('database-wait.sh', { HOST: '127.0.0.1', PORT: '9', SECONDS: '0' }, undefined);
    expect(problem[0]).toBe('No database accepted a connection on 127.0.0.1:9 within 0 seconds.');
    expect(problem[1]).toContain('database.host');
  });
});

describe('the image', () => {
  const build = (says: string): readonly string[] =>
    problemOf(
      'kaniko-build.sh',
      scripts['kaniko-build.sh'] ?? {},
      `case $1 in create) echo 3f2a ;; start) cat >/dev/null; echo '${says}' >&2; exit 1 ;; esac`,
      files,
    );

  test('no Dockerfile', () => {
    expect(problemOf('kaniko-build.sh', scripts['kaniko-build.sh'] ?? {}, '')).toEqual([
      './Dockerfile does not exist.',
      expect.stringContaining('image.dockerfile'),
    ]);
  });

  test.each([
    ['error building image: write /kaniko/x: no space left on device', 'docker system df'],
    ['error building image: getting stage builder: retrieving image: MANIFEST_UNKNOWN', 'behind FROM'],
    [
      'error building image: Get "https://r/v2/": x509: certificate signed by unknown authority',
      'SSL_CERT_FILE',
    ],
    [
      'error building image: failed to execute command: waiting for process to exit: exit status 1',
      'packages that it installs',
    ],
    ['killed', 'memory'],
  ])('Kaniko says: %s', (says, remedy) => {
    expect(build(says)).toEqual([`The image was not built: ${says}`, expect.stringContaining(remedy)]);
  });

  test('an archive that does not fit on the agent', () => {
    const docker = `case $1 in create) echo 3f2a ;; start) cat >/dev/null ;; cp) echo 'no space left on device' >&2; exit 1 ;; esac`;
    expect(problemOf('kaniko-build.sh', scripts['kaniko-build.sh'] ?? {}, docker, files)[0]).toBe(
      'The archive of the image was not written: no space left on device',
    );
  });

  const load = { ARCHIVE: 'image.tar', REFERENCE: 'r/s:1' };

  test.each([
    ['no archive', ':', {}, 'There is no archive image.tar.', 'gigImageBuild'],
    [
      'an archive that does not fit',
      `[[ $1 != load ]] || { echo 'no space left on device' >&2; exit 1; }`,
      files,
      'image.tar was not loaded: no space left on device',
      'docker system df',
    ],
    [
      'an archive of another image',
      '[[ $1 != image ]]',
      files,
      'image.tar holds no image r/s:1.',
      'the same reference',
    ],
  ])('%s', (_name, docker, given, cause, remedy) => {
    expect(problemOf('image-load.sh', load, docker, given)).toEqual([cause, expect.stringContaining(remedy)]);
  });
});

describe('the scan of the image', () => {
  const scan = (trivy: string): readonly string[] =>
    runScript('trivy-scan.sh', {
      inputs: { BUILD: 'b', ...scripts['trivy-scan.sh'] },
      tools: { trivy },
      files,
    }).problem;

  test.each([
    [
      '[[ $* != *--download-db-only* ]] || { echo "FATAL failed to download: i/o timeout" >&2; exit 1; }',
      'The database of vulnerabilities was not downloaded: FATAL failed to download: i/o timeout',
      'trivy.databaseRepository',
    ],
    [
      '[[ $* != *--download-java-db-only* ]] || exit 1',
      'The database of Java packages was not downloaded.',
      'trivy.javaDatabaseRepository',
    ],
    [
      '[[ $* != *--input* ]] || { echo "--skip-db-update cannot be specified on the first run" >&2; exit 1; }',
      'This machine has no database of vulnerabilities yet.',
      'set it to auto',
    ],
    [
      '[[ $* != *--input* ]] || { echo "FATAL image scan error: context deadline exceeded" >&2; exit 1; }',
      'The scan took longer than 1 minutes.',
      'trivy.timeoutMinutes',
    ],
    [
      '[[ $* != *--input* ]] || { echo "FATAL unable to open archive" >&2; exit 1; }',
      'The image was not scanned: FATAL unable to open archive',
      'trivy image --input',
    ],
  ])('%s', (trivy, cause, remedy) => {
    const problem = scan(trivy);
    expect(problem[0]).toBe(cause);
    expect(problem.join('\n')).toContain(remedy);
  });
});
