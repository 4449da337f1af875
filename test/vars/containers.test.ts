/** What every container of a build gets from the agent: its proxy and its certificates, by the real scripts. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeWithJava } from '../support/java';
import { allScripts, callTo, runScript, textOf, type ScriptResult } from './run-script';

/** A Docker that unpacks what is copied into a container, and notes the files. */
const docker = `
  container=$HOME/container
  mkdir -p "$container"
  case $1 in
    create) echo 3f2a ;;
    cp) if [[ $2 == - ]]; then tar -C "$container" -xf -; note "files $(cd "$container" && find gig-ci kaniko -type f 2>/dev/null | sort | xargs)"; fi ;;
    start) if [[ $* == *--interactive* ]]; then cat >/dev/null; fi ;;
    exec) if [[ $* == *--interactive* ]]; then cat >/dev/null; fi ;;
  esac`;

const certificate = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n';
const other = '-----BEGIN CERTIFICATE-----\nBBBB\n-----END CERTIFICATE-----\n';

/** What the scripts with a container are given besides. */
const scripts: { readonly [name: string]: { readonly [input: string]: string | readonly string[] } } = {
  'postgres-start.sh': { DATABASE: 'd', USER: 'u', PASSWORD: 'p', PORT: '0', SECONDS: '0' },
  'ecr-login.sh': { REGION: 'eu-north-1', SESSION: 's' },
  'ecr-create-repository.sh': { REGION: 'eu-north-1', SESSION: 's', REGISTRY: 'r', REPOSITORY: 'shop' },
  'owasp-check.sh': {
    DIRECTORY: '.',
    REPORTS: 'r',
    PROJECT: 'p',
    FORMATS: ['XML'],
    UPDATE: 'never',
    LOCK_SECONDS: '5',
  },
  'sonar-scan.sh': { DIRECTORY: '.' },
  'trivy-scan.sh': {
    ARCHIVE: 'image.tar',
    REPORTS: 'r',
    SEVERITY: ['HIGH'],
    SCANNERS: ['vuln'],
    IGNORE_UNFIXED: 'false',
    DATABASE: 'offline',
    MINUTES: '1',
  },
  'kaniko-build.sh': {
    DESTINATION: 'd:t',
    CONTEXT: '.',
    DOCKERFILE: 'Dockerfile',
    ARGUMENTS: [],
    LABELS: [],
    CACHE_WRITE: 'true',
    ARCHIVE: 'a.tar',
  },
};

function run(script: string, environment: { readonly [name: string]: string }): ScriptResult {
  return runScript(script, {
    inputs: { BUILD: 'b', IMAGE: 'i', ...scripts[script] },
    environment,
    tools: { docker },
    lacks: ['aws', 'trivy', 'sonar-scanner', 'dependency-check', 'dependency-check.sh'],
    files: {
      'image.tar': '',
      Dockerfile: '',
      'sonar-project.properties': '',
      'own/corporate.pem': certificate,
      'own/folder/abc.0': other,
    },
  });
}

const withCertificates = {
  https_proxy: 'http://proxy:3128',
  NO_PROXY: 'localhost',
  SSL_CERT_FILE: 'own/corporate.pem',
  SSL_CERT_DIR: 'own/folder:own/missing',
  AWS_CA_BUNDLE: 'own/corporate.pem',
};

