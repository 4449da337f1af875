import { chmodSync, mkdirSync, readdirSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { applyChanges, compareWithDisk } from '../../src/build/files';
import { staleFiles } from '../../src/build/stale';
import { UnusableInput } from '../../src/diagnostics/unusable-input';
import { generatedFrom } from '../../src/outputs/header';
import { TestFolder } from './folder';

const HEADER = `// ${generatedFrom('vars/gigX.ts')}\n`;

let folder: TestFolder;
beforeEach(() => {
  folder = new TestFolder();
});
afterEach(() => {
  folder.remove();
});

function write(files: { readonly [path: string]: string }): void {
  const outputs = new Map(Object.entries(files));
  applyChanges(folder.path, outputs, compareWithDisk(folder.path, outputs));
}

test('missing, changed, unchanged and leftover files', () => {
  folder.write('groovy-out/vars/same.groovy', `${HEADER}same`);
  folder.write('groovy-out/vars/old.groovy', `${HEADER}old`);
  folder.write('groovy-out/src/gigci/gone.groovy', `${HEADER}gone`);
  folder.write('groovy-out/vars/foreign.groovy', 'by hand');
  folder.write('resources/scripts.d.ts', HEADER);
  const outputs = new Map([
    ['groovy-out/vars/same.groovy', `${HEADER}same`],
    ['groovy-out/vars/old.groovy', `${HEADER}new`],
    ['groovy-out/maps/new.json', `${HEADER}new`],
  ]);
  const changes = compareWithDisk(folder.path, outputs);
  expect(changes).toEqual({
    changed: ['groovy-out/maps/new.json', 'groovy-out/vars/old.groovy'],
    unchanged: ['groovy-out/vars/same.groovy'],
    leftover: ['groovy-out/src/gigci/gone.groovy', 'resources/scripts.d.ts'],
  });
  applyChanges(folder.path, outputs, changes);
  expect(folder.read('groovy-out/vars/old.groovy')).toBe(`${HEADER}new`);
  expect(folder.read('groovy-out/maps/new.json')).toBe(`${HEADER}new`);
  expect(folder.read('groovy-out/vars/foreign.groovy')).toBe('by hand');
  expect(folder.has('groovy-out/src')).toBe(false);
  expect(folder.has('resources/scripts.d.ts')).toBe(false);
  expect(compareWithDisk(folder.path, outputs)).toEqual({
    changed: [],
    unchanged: [...outputs.keys()].sort(),
    leftover: [],
  });
});

test('an unchanged file is not touched', () => {
  const files = { 'groovy-out/vars/gigX.groovy': `${HEADER}same` };
  write(files);
  const file = join(folder.path, 'groovy-out/vars/gigX.groovy');
  const then = new Date('2020-01-01T00:00:00Z');
  utimesSync(file, then, then);
  write(files);
  expect(statSync(file).mtime).toEqual(then);
});

test('a file that we did not generate is never replaced', () => {
  folder.write('groovy-out/vars/gigX.groovy', 'by hand');
  const attempt = (): void =>
    write({ 'groovy-out/vars/gigX.groovy': HEADER, 'groovy-out/vars/gigY.groovy': HEADER });
  expect(attempt).toThrow(UnusableInput);
  expect(attempt).toThrow('groovy-out/vars/gigX.groovy: is not a generated file');
  expect(folder.read('groovy-out/vars/gigX.groovy')).toBe('by hand');
  expect(folder.has('groovy-out/vars/gigY.groovy')).toBe(false);
});

test('when one file cannot be written, none is', () => {
  write({ 'groovy-out/vars/gigX.groovy': `${HEADER}old` });
  // A file where a folder must be made: the second output fails.
  folder.write('groovy-out/zzz', 'a file');
  expect(() =>
    write({ 'groovy-out/vars/gigX.groovy': `${HEADER}new`, 'groovy-out/zzz/gigY.groovy': HEADER }),
  ).toThrow();
  expect(folder.read('groovy-out/vars/gigX.groovy')).toBe(`${HEADER}old`);
  expect(readdirSync(join(folder.path, 'groovy-out/vars'))).toEqual(['gigX.groovy']);
});

test('what a killed build left half done goes with the next one', () => {
  folder.write('groovy-out/vars/gigX.groovy.4711.tmp', `${HEADER}half`);
  write({ 'groovy-out/vars/gigX.groovy': HEADER });
  expect(readdirSync(join(folder.path, 'groovy-out/vars'))).toEqual(['gigX.groovy']);
});

test('stale files with short diffs', () => {
  const long = Array.from({ length: 100 }, (_, index) => `line ${index}\n`).join('');
  folder.write('groovy-out/a.groovy', `${HEADER}one\ntwo\nthree\n`);
  folder.write('groovy-out/gone.groovy', HEADER);
  folder.write('groovy-out/long.groovy', HEADER);
  const outputs = new Map([
    ['groovy-out/a.groovy', `${HEADER}one\n2\nthree\n`],
    ['groovy-out/long.groovy', `${HEADER}${long}`],
    ['groovy-out/new.groovy', HEADER],
  ]);
  const stale = staleFiles(folder.path, outputs, compareWithDisk(folder.path, outputs));
  expect(stale.map(({ path, reason }) => [path, reason])).toEqual([
    ['groovy-out/a.groovy', 'different'],
    ['groovy-out/gone.groovy', 'leftover'],
    ['groovy-out/long.groovy', 'different'],
    ['groovy-out/new.groovy', 'missing'],
  ]);
  const [short, , cut] = stale;
  expect(short?.diff.split('\n')).toEqual([
    '--- a/groovy-out/a.groovy',
    '+++ b/groovy-out/a.groovy',
    '@@ -1,4 +1,4 @@',
    ` ${HEADER.trim()}`,
    ' one',
    '-two',
    '+2',
    ' three',
  ]);
  expect(cut?.diff.split('\n')).toHaveLength(31);
  expect(cut?.diff).toMatch(/\n… 74 more lines$/);
});

test('an empty folder that was ours goes, one that holds something stays', () => {
  write({ 'groovy-out/src/gigci/a.groovy': HEADER, 'groovy-out/vars/b.groovy': HEADER });
  mkdirSync(join(folder.path, 'groovy-out/src/other'));
  write({});
  expect(folder.has('groovy-out/src/other')).toBe(true);
  expect(folder.has('groovy-out/src/gigci')).toBe(false);
  expect(folder.has('groovy-out/vars')).toBe(false);
});

test('a file that only others may read is no reason to fail', () => {
  folder.write('groovy-out/note.md', 'by hand');
  chmodSync(join(folder.path, 'groovy-out/note.md'), 0o444);
  expect(() => write({ 'groovy-out/vars/b.groovy': HEADER })).not.toThrow();
});
