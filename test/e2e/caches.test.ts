/** What a second build of a service takes from the first: layers, packages, databases. */
import { join } from 'node:path';
import type { RunRecord } from '../../src/simulator/record';
import { describeInWorld } from './in-world';
import { Service } from './service';

const call = `gigRouterPipeline(
  ecrRepo: 'gig-route-backend', image: [cache: 'local'],
  database: false, django: false, tests: false, sonar: false, nexus: false, publish: false
)`;
const cachingStages = [
  'Setup Python',
  'OWASP Dependency Check',
  'Kaniko Build (to tar)',
  'Trivy Security Scan',
];

/** Seconds that the stages took which have something to keep. */
function secondsOf({ stages }: RunRecord): readonly number[] {
  return cachingStages.map((name) => {
    const stage = stages.find((each) => each.name === name);
    return stage === undefined ? NaN : (stage.ended - stage.began) / 1000;
  });
}

describeInWorld('a second build', (suite) => {
  test('takes the layers, packages and databases of the first', async () => {
    const service = new Service(suite);
    const caches = suite.folder();
    const environment = { XDG_CACHE_HOME: caches, PIP_CACHE_DIR: join(caches, 'pip') };
    const first = (await service.run({ call, environment })).record;
    const second = (await service.run({ call, environment })).record;
    expect([first.result, second.result]).toEqual(['SUCCESS', 'SUCCESS']);
    const foundLayer = [first, second].map(({ log }) =>
      log.some((line) => line.includes('Found cached layer')),
    );
    expect(foundLayer).toEqual([false, true]);

    const [before, after] = [secondsOf(first), secondsOf(second)];
    const sum = (times: readonly number[]): number => times.reduce((total, each) => total + each, 0);
    const stages = cachingStages.map(
      (name, index) => `${name} ${before[index]?.toFixed(1)} s, then ${after[index]?.toFixed(1)} s`,
    );
    process.stderr.write(
      `The second build took ${(sum(after) / sum(before)).toFixed(2)} of the first where something is kept: ${stages.join('; ')}.\n`,
    );
  });
});