test('these are all scripts that start a container, and one place makes it', () => {
  const users = allScripts().filter((text) => /\bcreate_(plain_)?container\b/.test(text));
  const shared = textOf('shared/containers.sh');
  // What one of them is for those that use it.
  const asks = textOf('shared/aws.sh');
  const own = users.filter((text) => text !== shared && text !== asks);
  const askers = allScripts().filter((text) => text.includes('@uses     aws'));
  expect(own.length + askers.length).toBe(Object.keys(scripts).length);
  for (const name of Object.keys(scripts)) {
    expect([...own, ...askers]).toContain(textOf(name));
  }
  for (const text of users) {
    if (text !== shared) expect(text).not.toMatch(/(^|[($|&;]) *docker (run|create)\b/m);
  }
});

test.each(Object.keys(scripts))('%s: the proxy of the agent', (script) => {
  const create = callTo(run(script, withCertificates), 'docker create');
  expect(create).toMatch(
    /--label io\.gig-ci\.build=b --label io\.gig-ci\.workspace=\S+:\/\S+\/workspace --env NO_PROXY --env https_proxy/,
  );
  expect(create).not.toMatch(/--env HTTPS_PROXY/);
});

test.each(Object.keys(scripts).filter((script) => script !== 'kaniko-build.sh'))(
  '%s: the certificate variables name files that came along',
  (script) => {
    const result = run(script, withCertificates);
    const create = callTo(result, 'docker create');
    expect(create).toContain('--env SSL_CERT_FILE=/gig-ci/certificates/SSL_CERT_FILE.1');
    expect(create).toContain('--env SSL_CERT_DIR=/gig-ci/certificates/SSL_CERT_DIR.1 ');
    expect(create).toContain('--env AWS_CA_BUNDLE=/gig-ci/certificates/AWS_CA_BUNDLE.1');
    expect(callTo(result, 'files')).toBe(
      'files gig-ci/certificates/AWS_CA_BUNDLE.1 gig-ci/certificates/SSL_CERT_DIR.1/abc.0 gig-ci/certificates/SSL_CERT_FILE.1',
    );
    expect(result.log).toContain('SSL_CERT_DIR names own/missing, which this agent lacks');
  },
);

test('kaniko-build.sh: Kaniko trusts the certificates besides its own', () => {
  const seen = `${docker}\n[[ $1 != cp || $2 != - ]] || note "$(cat "$container"/kaniko/ssl/certs/* | xargs)"`;
  const result = runScript('kaniko-build.sh', {
    inputs: { BUILD: 'b', IMAGE: 'i', ...scripts['kaniko-build.sh'] },
    environment: withCertificates,
    tools: { docker: seen },
    files: { Dockerfile: '', 'own/corporate.pem': certificate, 'own/folder/abc.0': other },
  });
  expect(callTo(result, 'files')).toBe('files kaniko/ssl/certs/additional-ca-cert-bundle.crt');
  // Each once, although two variables name the first.
  expect(result.calls.filter((call) => call.includes('BEGIN'))).toEqual([
    `${certificate}${other}`.replaceAll('\n', ' ').trim(),
  ]);
  // Its image sets this one.
  expect(callTo(result, 'docker create')).not.toContain('SSL_CERT');
});

test.each(Object.keys(scripts))('%s: an agent that sets nothing', (script) => {
  const result = run(script, {});
  expect(callTo(result, 'docker create')).not.toMatch(/_proxy|_PROXY|CERT|CA_BUNDLE/);
  expect(result.calls.filter((call) => call.startsWith('files ') && call !== 'files ')).toEqual([]);
});

describe('Java, which reads none of these variables', () => {
  /** The file with the options of Java, and what the tool is called with. */
  function options(environment: { readonly [name: string]: string }): ScriptResult {
    const noting = `${docker}
      if [[ $1 == cp && -f $container/gig-ci/java-options ]]; then note "options $(xargs <"$container"/gig-ci/java-options)"; fi`;
    return runScript('sonar-scan.sh', {
      inputs: { BUILD: 'b', IMAGE: 'i', DIRECTORY: '.' },
      environment,
      tools: { docker: noting },
      lacks: ['sonar-scanner'],
      files: { 'sonar-project.properties': '', 'own/store.p12': 'store' },
    });
  }

  test('gets the proxy as options, in a file, because a JVM prints its variable', () => {
    const result = options({
      HTTPS_PROXY: 'http://me:p%40ss@proxy.example.com:3128/',
      no_proxy: 'localhost, .example.com,host.test:8080,10.0.0.0/8',
    });
    expect(callTo(result, 'options')).toBe(
      'options -Dhttps.proxyHost=proxy.example.com -Dhttps.proxyPort=3128 -Dhttps.proxyUser=me -Dhttps.proxyPassword=p@ss ' +
        '-Dhttp.proxyUser=me -Dhttp.proxyPassword=p@ss ' +
        '-Dhttp.nonProxyHosts=localhost|*.localhost|*.example.com|host.test|*.host.test',
    );
    expect(result.calls.find((call) => call.includes('exec sonar-scanner'))).toContain(
      '--env JAVA_TOOL_OPTIONS=-XX:VMOptionsFile=/gig-ci/java-options',
    );
    expect(result.log).toContain('NO_PROXY holds the network 10.0.0.0/8, which Java does not know');
  });

  test('gets what JAVA_TOOL_OPTIONS says about proxy and trust store, whose file comes along, and nothing else of it', () => {
    const result = options({
      HTTPS_PROXY: 'http://proxy:1',
      SSL_CERT_FILE: 'own/store.p12',
      JAVA_TOOL_OPTIONS:
        "-Xmx1g -javaagent:/opt/a.jar -Dhttps.proxyHost=java-proxy -Djavax.net.ssl.trustStore='own/store.p12' -Djavax.net.ssl.trustStorePassword=changeme",
    });
    expect(callTo(result, 'options')).toBe(
      'options -Dhttps.proxyHost=java-proxy -Djavax.net.ssl.trustStore=/gig-ci/trust-store -Djavax.net.ssl.trustStorePassword=changeme',
    );
    expect(result.calls.some((call) => call.startsWith('files') && call.endsWith('gig-ci/trust-store'))).toBe(
      true,
    );
  });

  test('goes without a variable when there is nothing to say', () => {
    expect(options({}).calls.join('\n')).not.toContain('JAVA_TOOL_OPTIONS');
    const missing = options({ SSL_CERT_FILE: 'own/missing.pem' });
    expect(missing.calls.join('\n')).not.toContain('JAVA_TOOL_OPTIONS');
    expect(missing.problem).toEqual([
      expect.stringMatching(/^The scanner left no report/),
      expect.anything(),
    ]);
  });
});

describeWithJava('the trust store of Java', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gig-ci-keytool-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  /** A certificate that no Java knows. */
  function ownCertificate(): string {
    const store = ['-keystore', join(folder, 'own.p12'), '-storepass', 'changeit', '-alias', 'own'];
    const keytool = (...words: string[]) => spawnSync('keytool', [...words, ...store], { encoding: 'utf8' });
    keytool('-genkeypair', '-keyalg', 'EC', '-dname', 'CN=Corporate Authority', '-validity', '3650');
    keytool('-exportcert', '-rfc', '-file', join(folder, 'own.pem'));
    return readFileSync(join(folder, 'own.pem'), 'utf8');
  }

  test('holds what the image trusts, and what the agent trusts besides', () => {
    // The container is this machine, but for the folder of gig-ci.
    const real = `${docker}
      if [[ $* == *' sh -s /gig-ci' ]]; then
        sh -s "$container/gig-ci" <"$HOME/said"
        note "trusted $(keytool -list -keystore "$container/gig-ci/trust-store" -storepass changeit 2>/dev/null | grep -c trustedCertEntry)"
      fi`.replace('cat >/dev/null; fi ;;\n  esac', 'cat >"$HOME/said"; fi ;;\n  esac');
    const known = spawnSync('keytool', ['-list', '-cacerts', '-storepass', 'changeit'], { encoding: 'utf8' });
    const count = known.stdout.split('trustedCertEntry').length - 1;
    const { stdout: first } = spawnSync('keytool', ['-list', '-rfc', '-cacerts', '-storepass', 'changeit'], {
      encoding: 'utf8',
      maxBuffer: 1e8,
    });
    const publicOne = /-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/.exec(first)?.[0] ?? '';
    const result = runScript('sonar-scan.sh', {
      inputs: { BUILD: 'b', IMAGE: 'i', DIRECTORY: '.' },
      environment: { SSL_CERT_FILE: 'bundle.pem' },
      tools: { docker: real },
      lacks: ['sonar-scanner'],
      files: {
        'sonar-project.properties': '',
        'bundle.pem': `${publicOne}\n${certificate}${ownCertificate()}`,
      },
    });
    expect(publicOne).not.toBe('');
    expect(callTo(result, 'trusted')).toBe(`trusted ${count + 1}`);
    expect(result.log).toContain('Not a certificate that Java takes: -----BEGIN CERTIFICATE-----');
  }, 60_000);
});
