/** `gigRouterPipeline` called from a `node` that holds an agent already. */
import { describePipeline, lineWith, notified, published } from './router-pipeline';

jest.setTimeout(60_000);

/** The agents that are taken: `agent-1` has the labels `agent-1 linux docker`. */
const inside = (label: string, parameters: string): string => `node('${label}') { ${lineWith(parameters)} }`;

describePipeline('gigRouterPipeline inside node', (pipeline) => {
  test.each([
    ['no label', 'tests: [:]'],
    ['the label of that agent', "agent: [label: 'linux']"],
    ['the name of that agent', "agent: [label: 'agent-1']"],
  ])('takes no second agent where it wants %s', async (_what, parameters) => {
    const record = await pipeline.run(inside('linux', parameters));
    expect(record.result).toBe('SUCCESS');
    expect(record.events.filter(({ operation }) => operation === 'node')).toHaveLength(1);
    expect(published(record)).toEqual(['package', 'image', 'image']);
    expect(notified(record)).toEqual(['SUCCESS']);
  });

  test('takes another one where it wants what that one may not be, and says so', async () => {
    const record = await pipeline.run(inside('linux', "agent: [label: 'linux && docker']"));
    expect(record.result).toBe('SUCCESS');
    expect(record.events.filter(({ operation }) => operation === 'node')).toHaveLength(2);
    expect(record.log).toContain(
      'Another agent is taken: agent.label is linux && docker, and agent-1 has the labels agent-1 linux docker. Both are held until the end.',
    );
  });

  test('an abort is announced from the agent that is held', async () => {
    const call = inside('linux', 'tests: [:]');
    const { events } = pipeline.runDirect(call);
    const abortAtStep =
      1 +
      events.findIndex(
        ({ operation, arguments: { label } }) => operation === 'sh' && label === 'run-tests.sh',
      );
    const record = await pipeline.run(call, { abortAtStep });
    expect(record.result).toBe('ABORTED');
    expect(record.events.filter(({ operation }) => operation === 'node')).toHaveLength(1);
    expect(notified(record)).toEqual(['ABORTED']);
  });

  test('a lost agent ends the build, which another agent announces', async () => {
    const call = inside('linux', 'tests: [:]');
    const { events } = pipeline.runDirect(call);
    const agentLostAtStep =
      1 +
      events.findIndex(
        ({ operation, arguments: { label } }) => operation === 'sh' && label === 'run-tests.sh',
      );
    const record = await pipeline.run(call, { agentLostAtStep });
    expect(record.result).toBe('ABORTED');
    expect(published(record)).toEqual([]);
    expect(notified(record)).toEqual(['ABORTED']);
  });

  test('a dry run takes none', async () => {
    const record = await pipeline.run(inside('linux', 'options: [dryRun: true]'));
    expect(record.log.filter((line) => line.includes('would run node'))).toEqual([]);
  });
});
