/**
 * `npm run bench`: ratios, measured side by side in one run. `-- --quick` takes fewer repetitions and judges nothing: it
 * shows that the measurements work. Ends with 1 when an aim is missed.
 */
import { compareCommands } from './commands';
import { comparePipelines } from './pipelines';
import { has } from './processes';
import { allMet, comparisonLines, rateLines } from './table';
import type { Comparison, Rate } from './table';

const quick = process.argv.includes('--quick');

async function main(): Promise<void> {
  const commands = await compareCommands(quick ? 3 : 11);
  const complete = has('java') && has('mvn');
  const nothing: { readonly comparisons: readonly Comparison[]; readonly rates: readonly Rate[] } = {
    comparisons: [],
    rates: [],
  };
  const pipelines = complete ? await comparePipelines(quick ? 2 : 7) : nothing;
  const comparisons = [...commands, ...pipelines.comparisons];
  console.log(comparisonLines(comparisons).join('\n'));
  if (pipelines.rates.length > 0) {
    console.log(`\n${rateLines(pipelines.rates).join('\n')}`);
  }
  if (!complete) {
    console.log('\nThe pipelines were not measured: that needs Java 17 and Maven.');
  }
  process.exitCode = quick || allMet(comparisons) ? 0 : 1;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
