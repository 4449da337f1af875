import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuildResult } from '../../src/build/build';
import { watchLibrary } from '../../src/build/watch';
import { UnusableInput } from '../../src/diagnostics/unusable-input';
import { TestFolder } from './folder';

const source = (text: string): string => `import { echo } from 'gig-ci/jenkins';

/** Says something. */
export default function gigSay(): void {
  echo('${text}');
}
`;

interface Told {
  readonly result?: BuildResult;
  readonly changed?: readonly string[];
  readonly problem?: unknown;
}

/** A watch whose reports are taken one after another. */
class Watch {
  private readonly told: Told[] = [];
  private waiting: (() => void) | undefined;
  private readonly interruption = new AbortController();
  readonly ended: Promise<void>;

  constructor(folder: string) {
    const tell = (what: Told): void => {
      this.told.push(what);
      this.waiting?.();
    };
    this.ended = watchLibrary(
      folder,
      { built: (result, changed) => tell({ result, changed }), failed: (problem) => tell({ problem }) },
      this.interruption.signal,
    );
  }

  async next(): Promise<Told> {
    const [first] = this.told;
    if (first !== undefined) {
      this.told.shift();
      return first;
    }
    await new Promise<void>((resolve) => (this.waiting = resolve));
    return this.next();
  }

  async stop(): Promise<void> {
    this.interruption.abort();
    await this.ended;
  }
}

let folder: TestFolder;
beforeEach(() => {
  folder = new TestFolder({ 'vars/gigSay.ts': source('one') });
});
afterEach(() => folder.remove());

test('a change is built, and only what it reaches is written', async () => {
  folder.write('vars/gigOther.ts', source('other').replace('gigSay', 'gigOther'));
  const watch = new Watch(folder.path);
  expect((await watch.next()).changed).toEqual([]);
  folder.write('vars/gigSay.ts', source('two'));
  const { result, changed } = await watch.next();
  expect(changed).toEqual(['vars/gigSay.ts']);
  expect(result?.written).toEqual(['groovy-out/vars/gigSay.groovy']);
  expect(folder.read('groovy-out/vars/gigSay.groovy')).toContain("echo('two')");
  await watch.stop();
});

test('files come and go', async () => {
  const watch = new Watch(folder.path);
  await watch.next();
  folder.write('vars/gigNew.ts', source('new').replace('gigSay', 'gigNew'));
  expect((await watch.next()).result?.globalVariables).toEqual(['gigNew', 'gigSay']);
  rmSync(join(folder.path, 'vars/gigNew.ts'));
  expect((await watch.next()).result?.removed).toContain('groovy-out/vars/gigNew.groovy');
  expect(existsSync(join(folder.path, 'groovy-out/vars/gigNew.groovy'))).toBe(false);
  await watch.stop();
});

test('an error leaves the outputs as they were, and its correction is built', async () => {
  const watch = new Watch(folder.path);
  await watch.next();
  folder.write('vars/gigSay.ts', source('two').replace('echo(', 'eko('));
  const broken = (await watch.next()).result;
  expect(broken?.diagnostics.length).toBeGreaterThan(0);
  expect(broken?.written).toEqual([]);
  expect(folder.read('groovy-out/vars/gigSay.groovy')).toContain("echo('one')");
  folder.write('vars/gigSay.ts', source('three'));
  expect((await watch.next()).result?.diagnostics).toEqual([]);
  expect(folder.read('groovy-out/vars/gigSay.groovy')).toContain("echo('three')");
  await watch.stop();
});

test('a source that cannot be read is told, and the next change is built', async () => {
  const watch = new Watch(folder.path);
  await watch.next();
  writeFileSync(join(folder.path, 'vars/gigSay.ts'), Buffer.from([0xff, 0xfe, 0x41]));
  expect((await watch.next()).problem).toBeInstanceOf(UnusableInput);
  folder.write('vars/gigSay.ts', source('two'));
  expect((await watch.next()).result?.written).toEqual(['groovy-out/vars/gigSay.groovy']);
  await watch.stop();
});

test('a file that is formatted the moment it is saved is built as it lies there in the end', async () => {
  const watch = new Watch(folder.path);
  await watch.next();
  folder.write('vars/gigSay.ts', source('saved'));
  expect((await watch.next()).changed).toEqual(['vars/gigSay.ts']);
  folder.write('vars/gigSay.ts', source('formatted'));
  expect((await watch.next()).changed).toEqual(['vars/gigSay.ts']);
  expect(folder.read('groovy-out/vars/gigSay.groovy')).toContain("echo('formatted')");
  await watch.stop();
});

test('a change of nothing is told once', async () => {
  const watch = new Watch(folder.path);
  await watch.next();
  folder.write('vars/gigSay.ts', source('one'));
  expect((await watch.next()).result?.written).toEqual([]);
  const later = await Promise.race([
    watch.next(),
    new Promise<string>((resolve) => setTimeout(resolve, 300, 'nothing')),
  ]);
  expect(later).toBe('nothing');
  await watch.stop();
});

test('several files that are saved at once are one build', async () => {
  const watch = new Watch(folder.path);
  await watch.next();
  for (const name of ['gigA', 'gigB', 'gigC']) {
    folder.write(`vars/${name}.ts`, source(name).replace('gigSay', name));
  }
  expect((await watch.next()).changed).toEqual(['vars/gigA.ts', 'vars/gigB.ts', 'vars/gigC.ts']);
  await watch.stop();
});

test('a watch that is stopped before it has begun ends after its first build', async () => {
  const watch = new Watch(folder.path);
  await watch.stop();
  expect((await watch.next()).changed).toEqual([]);
});

test('a folder without a library is not watched', async () => {
  const empty = new TestFolder();
  await expect(new Watch(empty.path).ended).rejects.toBeInstanceOf(UnusableInput);
  empty.remove();
});
