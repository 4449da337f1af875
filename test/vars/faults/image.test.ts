/** Faults of the pipeline that this library replaces, numbered as in docs/faults.md: the image and its scan. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allScripts, callTo, runScript, type ScriptResult } from '../run-script';

const root = join(__dirname, '..', '..', '..');

describe('the image', () => {
  /** A Docker that records the names of the files in the context. */
  const docker = `
    case $1 in
      create) echo 3f2a ;;
      start) note "context $(tar -tzf - | LC_ALL=C sort | xargs)" ;;
      cp) if [[ $2 == - ]]; then cat >/dev/null; else echo image >"$3"; fi ;;
    esac`;

  function build(inputs: { readonly [name: string]: string } = {}): ScriptResult {
    return runScript('kaniko-build.sh', {
      inputs: {
        BUILD: 'b',
        IMAGE: 'kaniko:v1',
        DESTINATION: 'registry.example.com/shop:42-a3f5c21',
        CONTEXT: 'backend',
        DOCKERFILE: 'Dockerfile',
        ARGUMENTS: ['A=x y'],
        LABELS: ['org.opencontainers.image.revision=a3f5c21'],
        CACHE_WRITE: 'true',
        ARCHIVE: '.gig-ci/image.tar',
        ...inputs,
      },
      files: { 'backend/Dockerfile': '', 'backend/htmlcov/index.html': '', 'backend/app.py': '' },
      tools: { docker },
    });
  }

  test('fault 15 and 11: tools are pinned, Kaniko to its maintained fork', () => {
    const text = readFileSync(join(root, 'vars', 'shared', 'images.ts'), 'utf8');
    expect(text).toContain("kaniko: 'ghcr.io/osscontainertools/kaniko:v");
    const versions = [...text.matchAll(/'[\w./-]+\.(?:io|aws)\/[\w./-]+:([^']+)'/g)].map(
      ([, version]) => version,
    );
    expect(versions).toHaveLength(5);
    for (const version of versions) expect(version).toMatch(/^v?\d+\.\d+/);
    for (const script of allScripts()) expect(script).not.toMatch(/:latest/);
  });

  test('fault 16: a cache that is asked for is used', () => {
    const local = callTo(build({ CACHE_VOLUME: 'layers' }), 'docker create');
    expect(local).toContain('--volume layers:/cache');
    expect(local).toContain('--cache=true --cache-repo=oci:/cache/layer');
    expect(callTo(build(), 'docker create')).not.toContain('--cache=true');
  });

  test('fault 17: the archive and the reports are no part of the context', () => {
    expect(build().calls).toContain('context ./ ./Dockerfile ./app.py');
  });

  test('fault 18: the archive carries the name of the image', () => {
    expect(callTo(build(), 'docker create')).toContain(
      '--destination=registry.example.com/shop:42-a3f5c21 --no-push --tar-path=/kaniko/image.tar',
    );
  });

  test('fault 20: no folder of the agent is mounted', () => {
    expect(callTo(build(), 'docker create')).not.toContain('--volume');
    for (const script of allScripts()) expect(script).not.toMatch(/(-v|--volume) "?(\$PWD|\$\(pwd\)|\$root)/);
  });

  test('commands of the Dockerfile get the proxy of the agent', () => {
    const result = runScript('kaniko-build.sh', {
      inputs: {
        BUILD: 'b',
        IMAGE: 'k',
        DESTINATION: 'd:t',
        CONTEXT: '.',
        DOCKERFILE: 'Dockerfile',
        ARGUMENTS: ['NO_PROXY=own'],
        LABELS: [],
        CACHE_WRITE: 'true',
        ARCHIVE: 'a.tar',
      },
      environment: { HTTPS_PROXY: 'http://proxy:3128', NO_PROXY: 'localhost' },
      files: { Dockerfile: '' },
      tools: { docker },
    });
    expect(callTo(result, 'docker create')).toContain('--build-arg=HTTPS_PROXY=http://proxy:3128');
    expect(callTo(result, 'docker create')).not.toContain('--build-arg=NO_PROXY=localhost');
  });

  test('fault 4: the container is removed, whatever happens', () => {
    const { calls, problem } = runScript('kaniko-build.sh', {
      inputs: {
        BUILD: 'b',
        IMAGE: 'k',
        DESTINATION: 'd:t',
        CONTEXT: '.',
        DOCKERFILE: 'Dockerfile',
        ARGUMENTS: [],
        LABELS: [],
        CACHE_WRITE: 'true',
        ARCHIVE: 'a.tar',
      },
      files: { Dockerfile: '' },
      tools: { docker: '[[ $1 == create ]] && echo 3f2a; [[ $1 != start ]]' },
    });
    expect(problem[0]).toBe('The image was not built.');
    expect(calls.at(-1)).toBe('docker rm --force --volumes 3f2a');
  });
});

describe('the scan of the image', () => {
  const trivy = `
    note "backend=$TRIVY_CACHE_BACKEND"
    if [[ $* == *--output* ]]; then
      while [[ $1 != --output ]]; do shift; done
      [[ $2 == *.json ]] && echo '{"Results":[{"Vulnerabilities":[{},{}]},{}]}' >"$2" || echo table >"$2"
    fi`;
  const scan = (database: string, tool = trivy): ScriptResult =>
    runScript('trivy-scan.sh', {
      inputs: {
        BUILD: 'b',
        ARCHIVE: 'image.tar',
        REPORTS: 'report',
        IMAGE: 't',
        SEVERITY: ['HIGH', 'CRITICAL'],
        SCANNERS: ['vuln'],
        IGNORE_UNFIXED: 'false',
        DATABASE: database,
        MINUTES: '15',
      },
      files: { 'image.tar': '' },
      tools: { trivy: tool },
    });

  test("fault 21: the database is refreshed first, unless that is somebody else's work", () => {
    expect(scan('auto').calls[0]).toContain('image --download-db-only');
    expect(scan('auto').calls.join('\n')).toContain('image --download-java-db-only');
    expect(scan('skipUpdate').calls.join('\n')).not.toContain('--download-db-only');
  });

  test('fault 21a: scans of a machine do not share a locked cache', () => {
    const { calls } = scan('auto');
    expect(calls.filter((call) => call.startsWith('backend='))).toEqual(
      calls.filter((call) => call.startsWith('trivy')).map(() => 'backend=memory'),
    );
  });

  test('a scan reads the database while nobody downloads, and lets others read it', () => {
    const locks = `
      held() { flock --nonblock "$@" "$HOME/.cache/gig-ci/trivy.lock" true && echo free || echo taken; }
      if [[ $* == *--download* || $* == *--input* ]]; then
        note "$(held --exclusive) for who downloads, $(held --shared) for who reads"
      fi`;
    const { calls } = scan('auto', trivy.replace('note', `${locks}\nnote`));
    expect(calls.filter((call) => call.includes('who'))).toEqual([
      'taken for who downloads, taken for who reads',
      'taken for who downloads, taken for who reads',
      'taken for who downloads, free for who reads',
    ]);
  });

  test('fault 22: findings are counted and written in formats that others read', () => {
    const { calls, outputs, exit } = scan('auto');
    expect(exit).toBe(0);
    expect(outputs).toBe('findings=2\n');
    expect(calls.find((call) => call.includes('--input'))).toContain(
      '--severity HIGH,CRITICAL --timeout 15m --exit-code 0 --format json',
    );
    expect(calls.join('\n')).toContain('convert --format sarif');
  });
});
