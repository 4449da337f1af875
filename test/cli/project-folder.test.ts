import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProject } from '../../src/cli/project-folder';

const root = mkdtempSync(join(tmpdir(), 'gig-ci-'));
const library = join(root, 'library');
const example = join(library, 'examples', 'one');

beforeAll(() => {
  mkdirSync(join(library, 'vars'), { recursive: true });
  mkdirSync(example, { recursive: true });
  writeFileSync(join(library, 'package.json'), '{}');
});
afterAll(() => rmSync(root, { recursive: true }));

test('the nearest folder upwards with vars/ and a package.json is the project', () => {
  expect(findProject(example, undefined)).toEqual({ folder: library });
});

test('it is looked for around the file that a command works on, else around the working directory', () => {
  expect(findProject(root, undefined, 'library/examples/one/Jenkinsfile')).toEqual({ folder: library });
  expect(findProject(library, undefined, join(root, 'Jenkinsfile'))).toEqual({ folder: library });
  expect(findProject(root, undefined, 'Jenkinsfile')).toMatchObject({ problem: { place: root } });
});

test('a folder with vars/ alone is none', () => {
  const stray = join(example, 'stray');
  mkdirSync(join(stray, 'vars'), { recursive: true });
  expect(findProject(stray, undefined)).toEqual({ folder: library });
});

test('--project is taken relative to the start and is not searched upwards', () => {
  expect(findProject(root, 'library')).toEqual({ folder: library });
  expect(findProject(root, 'library/examples')).toMatchObject({
    problem: { place: 'library/examples', reason: expect.stringContaining('holds no library') },
  });
  expect(findProject(root, 'nowhere')).toMatchObject({ problem: { reason: 'does not exist' } });
});

test('outside of any project the remedy is named', () => {
  expect(findProject(root, undefined)).toMatchObject({
    problem: { remedy: expect.stringContaining('--project') },
  });
});
