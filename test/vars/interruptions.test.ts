/** An abort, or the loss of the agent, at every single step of a run. */
import type { RunRecord } from '../../src/simulator/record';
import type { Scenario } from '../../src/simulator/scenario';
import { thorough } from '../support/thorough';
import { answering, held, lineWith, notified, published, describePipeline } from './router-pipeline';

/** Everything on that is acquired and released. */
const everything =
  "django: [secretEnv: [API_KEY: 'NVD_API_KEY']], image: [cache: 'registry', cacheRepo: 'cache.example.com/layers']";

/** In Node all; on the engine every step would take minutes. */
const stride = thorough(1, 13);

/** What is wrong with a run that was aborted at a step. */
function objections(record: RunRecord, aborted: number): string[] {
  const later = record.events.slice(aborted).flatMap(({ effects }) => effects?.publishes ?? []);
  return [
    record.result === 'ABORTED' ? '' : `result ${record.result}`,
    notified(record).at(-1) === 'ABORTED' ? '' : `notified ${JSON.stringify(notified(record))}`,
    held(record).length === 0 ? '' : `not released: ${held(record).join(', ')}`,
    later.length === 0 ? '' : `published afterwards: ${later.join(', ')}`,
  ].filter((objection) => objection !== '');
}

describePipeline('gigRouterPipeline', (pipeline) => {
  // Hundreds of runs in a test. Here, because the suite of a world has set its own limit before.
  jest.setTimeout(600_000);

  async function abortEverywhere(call: string, scenario: Scenario): Promise<string[]> {
    const { events } = pipeline.runDirect(call, scenario);
    const found: string[] = [];
    for (let step = 1; step <= events.length; step++) {
      const aborted = { ...scenario, abortAtStep: step };
      const isSample = step % stride === 1 % stride;
      const record = isSample ? await pipeline.run(call, aborted) : pipeline.runDirect(call, aborted);
      const place = `${step} ${events[step - 1]?.operation ?? ''}`;
      found.push(...objections(record, step).map((objection) => `${place}: ${objection}`));
    }
    return found;
  }

  test.each(['false', 'true'])(
    'aborted at any step, it releases everything, publishes nothing more and says so; options.parallel: %s',
    async (parallel) => {
      expect(await abortEverywhere(lineWith(`${everything}, options: [parallel: ${parallel}]`), {})).toEqual(
        [],
      );
    },
  );

  test('the same for a build that fails, and for one that finds its image in the registry', () => {
    const revision = 'a3f5c21d9b7e4f60812c3d5a6b7e8f9012345678';
    const scenarios: Scenario[] = [
      { commands: [{ command: 'trivy-scan.sh', exit: 1 }] },
      answering('ecr-inspect.sh', { present: true, revision, digest: 'sha256:0f4b' }),
    ];
    for (const scenario of scenarios) {
      const { events } = pipeline.runDirect(lineWith(everything), scenario);
      const found = events.flatMap((_event, index) =>
        objections(
          pipeline.runDirect(lineWith(everything), { ...scenario, abortAtStep: index + 1 }),
          index + 1,
        ),
      );
      // A build that has failed already stays failed when the abort hits what is left to do: the notification.
      expect(found.filter((objection) => !objection.startsWith('result FAILURE'))).toEqual([]);
    }
  });

  test('when the agent is lost, a second attempt follows, unless publishing had begun', async () => {
    const { events } = pipeline.runDirect();
    const firstPublication = events.findIndex(({ operation }) => operation === 'milestone');
    const check = (record: RunRecord, lost: number): void => {
      const isLate = lost > firstPublication;
      expect({ lost, outcome: notified(record).at(-1), result: record.result }).toEqual({
        lost,
        outcome: record.result === 'SUCCESS' ? 'SUCCESS' : 'FAILED',
        result: isLate ? expect.stringMatching(/^(SUCCESS|FAILURE)$/) : 'SUCCESS',
      });
      expect(published(record).length).toBeLessThanOrEqual(3);
    };
    for (let lost = 1; lost <= events.length; lost++) {
      check(pipeline.runDirect(undefined, { agentLostAtStep: lost }), lost);
    }
    for (let lost = 5; lost <= events.length; lost += thorough(15, 40)) {
      check(await pipeline.run(undefined, { agentLostAtStep: lost }), lost);
    }
  });

  test.each([
    [0, 'ABORTED', 1],
    [1, 'SUCCESS', 2],
    [3, 'SUCCESS', 2],
  ])('agent.retries: %i, and one agent is lost', async (retries, result, agents) => {
    const call = lineWith(`agent: [retries: ${retries}], options: [parallel: true]`);
    const { events } = pipeline.runDirect(call);
    const scan = events.findIndex(({ arguments: { label } }) => label === 'owasp-check.sh');
    const record = await pipeline.run(call, { agentLostAtStep: scan + 1 });
    const retry = record.events.find(({ operation }) => operation === 'retry');
    expect(retry?.arguments).toMatchObject({ count: retries + 1 });
    expect(record.result).toBe(result);
    const pipelines = record.events.filter(
      ({ operation, thread }) => operation === 'node' && thread.includes(`/${retry?.sequence ?? ''}.`),
    );
    expect(pipelines).toHaveLength(agents);
    expect(notified(record)).toEqual([result]);
    expect(published(record)).toHaveLength(result === 'SUCCESS' ? 3 : 0);
  });
});
