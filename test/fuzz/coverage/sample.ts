/** What is counted: programs that are written and compiled. Loaded while counting, so that loading counts, too. */
import { generate, openBatch, removeLibrary } from '../run/batch';
import { batchSize, programsAt } from '../run/campaign';
import { RowCoverage } from './rows';

const seed = 7;

/** Compiles so many programs. @returns the rows of the language that they use */
export function compilePrograms(count: number): RowCoverage {
  const rows = new RowCoverage();
  for (let batch = 0; batch * batchSize < count; batch++) {
    const opened = openBatch(programsAt({ seed, batch }));
    removeLibrary(generate(opened));
    rows.count(opened);
  }
  return rows;
}
