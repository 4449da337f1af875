/**
 * What tests of several folders share. Here: runs the same tests in both worlds, in Node and on the engine, whose record
 * must equal that of Node. Beside it: one world alone, Groovy without an engine, and what a machine without Java skips.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Saving } from '../../src/engine';
import { compareRecords } from '../../src/simulator/compare';
import type { RunRecord } from '../../src/simulator/record';
import type { Scenario } from '../../src/simulator/scenario';
import { openLibrary, type Jenkinsfile, type Library } from '../../src/testing/library';
import { describeWithJava } from './java';
import { thorough } from './thorough';

/** Runs one call of a Jenkinsfile in the world of the suite. */
export type Run = (call: string, scenario?: Scenario) => Promise<RunRecord>;

/** Runs it in Node whatever the suite, which takes milliseconds: for sweeps over many runs. */
export type RunDirect = (call: string, scenario?: Scenario) => RunRecord;

/** The first start of the engine fetches and compiles; a JVM beside other tests is slow. */
const firstStart = 300_000;
const slowTest = 120_000;

/**
 * Defines the tests once for each world. In the second they demand equal records, so that one definition proves both.
 * @param open opens the library under test, once for each world
 * @param savingsOf how else the engine keeps the state of a program whose run has so many steps: each is another run, and
 *   demands the same record. Saved and restored at every step it runs in any case.
 */
export function describeInBothWorlds(
  name: string,
  open: () => Library,
  tests: (run: Run, runDirect: RunDirect) => void,
  savingsOf: (steps: number) => readonly Saving[] = everySaving,
): void {
  describe(`${name}, in Node`, () => {
    const runDirect = directRunner(opened(open));
    tests((call, scenario) => Promise.resolve(runDirect(call, scenario)), runDirect);
  });
  describeWithJava(`${name}, on the engine`, () => {
    jest.setTimeout(slowTest);
    const library = opened(open, (opening) => opening.startEngine());
    const runDirect = directRunner(library);
    tests(async (call, scenario = {}) => {
      const direct = runDirect(call, scenario);
      const runEngine = async (saving: Saving): Promise<RunRecord> => {
        const engine = await library().runEngine(jenkinsfileOf(call), { scenario, saving });
        const difference = compareRecords(direct, engine);
        expect({ saving, difference, failure: engine.failure }).toEqual({
          saving,
          difference: undefined,
          failure: direct.failure,
        });
        return engine;
      };
      const engine = await runEngine('every step');
      for (const saving of savingsOf(engine.events.length)) await runEngine(saving);
      return engine;
    }, runDirect);
  });
}

/** Never saved, restarted at every step, and, where there is time, restarted once, at each of its steps. */
function everySaving(steps: number): readonly Saving[] {
  return [
    'never',
    'restart at every step',
    ...Array.from({ length: thorough(steps, 0) }, (_, restartAt) => ({ restartAt })),
  ];
}

/** Writes files of a project into a temporary folder, opens the library and removes the folder again. */
export function openSources(files: { readonly [path: string]: string }): Library {
  const folder = mkdtempSync(join(tmpdir(), 'gig-ci-test-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return openLibrary(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Opens a library before the tests of a `describe` and closes it behind them. */
function opened(open: () => Library, prepare?: (library: Library) => Promise<unknown>): () => Library {
  let library: Library | undefined;
  beforeAll(async () => {
    library = open();
    await prepare?.(library);
  }, firstStart);
  afterAll(() => library?.close());
  return () => {
    if (library === undefined) throw new Error('the library is not open yet');
    return library;
  };
}

function directRunner(library: () => Library): RunDirect {
  return (call, scenario = {}) => library().runDirect(jenkinsfileOf(call), { scenario });
}

function jenkinsfileOf(call: string): Jenkinsfile {
  return { path: 'Jenkinsfile', text: `@Library('gig-ci@v1') _\n${call}\n` };
}
