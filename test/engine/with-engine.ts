/** One engine for all tests of a file; on a machine without Java they are skipped. */
import { join } from 'node:path';
import { startEngine, type Engine, type EngineProgram, type LoadOptions } from '../../src/engine';
import { describeWithJava } from '../support/java';

export const library = join(__dirname, 'fixtures', 'library');

/** Compiles a Jenkinsfile with the library of the fixtures. */
export type Load = (jenkinsfile: string, options?: Partial<LoadOptions>) => Promise<EngineProgram>;

/** The first start fetches and compiles. */
const firstStart = 300_000;

/** A Java that has just started is slow, most of all beside other tests. */
const slowTest = 60_000;

export function describeWithEngine(name: string, tests: (load: Load, engine: () => Engine) => void): void {
  jest.setTimeout(slowTest);
  describeWithJava(name, () => {
    let engine: Engine | undefined;
    const started = (): Engine => {
      if (engine === undefined) throw new Error('the engine is not started yet');
      return engine;
    };
    beforeAll(async () => {
      engine = await startEngine();
    }, firstStart);
    afterAll(() => engine?.close());
    const load: Load = (jenkinsfile, options) =>
      started().load({
        libraryFolder: library,
        jenkinsfilePath: 'Jenkinsfile',
        saving: 'every step',
        ...options,
        jenkinsfile,
      });
    tests(load, started);
  });
}
