/** Gates with something to find, and a database that dies: what becomes of the build, and that nothing bad is published. */
import { describeInWorld } from './in-world';
import { Service } from './service';
import { callWith, writeSmallService } from './small-service';
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

describeInWorld('gates', (suite) => {
  let service: Service;
  let count = 0;
  beforeAll(() => {
    service = new Service(suite, (folder) =>
      writeSmallService(folder, {
        'Dockerfile.vulnerable': `FROM ${pythonImage}\nRUN pip install ${vulnerablePackage}\n`,
        'pytest.py': pytest,
      }),
    );
  });

  /** Runs groups of the pipeline with a repository of their own. @returns how it ended, and the tags that were pushed */
  async function run(groups: Parameters<typeof callWith>[0]) {
    count += 1;
    const name = `gates-${count}`;
    const { aws } = suite.world().aws;
    await aws('ecr', 'create-repository', '--repository-name', name);
    const { record } = await service.run({ call: callWith(groups, `ecrRepo: '${name}', tags: ['build']`) });
    const { imageIds } = (await aws('ecr', 'list-images', '--repository-name', name)) as {
      readonly imageIds: readonly unknown[];
    };
    return {
      result: record.result,
      published: imageIds.length,
      said: record.failure?.message ?? record.log.join('\n'),
    };
  }

  const finding = 'Trivy found 1 problems of severity HIGH, CRITICAL in the image: see trivy-report.';
  test.each([
    ['report', 'SUCCESS', 1],
    ['unstable', 'UNSTABLE', 0],
    ['fail', 'FAILURE', 0],
  ])('of Trivy: %s', async (gate, result, published) => {
    const image = "[dockerfile: 'Dockerfile.vulnerable', cache: 'local']";
    const ran = await run({ image, trivy: `[gate: '${gate}']` });
    expect(ran).toEqual({ result, published, said: expect.stringContaining(finding) });
  });

  describe('of SonarQube', () => {
    beforeAll(() => suite.world().sonarQube.judge({ gate: 'ERROR' }));
    afterAll(() => suite.world().sonarQube.judge({ gate: 'OK', answers: true }));

    test.each([
      ['report', 'SUCCESS', 1],
      ['unstable', 'UNSTABLE', 0],
      ['abort', 'FAILURE', 0],
    ])('%s', async (gate, result, published) => {
      const ran = await run({ image: '[:]', sonar: `[gate: '${gate}']` });
      expect(ran).toEqual({ result, published, said: expect.stringContaining('The quality gate failed.') });
    });

    test('that never answers is a failure after the time that was asked for', async () => {
      await suite.world().sonarQube.judge({ answers: false });
      const began = Date.now();
      const { result, said } = await run({ sonar: "[wait: 'poll', timeoutMinutes: 1]" });
      expect(result).toBe('FAILURE');
      expect(said).toContain('SonarQube has not processed the analysis yet: look at its background tasks');
      expect(Date.now() - began).toBeLessThan(100_000);
    });
  });

  test('a database that dies in the tests is named as the cause', async () => {
    const { engine } = suite.world();
    const { record } = await service.run({
      call: callWith({ database: '[:]', python: "[testPackages: ['psycopg[binary]==3.3.9']]", tests: '[:]' }),
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
});
