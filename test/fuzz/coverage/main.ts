/** `npm run fuzz:coverage`: what of the language and of the compiler the programs use. Needs no Java. */
import { join } from 'node:path';
import { copyResources } from '../resources';
import { countBranches } from './branches';

const projectFolder = join(__dirname, '..', '..', '..', '..', '..');
const atLeast = 0.95;

async function main(): Promise<void> {
  copyResources(projectFolder);
  const programs = Number(process.argv[2] ?? 1000);
  const compiled = join(projectFolder, 'dist', 'fuzz', 'src');
  const folders = ['compiler/lower/', 'compiler/builtins/', 'groovy/'].map((folder) =>
    join(compiled, folder),
  );
  const { result: rows, branches } = await countBranches(folders, async () => {
    const { compilePrograms } = await import('./sample.js');
    return compilePrograms(programs);
  });
  const used = rows.total - rows.missing.length;
  const taken = branches.filter((branch) => branch.taken).length;
  for (const { file, line, text, taken: isTaken } of branches)
    if (!isTaken) console.log(`not taken: ${file}:${line} ${text}`);
  console.log(
    `rows: ${used} of ${rows.total}, ${percent(used / rows.total)}; missing: ${rows.missing.join(', ') || 'none'}`,
  );
  console.log(
    `branches of the compiler without diagnostics: ${taken} of ${branches.length}, ${percent(taken / branches.length)}`,
  );
  const failed = [used / rows.total, taken / branches.length].filter((share) => share < atLeast).length;
  console.log(`${2 - failed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

main().catch((failure: unknown) => {
  console.error(failure);
  process.exitCode = 1;
});
