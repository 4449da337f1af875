import { spawnSync } from 'node:child_process';
import { UnusableInput } from '../../src/diagnostics/unusable-input';
import { withLock } from '../../src/build/lock';
import { TestFolder } from './folder';

const LOCK = '.gig-ci/build.lock';

let folder: TestFolder;
beforeEach(() => {
  folder = new TestFolder();
});
afterEach(() => {
  jest.restoreAllMocks();
  folder.remove();
});

/** The number of a process that has ended. */
function deadProcess(): number {
  return spawnSync(process.execPath, ['-e', '0']).pid;
}

test('the lock names this process while the work runs, and goes with it', () => {
  expect(withLock(folder.path, () => folder.read(LOCK))).toBe(String(process.pid));
  expect(folder.has(LOCK)).toBe(false);
});

test('the lock goes when the work fails', () => {
  const fail = (): void => {
    throw new Error('broken');
  };
  expect(() => withLock(folder.path, fail)).toThrow('broken');
  expect(folder.has(LOCK)).toBe(false);
});

test('the lock of a build that was killed is taken over', () => {
  folder.write(LOCK, String(deadProcess()));
  expect(withLock(folder.path, () => folder.read(LOCK))).toBe(String(process.pid));
});

test('a build waits for another one, not for ever', () => {
  folder.write(LOCK, String(process.pid));
  const now = Date.now();
  const clock = jest
    .spyOn(Date, 'now')
    .mockReturnValueOnce(now)
    .mockReturnValueOnce(now)
    .mockReturnValue(now + 60_001);
  const work = jest.fn<number, []>();
  expect(() => withLock(folder.path, work)).toThrow(UnusableInput);
  expect(clock).toHaveBeenCalledTimes(3);
  expect(work).not.toHaveBeenCalled();
  expect(folder.read(LOCK)).toBe(String(process.pid));
});
