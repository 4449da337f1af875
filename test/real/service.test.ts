/**
 * The service of the example without Docker: tests on PostgreSQL, its package in an index, a notification. The whole
 * pipeline is `npm run test:e2e`.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runReal, type RealPipelineResult } from '../../src/testing/run-real';
import { copyExampleService } from '../e2e/example-service';
import { startPackageIndex, type PackageIndex } from '../e2e/world/package-index';
import { postgresPrograms, startPostgres } from '../e2e/world/postgres';
import { pythonPrograms } from '../e2e/world/python';
import { startServer, type ObedientServer } from '../e2e/world/servers';
import { Teardown } from '../e2e/world/teardown';
import { gitIn } from '../support/git';

const root = join(__dirname, '..', '..');
const has = (program: string, ...words: string[]): boolean => spawnSync(program, words).status === 0;

const missing = [
  ...(postgresPrograms() === undefined ? ['postgresql'] : []),
  ...(has('python3', '-c', 'import ensurepip, venv') ? [] : ['python3-venv']),
  ...(has('setpriv', '--version') ? [] : ['util-linux']),
];
if (missing.length > 0) {
  process.stderr.write(`\nThe run of the example is skipped: this machine lacks ${missing.join(', ')}.\n`);
}

(missing.length === 0 ? describe : describe.skip)('the service of the example, on this machine', () => {
  const teardown = new Teardown();
  let repository: string;
  let state: string;
  let packageIndex: PackageIndex;
  let notifications: ObedientServer;
  let finished: RealPipelineResult;

  beforeAll(async () => {
    const place = mkdtempSync(join(tmpdir(), 'gig-ci-service-'));
    teardown.add(place, () => rmSync(place, { recursive: true, force: true }));
    // The server is another user, whose folder is below.
    execFileSync('chmod', ['711', place]);
    const login = { username: 'publisher', password: 'canary-7Zq' };
    const postgres = await startPostgres(place, teardown);
    packageIndex = await startPackageIndex(
      await pythonPrograms(),
      'python-backend-app',
      login,
      place,
      teardown,
    );
    const program = 'stand-ins/notification-sink/server.py';
    const sink = { name: 'notifications', python: 'python3', program, args: [] };
    notifications = await startServer(sink, place, teardown);

    repository = join(place, 'gig-route');
    state = join(place, 'state');
    mkdirSync(repository);
    const example = join(repository, 'examples', 'gig-route');
    copyExampleService(join(example, 'backend'));
    const jenkinsfile = join(example, 'tests.jenkinsfile');
    const text = readFileSync(join(root, 'examples/gig-route/tests.jenkinsfile'), 'utf8');
    const database = `database: [host: '127.0.0.1', port: ${postgres.port}]`;
    // With this PostgreSQL in place of a container's, and an index for the package.
    writeFileSync(jenkinsfile, text.replace('nexus: false', database));
    gitIn(repository, 'init', '--quiet', '--initial-branch', 'main');
    gitIn(repository, 'add', '--all');
    gitIn(repository, 'commit', '--quiet', '--message', 'service');
    finished = await runReal({
      projectFolder: root,
      jenkinsfile,
      scenario: {},
      world: 'direct',
      keepWorkspace: false,
      environment: {
        ...process.env,
        GIG_CI_STATE: state,
        NEXUS_URL: packageIndex.url,
        GIG_NOTIFY_URL: `http://127.0.0.1:${notifications.port}/webhook/builds`,
        GIG_CREDENTIALS: JSON.stringify({
          credentials: { 'nexus-cred': { type: 'usernamePassword', ...login } },
        }),
      },
    });
  }, 300_000);
  afterAll(() => teardown.run());

  test('succeeds, and says which stages had nothing to do', () => {
    const { result, failure, stages } = finished.record;
    expect({ result, failure }).toEqual({ result: 'SUCCESS', failure: undefined });
    expect(stages.filter(({ skipped }) => skipped !== undefined).map(({ name }) => name)).toEqual([
      'SonarQube Analysis',
      'SonarQube Quality Gate',
      'OWASP Dependency Check',
      'Kaniko Build (to tar)',
      'Load Image for Trivy Scan',
      'Trivy Security Scan',
      'Push to ECR',
    ]);
  });

  test('its tests ran on PostgreSQL, with the migrations that were missing', () => {
    const junit = finished.record.events.find(({ operation }) => operation === 'junit');
    expect(junit?.outcome).toEqual({
      kind: 'value',
      value: { totalCount: 13, passCount: 13, failCount: 0, skipCount: 0 },
    });
    expect(readFileSync(join(finished.run.folder, 'archive/migrations.patch'), 'utf8')).toContain(
      'venues/migrations/0002_venue_step_free.py',
    );
  });

  test('the index has its package, wheel and sdist', () => {
    const files = readdirSync(packageIndex.folder).map((name) => name.replace(/[\d.]+(?=-py3|\.tar)/, 'N'));
    expect(files.sort()).toEqual(['gig_router_backend-N-py3-none-any.whl', 'gig_router_backend-N.tar.gz']);
  });

  test('one notification arrived, and nothing is left', async () => {
    const requests = await notifications.requests();
    expect(requests.map(({ body }): unknown => JSON.parse(body))).toEqual([
      expect.objectContaining({ status: 'SUCCESS', job: 'gig-route/main', build: '1' }),
    ]);
    expect(finished.left).toEqual([]);
    expect(readdirSync(join(state, 'workspace'))).toEqual([]);
    expect(finished.record.log.join('\n')).not.toContain('canary-7Zq');
  });
});
