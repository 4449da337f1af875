/**
 * The library when Jenkins restarts: whatever the step at which it happens, the run goes on as if it had not.
 */
import { join } from 'node:path';
import type { Saving } from '../../src/engine';
import { compareRecords } from '../../src/simulator/compare';
import type { Scenario } from '../../src/simulator/scenario';
import { openLibrary, type Jenkinsfile, type Library } from '../../src/testing/library';
import { describeWithJava } from '../support/java';
import { thorough } from '../support/thorough';
import { documented, lineWith, oneLine } from './router-pipeline';

const root = join(__dirname, '..', '..');
const fileWith = (call: string): Jenkinsfile => ({
  path: 'Jenkinsfile',
  text: `@Library('gig-ci@v1') _\n${call}\n`,
});
const jenkinsfile = fileWith(oneLine);

/** A restart of this library takes a tenth of a second. */
const stride = thorough(1, 30);
const minutes = 60_000;

const runs: readonly (readonly [string, Jenkinsfile, Scenario])[] = [
  ['that succeeds', jenkinsfile, documented],
  [
    'that fails',
    jenkinsfile,
    { ...documented, commands: [{ command: 'kaniko-build.sh', exit: 1 }, ...(documented.commands ?? [])] },
  ],
  ['whose legs run side by side', fileWith(lineWith('options: [parallel: true]')), documented],
  ['that is aborted', jenkinsfile, { ...documented, abortAtStep: 60 }],
];

describeWithJava('the library, restarted in a run', () => {
  let library: Library;
  beforeAll(() => {
    library = openLibrary(root);
  });
  afterAll(() => library.close());

  /** Runs in Node, and on the engine with restarts. */
  async function compare(file: Jenkinsfile, scenario: Scenario, saving: Saving): Promise<number> {
    const direct = library.runDirect(file, { scenario });
    const engine = await library.runEngine(file, { scenario, saving });
    const difference = compareRecords(direct, engine);
    expect({ saving, difference }).toEqual({ saving, difference: undefined });
    return engine.events.length;
  }

  test.each(thorough(runs, runs.slice(-1)))(
    '%s, at every step',
    async (_what, file, scenario) => {
      expect(await compare(file, scenario, 'restart at every step')).toBeGreaterThan(60);
    },
    5 * minutes,
  );

  test.each(runs)(
    `%s, once: at steps ${stride} apart`,
    async (_what, file, scenario) => {
      const steps = await compare(file, scenario, 'never');
      for (let restartAt = 0; restartAt <= steps; restartAt += stride) {
        await compare(file, scenario, { restartAt });
      }
    },
    5 * minutes,
  );
});
