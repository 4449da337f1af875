/** The folders of a job: one for each, whatever its branch is called. */
import { jobFolderName, jobName } from '../../src/real/job-folder';

const folderOf = (branch: string, repository = '/home/jane/orders'): string =>
  jobFolderName(jobName(repository, branch), repository);

test('shows the job in letters that mean nothing in a path', () => {
  expect(folderOf('main')).toMatch(/^orders_main-[0-9a-f]{8}$/);
  expect(folderOf('fix/ä $(x)\'"')).toMatch(/^orders_fix_x_-[0-9a-f]{8}$/);
});

test('fits into a path, however long the branch is', () => {
  expect(folderOf('ä'.repeat(120)).length).toBeLessThan(100);
  expect(folderOf('a'.repeat(200)).length).toBeLessThan(100);
});

test('no two jobs share one', () => {
  const branches = ['fix/one', 'fix_one', 'fix-one', 'fix/ä', 'fix/ö', 'a'.repeat(200), 'a'.repeat(201)];
  expect(new Set(branches.map((branch) => folderOf(branch))).size).toBe(branches.length);
  expect(folderOf('main', '/home/jane/orders')).not.toBe(folderOf('main', '/home/joe/orders'));
});
