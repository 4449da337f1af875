/** `npm run fuzz:coverage`: what of the language and of the compiler the programs use. Needs no Java. */
import { join } from 'node:path';
import { copyResources } from '../resources';
import { generate, openBatch, removeLibrary } from '../run/batch';
import { batchSize, programsAt } from '../run/campaign';
import { branchesTaken } from './branches';
import { RowCoverage } from './rows';

const projectFolder = join(__dirname, '..', '..', '..', '..', '..');
const atLeast = 0.95;

async function main(): Promise<void> {
  copyResources(projectFolder);
  const programs = Number(process.argv[2] ?? 1000);
  const rows = new RowCoverage();
  const compiled = join(projectFolder, 'dist', 'fuzz', 'src');
  const folders = ['compiler/lower/', 'compiler/builtins/', 'groovy/'].map((folder) => join(compiled, folder));
  const branches = await branchesTaken(() => {
    for (let batch = 0; batch * batchSize < programs; batch++) {
      const opened = openBatch(programsAt({ seed: 7, batch }));
      removeLibrary(generate(opened));
      rows.count(opened);
    }
  }, folders);
  const used = rows.total - rows.missing.length;
  const taken = branches.filter((branch) => branch.taken).length;
  for (const { file, line, text, taken: isTaken } of branches) if (!isTaken) console.log(`not taken: ${file}:${line} ${text}`);
  console.log(`rows: ${used} of ${rows.total}, ${percent(used / rows.total)}; missing: ${rows.missing.join(', ') || 'none'}`);
  console.log(`branches of the compiler without diagnostics: ${taken} of ${branches.length}, ${percent(taken / branches.length)}`);
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
