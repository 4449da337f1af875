/** Gates with something to find, and a database that dies: what becomes of the build, and that nothing bad is published. */
import { describeInWorld, tagsIn } from './in-world';
import { Service } from './service';
import { callWith, pythonWithDatabase, writeSmallService } from './small-service';
import { pythonImage, vulnerablePackage } from './world/images';

/** Stands in for pytest, whose tests need the database: ends when that does. */
const pytest = `import os, socket, sys, time
print('pytest begins', flush=True)
try:
    while True:
        socket.create_connection((os.environ['DB_HOST'], int(os.environ['DB_PORT']))).close()
        time.sleep(0.2)
except OSError:
    sys.exit(1)
`;

/** How a build ended. */
interface Ran {
  readonly result: string;
  readonly milliseconds: number;
  /** How many tags it pushed. */
  readonly published: number;
  /** Why it failed, else its log. */
  readonly said: string;
}

describeInWorld('gates', (suite) => {
  let service: Service;
  let count = 0;
  /** Two builds whose quality gate nobody answers: they wait for a minute, in which others run. */
  let silent: Promise<readonly Ran[]>;
  beforeAll(async () => {
    service = new Service(suite, (folder) =>
      writeSmallService(folder, {
        'Dockerfile.vulnerable': `FROM ${pythonImage}\nRUN pip install ${vulnerablePackage}\n`,
        'pytest.py': pytest,
        'vendor/sqlparse-0.4.4.dist-info/METADATA': 'Metadata-Version: 2.1\nName: sqlparse\nVersion: 0.4.4\n',
      }),
    );
    await suite.world().sonarQube.judge({ answers: false });
    silent = Promise.all(
      ['poll', 'auto'].map((wait) => run({ sonar: `[wait: '${wait}', timeoutMinutes: 1]` })),
    );
    silent.catch(() => 'The test that waits for them says it.');
  });

  afterAll(() => Promise.allSettled([silent]));

  /** Runs groups of the pipeline with a repository of their own. @returns how it ended, and the tags that were pushed */
  async function run(groups: Parameters<typeof callWith>[0]): Promise<Ran> {
    count += 1;
    const name = `gates-${count}`;
    const { aws } = suite.world().aws;
    await aws('ecr', 'create-repository', '--repository-name', name);
    const { record } = await service.run({ call: callWith(groups, `ecrRepo: '${name}', tags: ['build']`) });
    const tags = await tagsIn(suite.world(), name);
    return {
      result: record.result,
      milliseconds: record.duration,
      published: Object.keys(tags).length,
      said: record.failure?.message ?? record.log.join('\n'),
    };
  }

  const finding = 'Trivy found 1 problem of severity HIGH, CRITICAL in the image: see trivy-report.';
  test.each([
    ['report', 'SUCCESS', 1],
    ['unstable', 'UNSTABLE', 0],
    ['fail', 'FAILURE', 0],
  ])('of Trivy: %s', async (gate, result, published) => {
    const image = "[dockerfile: 'Dockerfile.vulnerable', cache: 'local']";
    const ran = await run({ image, trivy: `[gate: '${gate}']` });
    expect(ran).toMatchObject({ result, published, said: expect.stringContaining(finding) });
  });

  // The score of what is installed there is 7.5.
  test.each([
    [7.5, 'FAILURE', 0],
    [7.6, 'SUCCESS', 1],
  ])('of OWASP: from a score of %d on', async (score, result, published) => {
    const ran = await run({ owasp: `[failOnCvss: ${score}]`, image: '[:]' });
    const message = `A dependency has a vulnerability with a score of ${score} or more`;
    const said =
      result === 'FAILURE' ? expect.stringContaining(message) : expect.not.stringContaining(message);
    expect(ran).toMatchObject({ result, published, said });
  });

  test('a database that dies in the tests is named as the cause', async () => {
    const { engine } = suite.world();
    const { record } = await service.run({
      call: callWith({ database: '[:]', python: pythonWithDatabase, tests: '[:]' }),
      listener: (progress) => {
        if (progress.kind !== 'line' || progress.text !== 'pytest begins') return;
        void (async () => {
          const format = '--format={{.ID}} {{.Label "io.gig-ci.build"}}';
          const running = (await engine.docker('ps', format)).split('\n');
          const own = running.find((line) => line.includes(service.state)) ?? '';
          await engine.docker('kill', own.split(' ')[0] ?? '');
        })();
      },
    });
    expect(record.result).toBe('FAILURE');
    expect(record.failure?.message).toMatch(
      /The database on 127\.0\.0\.1:\d+ answers no more: it ended while the tests ran\./,
    );
    expect(record.log.join('\n')).toContain('The database ended by itself, with code 137. Its last lines:');
    expect(record.log.join('\n')).toContain('ready to accept connections');
  });

  test('of SonarQube: one that never answers is a failure after the time that was asked for', async () => {
    const ended = await silent;
    await suite.world().sonarQube.judge({ answers: true });
    expect(ended.map(({ result }) => result)).toEqual(['FAILURE', 'FAILURE']);
    expect(ended[0]?.said).toContain(
      'SonarQube has not processed the analysis yet: look at its background tasks',
    );
    expect(ended[1]?.said).toContain('it must call the webhook of Jenkins');
    for (const { milliseconds } of ended) expect(milliseconds).toBeLessThan(100_000);
  });

  describe('of SonarQube', () => {
    beforeAll(() => suite.world().sonarQube.judge({ gate: 'ERROR' }));
    afterAll(() => suite.world().sonarQube.judge({ gate: 'OK' }));

    test.each([
      ['report', 'SUCCESS', 1],
      ['unstable', 'UNSTABLE', 0],
      ['abort', 'FAILURE', 0],
    ])('%s', async (gate, result, published) => {
      const ran = await run({ image: '[:]', sonar: `[gate: '${gate}']` });
      expect(ran).toMatchObject({
        result,
        published,
        said: expect.stringContaining('The quality gate failed.'),
      });
    });

    test('whose webhook is lost is asked: the build has its verdict, and soon', async () => {
      const { sonarQube } = suite.world();
      // Nobody listens there.
      await sonarQube.judge({ gate: 'OK', webhook: 'http://127.0.0.1:9/sonarqube-webhook/' });
      const { result, said, milliseconds } = await run({ sonar: '[:]' });
      await sonarQube.judge({ webhook: '' });
      expect({ result, judged: said.includes("Quality gate is 'OK'") }).toEqual({
        result: 'SUCCESS',
        judged: true,
      });
      expect(milliseconds).toBeLessThan(60_000);
    });
  });
});
