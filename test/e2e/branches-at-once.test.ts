/** Builds of several branches at once on one machine: each has what is its own, and none touches what the others have. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeInWorld, tagsIn } from './in-world';
import { Service, type ServiceRun } from './service';
import { callWith, pythonWithDatabase, writeSmallService } from './small-service';
import { nothing, Traces } from './traces';

/** Stands in for pytest: keeps something in its database, and looks for it again once all builds have done so. */
const pytest = `import os, pathlib, sys, time
import psycopg
own = [(os.environ['JOB_NAME'],)]
reach = {name: os.environ['DB_' + name.upper()] for name in ('host', 'port', 'user')}
with psycopg.connect(**reach, password=os.environ['DB_PASS'], dbname=os.environ['DB_NAME'], autocommit=True) as database:
    database.execute('create table builds (job text)')
    database.execute('insert into builds values (%s)', own[0])
    print('tests wait:', os.environ['DB_PORT'], os.environ['WORKSPACE'], flush=True)
    while not pathlib.Path(os.environ['MEETING'], 'go').exists():
        time.sleep(0.1)
    if database.execute('select job from builds').fetchall() != own:
        sys.exit(1)
os.mkdir('htmlcov')
for name in ['htmlcov/index.html', 'coverage.xml']:
    pathlib.Path(name).write_text('<coverage/>')
report = next(word.removeprefix('--junitxml=') for word in sys.argv if word.startswith('--junitxml='))
pathlib.Path(report).write_text('<testsuite><testcase classname="own" name="rows"/></testsuite>')
`;

/** A docker that comes back from loading an image when all builds have loaded theirs. */
const docker = `#!/bin/bash
PATH=\${PATH#*:}
docker "$@" || exit
if [[ $1 == load ]]; then
  : >"$MEETING/loaded-$BASHPID"
  for ((attempt = 0; attempt < 600; attempt++)); do
    loaded=("$MEETING"/loaded-*)
    ((\${#loaded[@]} < 3)) || exit 0
    sleep 0.1
  done
  exit 1
fi
`;

const repository = 'neighbours';
const groups = {
  python: pythonWithDatabase,
  django: '[:]',
  tests: '[:]',
  image: '[:]',
  trivy: '[:]',
};
const call = (database: string): string =>
  callWith(
    { database, ...groups },
    `ecrRepo: '${repository}', tags: ['build-commit', 'branch'], publish: [branches: ['*']]`,
  );

/** A branch with the folder where it is checked out. The last two are at the same commit. */
interface Branch {
  readonly name: string;
  readonly tree: string;
}

/** What `release.json` says. */
interface Release {
  readonly image: string;
  readonly id: string;
  readonly digest: string;
  readonly commit: string;
}

/** A build that waits in its tests. */
interface Waiting {
  readonly port: string;
  readonly workspace: string;
}

