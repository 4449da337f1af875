/** Services that fail, come late or lie: the right result, a message with a remedy, in bounded time. */
import { mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { toolImage } from '../../vars/shared/images';
import { buildImage, describeInWorld, loadImage, referenceIn, runScript } from './in-world';
import { imageRepository, type World } from './world';
import { run } from './world/commands';

describeInWorld('services with faults', (suite) => {
  const { world, folder } = suite;

  /** The world with further variables. */
  const inEnvironment = (variables: { readonly [name: string]: string }): World => ({
    ...world(),
    environment: { ...world().environment, ...variables },
  });

  describe('PostgreSQL', () => {
    const start = async (command: string, inputs = {}) => {
      const { docker } = world().engine;
      const image = `${world().registry.host}/database:${command.length}`;
      const container = await docker('create', 'postgres:15');
      await docker('commit', `--change=ENTRYPOINT ["sh", "-c", "${command}"]`, container, image);
      await docker('rm', '--volumes', container);
      const place = folder();
      const began = Date.now();
      const answer = await runScript(world(), place, 'postgres-start.sh', {
        IMAGE: image,
        DATABASE: 'gigs',
        USER: 'router',
        PASSWORD: 'test',
        PORT: '0',
        SECONDS: '30',
        ...inputs,
      });
      await runScript(world(), place, 'postgres-stop.sh', {});
      return { ...answer, seconds: (Date.now() - began) / 1000 };
    };

    test('that is ready late is waited for', async () => {
      const { problem, outputs, seconds } = await start('sleep 4; exec entrypoint.sh postgres');
      expect({ problem, port: Number(outputs['port']) > 0 }).toEqual({ problem: [], port: true });
      expect(seconds).toBeGreaterThan(4);
    });

    test('that is never ready is given up after the time that was asked for', async () => {
      const { problem, seconds } = await start('echo still thinking; exec sleep 600', { SECONDS: '3' });
      expect(problem[0]).toBe('PostgreSQL did not answer within 3 seconds: still thinking');
      expect(problem[1]).toContain('raise database.readyTimeoutSeconds');
      expect(seconds).toBeLessThan(30);
    });

    test('that ends at once is not waited for', async () => {
      const { problem, seconds } = await start('echo no space left on device; exit 3', {
        SECONDS: '60',
      });
      expect(problem[0]).toBe('PostgreSQL ended before it answered: no space left on device');
      expect(seconds).toBeLessThan(30);
    });

    test('whose fixed port somebody else has says so', async () => {
      const server = createServer();
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const { port } = server.address() as AddressInfo;
      const { problem } = await start('exec entrypoint.sh postgres', { PORT: String(port) });
      server.close();
      expect(problem[0]).toBe(`The port ${port} for the database is in use on this machine.`);
      expect(problem[1]).toContain('leave database.port out');
    });
  });

  describe('the registry', () => {
    let login: string;
    beforeAll(async () => {
      const context = folder();
      writeFileSync(join(context, 'Dockerfile'), 'FROM scratch\nCOPY Dockerfile /faults\n');
      await loadImage(suite, (await buildImage(suite, context)).archive);
      const inputs = { REGION: 'eu-north-1', REGISTRY: world().registry.host, IMAGE: 'none' };
      login = (await runScript(world(), folder(), 'ecr-login.sh', inputs)).outputs['login'] ?? '';
    });
    afterEach(() => world().registry.server.setFaults());
    const push = (tag: string) =>
      runScript(world(), folder(), 'ecr-push.sh', {
        IMAGE: referenceIn(world()),
        REGISTRY: world().registry.host,
        REPOSITORY: imageRepository,
        TAGS: [tag],
        LOGIN: login,
      });
    const errors = (code: string, message: string): string => JSON.stringify({ errors: [{ code, message }] });

    test.each([
      [500, 'INTERNAL_ERROR'],
      [429, 'TOOMANYREQUESTS'],
    ])('that answers %s once is asked again', async (status, code) => {
      await world().registry.server.setFaults({
        method: 'PUT',
        path: '/manifests/',
        status,
        body: errors(code, 'Rate exceeded'),
        times: 1,
      });
      const { problem, outputs } = await push(`fault-${status}`);
      expect({ problem, digest: outputs['digest']?.slice(0, 7) }).toEqual({ problem: [], digest: 'sha256:' });
    });

    test('whose login expires between the layers and the manifest names that, not the rights', async () => {
      const body = errors('DENIED', 'Your authorization token has expired. Reauthenticate and try again.');
      await world().registry.server.setFaults({ method: 'PUT', path: '/manifests/', status: 403, body });
      const { problem } = await push('expired');
      expect(problem[0]).toContain('does not accept the login');
      expect(problem[0]).toContain('token has expired');
      expect(problem[1]).toContain('start a new build');
    });
  });

  describe('the package index', () => {
    /** Uploads files as a build leaves them. */
    const upload = async (files: { readonly [name: string]: string }, inputs = {}, place = folder()) => {
      const { packageIndex } = world();
      mkdirSync(join(place, '.gig-ci/dist'), { recursive: true });
      symlinkSync(join(packageIndex.programs, '..'), join(place, '.gig-ci/twine'));
      for (const [name, version] of Object.entries(files))
        await wheel(join(place, '.gig-ci/dist', name), version);
      return runScript(world(), place, 'python-package-upload.sh', {
        URL: packageIndex.repositoryUrl,
        EXISTING: 'skip',
        USERNAME: packageIndex.login.username,
        PASSWORD: packageIndex.login.password,
        ...inputs,
      });
    };
    const wheel = (path: string, content: string): Promise<string> =>
      run('python3', ['-c', makeWheel, path, content]);
    const name = 'faulty-1.0-py3-none-any.whl';
    const stored = (): string => readFileSync(join(world().packageIndex.folder, name), 'hex');

    test('that has the version already keeps it, whatever this build has made', async () => {
      expect((await upload({ [name]: 'a = 1' })).outputs).toEqual({ uploaded: '1' });
      const first = stored();
      const same = await upload({ [name]: 'a = 1' });
      expect(same).toMatchObject({ outputs: { uploaded: '0' }, problem: [] });
      expect(same.log).toContain('with the same content');
      const other = await upload({ [name]: 'a = 2' });
      expect(other).toMatchObject({ outputs: { uploaded: '0' }, problem: [] });
      expect(other.log).toContain('with OTHER content');
      const refused = await upload({ [name]: 'a = 2' }, { EXISTING: 'fail' });
      expect(refused.problem).toEqual([
        `nexus.existing is fail, and ${name} exists.`,
        expect.stringContaining('nexus.version: build'),
      ]);
      expect(stored()).toBe(first);
    });

    test('that has it and does not list it yet refuses the upload: the message says why', async () => {
      const first = stored();
      await world().packageIndex.server.setFaults({ method: 'GET', path: '/simple/', status: 404 });
      const { problem } = await upload({ [name]: 'a = 3' });
      await world().packageIndex.server.setFaults();
      expect(problem[0]).toContain('The upload failed: ');
      expect(problem[1]).toContain('The repository has this version already');
      expect(stored()).toBe(first);
      expect(
        readdirSync(world().packageIndex.folder).filter((file) => file.startsWith('faulty')),
      ).toHaveLength(1);
    });
  });

  test('a clock that is wrong is not taken for an expired key', async () => {
    const body =
      '<ErrorResponse><Error><Type>Sender</Type><Code>SignatureDoesNotMatch</Code><Message>Signature expired: 20260101T000000Z ' +
      'is now earlier than 20260101T001500Z (20260101T003000Z - 15 min.)</Message></Error></ErrorResponse>';
    const server = createServer((_, response) =>
      response.writeHead(403, { 'Content-Type': 'text/xml' }).end(body),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const place = folder();
    const { problem } = await runScript(
      inEnvironment({ AWS_ENDPOINT_URL: `http://127.0.0.1:${port}` }),
      place,
      'ecr-login.sh',
      { REGION: 'eu-north-1', REGISTRY: world().registry.host, IMAGE: 'none' },
    );
    server.close();
    expect(problem[0]).toContain('Signature expired');
    expect(problem[1]).toContain('The clock of this agent differs');
    expect(readdirSync(`${place}@tmp`)).toEqual([]);
  });

  describe('a name that nobody resolves', () => {
    const inputs = { REGION: 'eu-north-1', REGISTRY: 'registry.invalid', IMAGE: 'none' };
    test.each([
      ['of the registry', 'ecr-login.sh', inputs, {}, 'No login to registry.invalid', 'network and proxy'],
      [
        'of AWS',
        'ecr-login.sh',
        inputs,
        { AWS_ENDPOINT_URL: 'http://aws.invalid' },
        'AWS does not accept',
        'network and proxy',
      ],
      [
        'of the webhook',
        'notify.sh',
        { PAYLOAD: '{}', URL: 'http://webhook.invalid/' },
        {},
        'was not reached',
        'network and proxy',
      ],
      [
        'of the database',
        'database-wait.sh',
        { HOST: 'db.invalid', PORT: '5432', SECONDS: '2' },
        {},
        'db.invalid:5432',
        'database.host',
      ],
    ])('%s', async (_, script, given, variables, cause, remedy) => {
      const began = Date.now();
      const { problem } = await runScript(inEnvironment(variables), folder(), script, given);
      expect(problem[0]).toContain(cause);
      expect(problem.slice(1).join(' ')).toContain(remedy);
      expect(Date.now() - began).toBeLessThan(60_000);
    });
  });

  test('Trivy without a database, and with none to be had, says which', async () => {
    const place = folder();
    const context = folder();
    writeFileSync(join(context, 'Dockerfile'), 'FROM scratch\nCOPY Dockerfile /scanned\n');
    const { archive } = await buildImage(suite, context);
    const { PATH = '' } = world().environment;
    const scan = (inputs: { readonly [name: string]: string }) =>
      runScript(inEnvironment({ PATH: `${world().tools}:${PATH}` }), place, 'trivy-scan.sh', {
        ARCHIVE: archive,
        REPORTS: 'reports',
        IMAGE: toolImage('trivy', undefined),
        SEVERITY: ['HIGH'],
        SCANNERS: ['vuln'],
        IGNORE_UNFIXED: 'false',
        MINUTES: '5',
        ...inputs,
      });
    const early = await scan({ DATABASE: 'skipUpdate' });
    expect(early.problem).toEqual([
      'This machine has no database of vulnerabilities yet.',
      expect.stringContaining('set it to auto'),
    ]);
    const none = await scan({ DATABASE: 'auto', DATABASE_REPOSITORY: 'nowhere.invalid/trivy-db' });
    expect(none.problem[0]).toContain('The database of vulnerabilities was not downloaded');
    expect(none.problem[1]).toContain('trivy.databaseRepository');
  });
});

/** Writes a wheel whose bytes say what is in it. */
const makeWheel = `import sys, zipfile
with zipfile.ZipFile(sys.argv[1], 'w') as file:
    for name, text in {
        'faulty.py': sys.argv[2],
        'faulty-1.0.dist-info/METADATA': 'Metadata-Version: 2.1\\nName: faulty\\nVersion: 1.0\\n',
        'faulty-1.0.dist-info/WHEEL': 'Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n',
        'faulty-1.0.dist-info/RECORD': '',
    }.items():
        file.writestr(zipfile.ZipInfo(name), text)
`;
