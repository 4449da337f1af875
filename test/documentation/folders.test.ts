/** Every folder has a first file to read, which carries its name and begins with what may live there. */
import { globSync } from 'glob';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const root = join(__dirname, '..', '..');
/** Java has its own order of folders, and begins in Main.java. */
const folders = globSync('{src,test/support,bench}/**/', {
  cwd: root,
  posix: true,
  ignore: 'src/engine/jvm/**',
})
  .filter((folder) => filesOf(folder).length > 0)
  .sort();

function filesOf(folder: string): string[] {
  return globSync('*.ts', { cwd: join(root, folder) }).sort();
}

/**
 * `index.ts`; `main.ts` of a program; a file with the name of the folder, also in another form (`simulator/simulate.ts`,
 * `steps/step.ts`), or beside the folder (`catalogue.ts`, `catalogue/`).
 */
function firstFile(folder: string): string | undefined {
  const name = basename(folder);
  const stem = name.slice(0, Math.max(4, name.length - 3));
  const inside = filesOf(folder);
  // `compile.ts` of `compiler/`, not `compile-module.ts`, which the alphabet puts before it.
  const byLength = inside.toSorted((one, other) => one.length - other.length);
  const first =
    inside.find((file) => ['index.ts', 'main.ts'].includes(file)) ??
    byLength.find((file) => file.startsWith(stem));
  if (first !== undefined) return `${folder}/${first}`;
  return existsSync(join(root, `${folder}.ts`)) ? `${folder}.ts` : undefined;
}

test.each(folders)('%s', (folder) => {
  const file = firstFile(folder);
  expect(file).toBeDefined();
  const text = readFileSync(join(root, file ?? ''), 'utf8').replace(/^#!.*\n/, '');
  // One line says what the file does; what may live beside it takes more.
  expect(text).toMatch(/^\/\*\*\n( \* .+\n){2,} \*\/\n/);
});
