/** `options.parallel`: the three legs between the tests and the first thing that is published. */
import type { RunRecord, StageRecord } from '../../src/simulator/record';
import {
  answering,
  describePipeline,
  failing,
  held,
  lineWith,
  notified,
  published,
  stageNames,
} from './router-pipeline';

jest.setTimeout(60_000);

const sideBySide = lineWith('options: [parallel: true]');

const legs = {
  SonarQube: ['SonarQube Analysis', 'SonarQube Quality Gate'],
  OWASP: ['OWASP Dependency Check'],
  Image: ['Kaniko Build (to tar)', 'Load Image for Trivy Scan', 'Trivy Security Scan'],
} as const;

function stageOf({ stages }: RunRecord, name: string): StageRecord {
  const stage = stages.find((candidate) => candidate.name === name);
  if (stage === undefined) throw new Error(`no stage ${name}`);
  return stage;
}

const messageOf = ({ failure }: RunRecord): string => (failure?.kind === 'error' ? failure.message : '');

describePipeline('options.parallel', (pipeline) => {
  test('the legs begin together after the tests, each in its order, and are joined before anything is published', async () => {
    const record = await pipeline.run(sideBySide);
    expect(record.result).toBe('SUCCESS');
    expect(record.stages.map(({ name }) => name).sort()).toEqual([...stageNames].sort());
    const tested = stageOf(record, 'Run All Tests').ended;
    const ends = Object.values(legs).map((names) => {
      const stages = names.map((name) => stageOf(record, name));
      expect(stages.map(({ began }) => began).sort((a, b) => a - b)).toEqual(
        stages.map(({ began }) => began),
      );
      return stages.at(-1)?.ended ?? 0;
    });
    const begins = Object.values(legs).map(([first]) => stageOf(record, first).began);
    expect(new Set(begins).size).toBe(1);
    expect(begins[0]).toBeGreaterThanOrEqual(tested);
    const publishing = stageOf(record, 'Build & Upload Python Package to Nexus').began;
    expect(publishing).toBeGreaterThanOrEqual(Math.max(...ends));
    expect(published(record)).toEqual(['package', 'image', 'image']);
    expect(held(record)).toEqual([]);
  });

  test('what lies between tests and publishing takes as long as its longest leg', async () => {
    const between = (record: RunRecord): number =>
      stageOf(record, 'Build & Upload Python Package to Nexus').began -
      stageOf(record, 'Run All Tests').ended;
    const [after, beside] = [await pipeline.run(lineWith('options: [:]')), await pipeline.run(sideBySide)];
    const ratio = between(after) / between(beside);
    process.stderr.write(
      `Legs one after the other: ${between(after) / 1000} s, side by side: ${between(beside) / 1000} s, ratio ${ratio.toFixed(2)}; ` +
        `of the whole build: ${(after.duration / beside.duration).toFixed(2)}.\n`,
    );
    expect(ratio).toBeGreaterThanOrEqual(1.6);
  });

  describe('a leg that fails lets the others end, and nothing is published or left', () => {
    test.each([
      ['SonarQube Analysis', 'sonar-scan.sh', ['SonarQube Quality Gate']],
      ['SonarQube Quality Gate', 'sonar-task.sh', []],
      ['OWASP Dependency Check', 'owasp-check.sh', []],
      ['Kaniko Build (to tar)', 'kaniko-build.sh', legs.Image.slice(1)],
      ['Load Image for Trivy Scan', 'image-load.sh', legs.Image.slice(2)],
      ['Trivy Security Scan', 'trivy-scan.sh', []],
    ])('%s', async (stage, script, never) => {
      const record = await pipeline.run(sideBySide, failing(script));
      expect(record.result).toBe('FAILURE');
      const expected = stageNames.slice(0, 14).filter((name) => !never.includes(name));
      expect(record.stages.map(({ name }) => name).sort()).toEqual([...expected].sort());
      expect(record.stages.filter(({ result }) => result !== 'SUCCESS').map(({ name }) => name)).toEqual([
        stage,
      ]);
      expect(messageOf(record)).toBe('script returned exit code 1');
      expect(published(record)).toEqual([]);
      expect(held(record)).toEqual([]);
      expect(notified(record)).toEqual(['FAILED']);
    });
  });

  test('the message names each leg that failed, in the order of time', async () => {
    const record = await pipeline.run(
      lineWith("options: [parallel: true], trivy: [gate: 'fail'], owasp: [failOnCvss: 7]"),
      {
        commands: [
          { command: 'trivy-scan.sh', outputs: { findings: 2 } },
          { command: 'owasp-check.sh', seconds: 1, outputs: { exceeded: true } },
        ],
        qualityGate: { status: 'ERROR', seconds: 60 },
      },
    );
    expect(record.result).toBe('FAILURE');
    expect(messageOf(record).split('\n')).toEqual([
      expect.stringMatching(/^A dependency has a vulnerability with a score of 7 or more/),
      expect.stringMatching(/^The quality gate failed\./),
      expect.stringMatching(/^Trivy found 2 problems/),
    ]);
    expect(record.stages.filter(({ result }) => result === 'FAILURE')).toHaveLength(3);
    expect(record.log.filter((line) => line.includes('Failed in branch'))).toHaveLength(3);
  });

  test('the result is the worst of the legs', async () => {
    const gates = "sonar: [gate: 'unstable'], trivy: [gate: 'unstable']";
    const parallel = 'options: [parallel: true]';
    const findings = answering('trivy-scan.sh', { findings: 2 });
    const unstable = await pipeline.run(lineWith(`${parallel}, ${gates}`), {
      ...findings,
      qualityGate: { status: 'ERROR' },
    });
    expect(unstable.result).toBe('UNSTABLE');
    expect(published(unstable)).toEqual([]);
    expect(stageOf(unstable, 'OWASP Dependency Check').result).toBe('SUCCESS');
    expect(notified(unstable)).toEqual(['UNSTABLE']);

    const failed = await pipeline.run(lineWith(`${parallel}, ${gates}`), {
      commands: [...findings.commands, { command: 'owasp-check.sh', exit: 1 }],
    });
    expect(failed.result).toBe('FAILURE');
  });

  test('legs that are off, or have nothing to do, say so', async () => {
    const record = await pipeline.run(
      lineWith('options: [parallel: true], sonar: false, owasp: false, image: false'),
    );
    expect(record.result).toBe('SUCCESS');
    const skipped = record.stages.filter(({ skipped: reason }) => reason !== undefined);
    expect(skipped.map(({ name }) => name).sort()).toEqual(
      [...Object.values(legs).flat(), 'Push to ECR'].sort(),
    );
  });

  test('a dry run prints the commands of all legs', async () => {
    const record = await pipeline.run(lineWith('options: [parallel: true, dryRun: true]'));
    expect(record.result).toBe('SUCCESS');
    for (const script of ['sonar-scan.sh', 'owasp-check.sh', 'trivy-scan.sh']) {
      expect(record.log.filter((line) => line.includes(script))).toHaveLength(1);
    }
  });
});
