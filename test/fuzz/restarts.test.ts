/** Programs of the fuzzer when Jenkins restarts at each of their steps. */
import { startEngine, type Engine } from '../../src/engine';
import { describeWithJava } from '../support/java';
import { thorough } from '../support/thorough';
import { generate, openBatch, removeLibrary } from './run/batch';
import { programsAt } from './run/campaign';
import { firstDifference } from './run/differences';
import { runDirect, runEngine } from './run/worlds';

/** A restart takes a twentieth of a second. */
const programs = programsAt({ seed: 4, batch: 0 }).slice(0, thorough(50, 12));
const firstStart = 300_000;

describeWithJava('programs of the fuzzer, restarted', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await startEngine();
  }, firstStart);
  afterAll(() => engine.close());

  test('at every step mean the same as in Node', async () => {
    const batch = openBatch(programs);
    const library = generate(batch);
    try {
      const direct = runDirect(batch).record;
      const restarted = await runEngine(engine, library, 'restart at every step');
      expect(firstDifference(batch.programs, direct, restarted)).toBeUndefined();
      expect(direct.events.length).toBeGreaterThan(batch.programs.length);
    } finally {
      removeLibrary(library);
    }
  }, 120_000);
});
