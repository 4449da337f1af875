import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheFolder, madeOnce } from '../../src/engine/cache';

describe('cacheFolder', () => {
  test('can be set, else follows the system', () => {
    expect(cacheFolder({ GIG_CI_CACHE: '/own', XDG_CACHE_HOME: '/shared' })).toBe('/own');
    expect(cacheFolder({ GIG_CI_CACHE: '', XDG_CACHE_HOME: '/shared' })).toBe('/shared/gig-ci');
    expect(cacheFolder({}).startsWith(homedir())).toBe(true);
  });
});

describe('madeOnce', () => {
  let parent: string;
  beforeEach(async () => {
    parent = await mkdtemp(join(tmpdir(), 'gig-ci-cache-'));
  });
  afterEach(() => rm(parent, { recursive: true }));

  const write =
    (text: string) =>
    (draft: string): Promise<void> =>
      writeFile(join(draft, 'content'), text);

  test('makes a folder the first time only', async () => {
    const folder = join(parent, 'deep', 'made');
    expect(await madeOnce(folder, write('first'))).toBe(folder);
    expect(await madeOnce(folder, write('second'))).toBe(folder);
    expect(await readFile(join(folder, 'content'), 'utf8')).toBe('first');
  });

  test('leaves nothing behind when it fails', async () => {
    const folder = join(parent, 'made');
    const failing = madeOnce(folder, () => Promise.reject(new Error('no space')));
    await expect(failing).rejects.toThrow('no space');
    expect(await readdir(parent)).toEqual([]);
  });

  test('keeps what another process made in the meantime', async () => {
    const folder = join(parent, 'made');
    await madeOnce(folder, async (draft) => {
      await write('late')(draft);
      await madeOnce(folder, write('early'));
    });
    expect(await readFile(join(folder, 'content'), 'utf8')).toBe('early');
    expect(await readdir(parent)).toEqual(['made']);
  });
});
