/** A short campaign with fixed seeds: as many programs as fit into its time. `npm run fuzz` is the long one. */
import { startEngine, type Engine } from '../../src/engine';
import { describeWithJava } from '../support/java';
import { add, examineAt, nothingYet } from './run/campaign';
import { report } from './run/report';

const seeds = [1, 2, 3];
const millisecondsPerSeed = 10_000;
const firstStart = 300_000;

describeWithJava('programs of the fuzzer', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await startEngine();
  }, firstStart);
  afterAll(() => engine.close());

  test.each(seeds)(
    'mean the same in all worlds, seed %i',
    async (seed) => {
      const reports: string[] = [];
      let totals = nothingYet;
      const until = Date.now() + millisecondsPerSeed;
      for (let batch = 0; batch === 0 || Date.now() < until; batch++) {
        const examination = await examineAt(engine, { seed, batch });
        totals = add(totals, examination);
        reports.push(
          ...examination.findings.map((finding) =>
            report(finding, `npm run fuzz -- --seed ${seed} --batch ${batch}`),
          ),
        );
      }
      expect(reports.join('\n\n')).toBe('');
      // Few enough that the rest is a test: 2 %, or one more where that is no whole number.
      expect(totals.refused).toBeLessThanOrEqual(Math.ceil(totals.programs * 0.02));
      expect(totals.programs).toBeGreaterThan(0);
    },
    120_000,
  );
});
