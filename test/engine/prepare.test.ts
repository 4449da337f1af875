/** What an engine does before its first program: a library made ready ahead, and kept for the next process. */
import { cpSync, mkdtempSync, readdirSync, rmSync, utimesSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EngineError, startEngine, type Engine } from '../../src/engine';
import { install } from '../../src/engine/installation';
import { describeWithJava } from '../support/java';
import { runSteps } from './run-steps';
import { library } from './with-engine';

jest.setTimeout(300_000);

describeWithJava('an engine that is prepared', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'gig-ci-prepare-'));
    cpSync(library, folder, { recursive: true });
    // Classes are kept by content: nobody has compiled this one.
    writeFileSync(join(folder, 'vars', 'unique.groovy'), `void call() { echo('${folder}') }\n`);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const withEngine = async <Result>(use: (engine: Engine) => Promise<Result>): Promise<Result> => {
    const engine = await startEngine();
    try {
      return await use(engine);
    } finally {
      await engine.close();
    }
  };
  const load = (engine: Engine): ReturnType<Engine['load']> =>
    engine.load({
      libraryFolder: folder,
      jenkinsfile: "unique()\nloops(names: ['a'])",
      jenkinsfilePath: 'Jenkinsfile',
      saving: 'every step',
    });
  const stepsOf = (engine: Engine): Promise<readonly string[]> =>
    load(engine).then(async (program) => (await runSteps(program)).steps);
  const kept = async (): Promise<readonly string[]> => {
    const store = (await install()).parameters.at(-1) ?? '';
    return readdirSync(store)
      .filter((name) => name.endsWith('.classes.zip'))
      .map((name) => join(store, name));
  };

  test('runs the same, and so does a later process with the classes that were kept', async () => {
    const plain = await withEngine(stepsOf);
    expect(plain[0]).toBe(`echo ["${folder}"]`);
    const before = await kept();

    const prepared = async (engine: Engine): Promise<readonly string[]> => {
      await engine.prepare(folder);
      return stepsOf(engine);
    };
    expect(await withEngine(prepared)).toEqual(plain);
    const added = (await kept()).filter((archive) => !before.includes(archive));
    expect(added).toHaveLength(1);

    utimesSync(added[0] ?? '', 0, 0);
    expect(await withEngine(prepared)).toEqual(plain);
    expect(statSync(added[0] ?? '').mtimeMs).toBeGreaterThan(0);
  });

  test('takes a library as it is when it is loaded, not as it was', async () => {
    const steps = await withEngine(async (engine) => {
      await engine.prepare(folder);
      writeFileSync(join(folder, 'vars', 'unique.groovy'), "void call() { echo('changed') }\n");
      return stepsOf(engine);
    });
    expect(steps[0]).toBe('echo ["changed"]');
  });

  test('compiles again what is kept in an archive that cannot be read', async () => {
    await withEngine(async (engine) => {
      const before = await kept();
      await engine.prepare(folder);
      await load(engine);
      for (const archive of await kept()) {
        if (!before.includes(archive)) writeFileSync(archive, 'PK');
      }
    });
    const steps = await withEngine(async (engine) => {
      await engine.prepare(folder);
      return stepsOf(engine);
    });
    expect(steps[0]).toBe(`echo ["${folder}"]`);
  });

  test('says what does not compile when it is loaded', async () => {
    writeFileSync(join(folder, 'vars', 'unique.groovy'), 'void call( {\n');
    await withEngine(async (engine) => {
      await engine.prepare(folder);
      await expect(load(engine)).rejects.toThrow(EngineError);
    });
  });

  test('needs no library that is there', async () => {
    await withEngine(async (engine) => {
      await engine.prepare(join(folder, 'nowhere'));
      expect((await stepsOf(engine))[0]).toBe(`echo ["${folder}"]`);
    });
  });
});
