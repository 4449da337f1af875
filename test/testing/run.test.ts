/** Which worlds a Jenkinsfile runs in. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runPipeline, type RunRequest, type RunResult } from '../../src/testing/run';
import { describeWithJava } from '../support/java';

const root = join(__dirname, '..', '..');

function run(text: string, worlds: RunRequest['worlds']): Promise<RunResult> {
  const folder = mkdtempSync(join(tmpdir(), 'gig-ci-run-'));
  const jenkinsfile = join(folder, 'Jenkinsfile');
  writeFileSync(jenkinsfile, text);
  return runPipeline({ projectFolder: root, jenkinsfile, scenario: {}, worlds }).finally(() => {
    rmSync(folder, { recursive: true });
  });
}

const scripted = "if (env.BRANCH_NAME == 'main') {\n  gigNotify status: 'SUCCESS'\n}\n";

test('Node alone names the place that it cannot run', async () => {
  await expect(run(scripted, 'direct')).rejects.toThrow(
    "Jenkinsfile:1:21: '==' is no part of what Node runs",
  );
});

describeWithJava('with the engine', () => {
  const slow = 300_000;

  test(
    'a scripted Jenkinsfile runs there alone, and the result says why',
    async () => {
      const { records, leftOut, difference } = await run(scripted, 'available');
      expect(Object.keys(records)).toEqual(['engine']);
      expect(records.engine?.result).toBe('SUCCESS');
      expect(leftOut).toContain("Jenkinsfile:1:21 '==' is no part of what Node runs");
      expect(difference).toBeUndefined();
    },
    slow,
  );

  test(
    'unless both worlds were asked for',
    async () => {
      await expect(run(scripted, 'both')).rejects.toThrow("'==' is no part of what Node runs");
    },
    slow,
  );
});