describeInWorld('builds of three branches at once', (suite) => {
  let service: Service;
  let traces: Traces;
  let branches: readonly Branch[];
  let commits: readonly string[];
  let finished: readonly ServiceRun[];
  let refused: ServiceRun;
  const waiting: Waiting[] = [];
  let databases: readonly string[];

  beforeAll(async () => {
    const { engine, aws, environment } = suite.world();
    await aws.aws('ecr', 'create-repository', '--repository-name', repository);
    service = new Service(suite, (folder) => writeSmallService(folder, { 'pytest.py': pytest }));
    const branch = (name: string): Branch => {
      const tree = join(suite.folder(), 'gig-route');
      service.git('worktree', 'add', '--quiet', '-b', name, tree);
      return { name, tree };
    };
    const others = [branch('fix/one'), branch('fix/two')];
    const older = service.git('rev-parse', 'HEAD');
    commits = [service.commit(), older, older];
    branches = [{ name: 'main', tree: service.repository }, ...others];
    const temporary = suite.folder();
    traces = await Traces.begin(suite.world(), service, temporary);

    const meeting = suite.folder();
    const programs = join(meeting, 'programs');
    mkdirSync(programs);
    writeFileSync(join(programs, 'docker'), docker, { mode: 0o755 });
    const path = `${programs}:${environment['PATH'] ?? ''}:${suite.world().tools}`;
    let allWait = (): void => undefined;
    const met = new Promise<void>((resolve) => (allWait = resolve));
    const build = ({ tree }: Branch, database = '[:]'): Promise<ServiceRun> =>
      service.run({
        call: call(database),
        tree,
        environment: { PATH: path, MEETING: meeting, TMPDIR: temporary },
        listener: (progress) => {
          const said = progress.kind === 'line' ? /^tests wait: (\d+) (.*)$/.exec(progress.text) : null;
          if (said !== null) waiting.push({ port: said[1] ?? '', workspace: said[2] ?? '' });
          if (waiting.length === 3) allWait();
        },
      });
    const running = Promise.all(branches.map((each) => build(each)));
    // Where one ends before its tests, the results say why.
    await Promise.race([met, running]);
    const format = '--format={{.Label "io.gig-ci.build"}} {{.Ports}}';
    const containers = (await engine.docker('ps', format)).split('\n');
    databases = containers.filter((line) => line.includes(service.state));
    // One more comes, and wants a port that one of them has.
    refused = await build(branch('fix/three'), `[port: ${waiting[0]?.port ?? '1'}]`);
    writeFileSync(join(meeting, 'go'), '');
    finished = await running;
  });
  afterAll(() => traces.close());

  const kept = ({ folder }: ServiceRun, path: string): unknown =>
    JSON.parse(readFileSync(join(folder, 'archive', path), 'utf8'));

  test('succeed, each with a database and a workspace of its own', () => {
    expect(finished.map(({ record }) => [record.result, record.failure])).toEqual(
      branches.map(() => ['SUCCESS', undefined]),
    );
    expect(new Set(waiting.map(({ workspace }) => workspace)).size).toBe(3);
    expect(waiting.map(({ port }) => port).sort()).toEqual(
      databases.map((line) => /127\.0\.0\.1:(\d+)->5432/.exec(line)?.[1]).sort(),
    );
    expect(new Set(databases.map((line) => line.split(' ')[0])).size).toBe(3);
  });

  test('push what each has scanned, under the tag of its branch', async () => {
    const releases = finished.map((run) => kept(run, 'release.json') as Release);
    const scanned = finished.map(
      (run) => kept(run, 'trivy-report/trivy.json') as { readonly Metadata: { readonly ImageID: string } },
    );
    const ids = scanned.map(({ Metadata }) => Metadata.ImageID);
    // Also those of the same commit: their labels name their jobs.
    expect(new Set(ids).size).toBe(3);
    // Of two at the same commit, the later one may take what the other has pushed meanwhile.
    const [, one, two] = releases;
    const same = one?.digest === two?.digest;
    const expected = releases.map(({ image, digest }, index) => [
      ids[index],
      ...(same && index > 0 ? [`${image}@${digest}`] : []),
    ]);
    releases.forEach(({ id }, index) => expect(expected[index]).toContain(id));
    expect(releases.map(({ commit }) => commit)).toEqual(commits);
    const tags = await tagsIn(suite.world(), repository);
    const named = branches.map(({ name }) => {
      const tag = Object.keys(tags).find((each) => each.startsWith(name.replace('/', '-')));
      return tags[tag ?? ''];
    });
    expect(named).toEqual(releases.map(({ digest }) => digest));
  });

  test('and one that wants a port that another has is told so, and disturbs nobody', () => {
    expect(refused.record.result).toBe('FAILURE');
    expect(refused.record.failure?.message).toContain(
      `The port ${waiting[0]?.port ?? ''} for the database is in use on this machine.`,
    );
    expect(refused.record.failure?.message).toContain('leave database.port out');
  });

  test('nothing of them is left', async () => {
    expect([...finished, refused].flatMap(({ left }) => left)).toEqual([]);
    expect(await traces.left()).toEqual(nothing);
    expect(existsSync(join(service.state, 'workspace'))).toBe(true);
  });
});
