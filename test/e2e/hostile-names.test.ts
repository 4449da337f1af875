/** Names that a shell, a registry or JSON would take for something else: the result is right, and nothing of them runs. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { logIn } from './base-image';
import { describeInWorld, tagsIn } from './in-world';
import { Service, type ServiceRun, type ServiceRunOptions } from './service';
import { barePython, callWith, pythonWith, writeSmallService } from './small-service';
import { nothing, Traces } from './traces';
import { run } from './world/commands';

const repository = 'hostile';

/** What a registry takes for a tag. */
const validTag = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;

describeInWorld('hostile names', (suite) => {
  let service: Service;
  let traces: Traces;
  let temporary: string;
  /** A file that is there once a name has run as a command. */
  let canary: string;
  /** Commands in every way that a shell knows, without the characters that Git refuses in names of branches. */
  let command: string;

  beforeAll(async () => {
    canary = join(suite.folder(), 'canary');
    command = `$(touch\${IFS}${canary})\`touch\${IFS}${canary}\`;touch\${IFS}${canary};'"&|<>${canary}`;
    await suite.world().aws.aws('ecr', 'create-repository', '--repository-name', repository);
    service = new Service(suite, (folder) =>
      writeSmallService(folder, {
        'require ments\'"$(x).txt': '',
        '-rf': '',
        'two\nlines "and" \'more\'.py': '',
        "con 'text'/-Dockerfile": 'FROM scratch\nCOPY . /\n',
        "con 'text'/two\nlines": 'kept',
        "con 'text'/--checkpoint=1": 'kept',
        "con 'text'/$(touch x);`y`": 'kept',
      }),
    );
    temporary = suite.folder();
    traces = await Traces.begin(suite.world(), service, temporary);
  });
  afterAll(() => traces.close());
  afterEach(async () => {
    expect(existsSync(canary)).toBe(false);
    expect(await traces.left()).toEqual(nothing);
  });

  const build = (call: string, options: ServiceRunOptions = {}): Promise<ServiceRun> =>
    service.run({ call, environment: { TMPDIR: temporary }, ...options });

  /** What the only notification since then says. */
  async function notification(): Promise<unknown> {
    const requests = await suite.world().notifications.requests();
    expect(requests).toHaveLength(1);
    return JSON.parse(requests[0]?.body ?? '');
  }

  /** Labels and files of an image in the registry. */
  async function imageAt(digest: string): Promise<{ labels: unknown; files: string }> {
    const { engine, registry } = suite.world();
    const image = `${registry.host}/${repository}@${digest}`;
    await engine.docker('--config', await logIn(suite), 'pull', '--quiet', image);
    const labels = await engine.docker('image', 'inspect', '--format={{json .Config.Labels}}', image);
    const container = await engine.docker('create', image, 'nothing');
    const archive = join(suite.folder(), 'files.tar');
    await engine.docker('export', '--output', archive, container);
    await engine.docker('rm', container);
    await engine.docker('image', 'rm', image);
    return {
      labels: JSON.parse(labels),
      files: await run('tar', ['--list', '--quoting-style=literal', '--file', archive]),
    };
  }

  test('of a branch, of its author, in its message and of its files', async () => {
    const { notifications, registry } = suite.world();
    const branch = `fix/ä@#%+,=]{}()!${command.replaceAll('//', '/')}`;
    service.git('checkout', '--quiet', '-b', branch);
    service.git(
      ...['commit', '--quiet', '--allow-empty', `--author=${command}\n"\\ <a@example.com>`],
      ...['--message', `${command}\n\n"quoted" \\" \${HOME} %s \u0007\n${command}`],
    );
    await notifications.forget();
    const { record, folder } = await build(
      callWith(
        {
          python: pythonWith('', `, requirements: "require ments'\\"\\$(x).txt"`),
          django: '[:]',
          sonar: '[:]',
          owasp: '[:]',
          image: `[context: "backend/con 'text'", dockerfile: '-Dockerfile', labels: [note: 'a "b" \\$(c)\\nd']]`,
          trivy: '[:]',
        },
        `ecrRepo: '${repository}', tags: ['build-commit', 'branch'], publish: [branches: ['*']]`,
      ),
    );
    expect({ result: record.result, failure: record.failure }).toEqual({ result: 'SUCCESS' });
    const tags = Object.keys(await tagsIn(suite.world(), repository));
    expect(tags.filter((tag) => validTag.test(tag))).toHaveLength(2);
    const commit = service.git('rev-parse', '--short=7', 'HEAD');
    const job = `gig-route/${encodeURIComponent(branch)}`;
    expect(await notification()).toEqual({
      status: 'SUCCESS',
      job,
      build: '1',
      image: `${registry.host}/${repository}`,
      tag: `1-${commit}`,
      url: `${pathToFileURL(folder).href}/`,
    });
    const release = JSON.parse(readFileSync(join(folder, 'archive/release.json'), 'utf8')) as {
      readonly job: string;
      readonly digest: string;
    };
    expect(release.job).toBe(job);
    const { labels, files } = await imageAt(release.digest);
    expect(labels).toMatchObject({ note: 'a "b" $(c)\nd', 'io.gig-ci.job': job });
    for (const file of ['-Dockerfile', 'two\nlines', '--checkpoint=1', '$(touch x);`y`']) {
      expect(`\n${files}\n`).toContain(`\n${file}\n`);
    }
  });

  test('of a Git tag that is a version, and of one that is none', async () => {
    const { aws } = suite.world();
    const tagsOf = async (tag: string): Promise<readonly string[]> => {
      const name = `hostile-${tag.length}`;
      await aws.aws('ecr', 'create-repository', '--repository-name', name);
      service.git('tag', tag);
      const call = callWith(
        { image: '[:]' },
        `ecrRepo: '${name}', tags: ['semver', 'build', 'branch'], notify: false`,
      );
      const { record } = await build(call, { scenario: { tag } });
      expect({ result: record.result, failure: record.failure }).toEqual({ result: 'SUCCESS' });
      return Object.keys(await tagsIn(suite.world(), name)).sort();
    };
    expect(await tagsOf('v1.2.3+build.7')).toEqual([
      '1',
      '1.2.3_build.7',
      expect.stringMatching(/^v1\.2\.3-build\.7-[0-9a-z]{6}$/),
    ]);
    const none = await tagsOf(`v${command.replaceAll('//', '/')}`);
    expect(none).toEqual(['1', expect.stringMatching(validTag)]);
  });

  test('of an app: refused before anything runs', async () => {
    const apps = ['-rf', '../users', 'a b', '$(touch x)', "a';x", 'ä'];
    const list = apps.map((app) => `'${app.replaceAll("'", "\\'")}'`).join(', ');
    const { record } = await build(
      callWith({ python: barePython, django: '[:]' }, `ecrRepo: '${repository}', apps: [${list}]`),
    );
    expect(record.result).toBe('FAILURE');
    for (const app of apps) expect(record.failure?.message).toContain(app);
    expect(record.stages).toEqual([]);
  });
});
