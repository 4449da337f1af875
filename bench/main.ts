/**
 * `npm run bench`: ratios, measured side by side in one run. `-- --quick` takes fewer repetitions and judges nothing: it
 * shows that the measurements work. Ends with 1 when an aim is missed.
 */
import { compareCheck } from './check';
import { compareCommands } from './commands';
import { compareWatch, measureGrowth } from './library';
import { comparePipelines } from './pipelines';
import { compareReadable } from './readable';
import { has } from './processes';
import { allMet, comparisonLines, growthLine, hasMet, rateLines } from './table';
import type { Comparison, Rate } from './table';

const quick = process.argv.includes('--quick');

async function main(): Promise<void> {
  const commands = await compareCommands(quick ? 3 : 11);
  const check = await compareCheck(quick ? 3 : 21);
  const watch = await compareWatch(quick ? 3 : 11);
  const growth = await measureGrowth(quick ? 1 : 5);
  const complete = has('java') && has('mvn');
  const nothing: { readonly comparisons: readonly Comparison[]; readonly rates: readonly Rate[] } = {
    comparisons: [],
    rates: [],
  };
  const pipelines = complete ? await comparePipelines(quick ? 2 : 7) : nothing;
  const readable = complete ? await compareReadable(quick ? 2 : 15) : [];
  const comparisons = [...commands, check, watch, ...pipelines.comparisons, ...readable];
  console.log(comparisonLines(comparisons).join('\n'));
  console.log(`\n${growthLine(growth)}`);
  if (pipelines.rates.length > 0) {
    console.log(`\n${rateLines(pipelines.rates).join('\n')}`);
  }
  if (!complete) {
    console.log('\nThe pipelines were not measured: that needs Java 17 and Maven.');
  }
  process.exitCode = quick || (allMet(comparisons) && hasMet(growth)) ? 0 : 1;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
