/**
 * `npm run fuzz`: the long campaign. Ten thousand programs of a random seed in all worlds; `-- --seed 7 --batch 3` runs
 * one batch of a seed again. Ends with 1 when worlds differ, or when the compiler refuses too many programs.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { batchSize, nothingYet, type Totals } from './run/campaign';
import { copyResources, workerMemory } from './resources';
import type { News, Work } from './worker';

const projectFolder = join(__dirname, '..', '..', '..', '..');
/** The writer should know the subset. */
const refusedAtMost = 0.02;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: String(Math.floor(Math.random() * 1e6)) },
      programs: { type: 'string', default: '10000' },
      batch: { type: 'string' },
      threads: { type: 'string', default: '2' },
    },
  });
  copyResources(projectFolder);
  const seed = Number(values.seed);
  const began = performance.now();
  console.log(`seed ${seed}`);
  const only = values.batch === undefined ? undefined : Number(values.batch);
  const batches = only === undefined ? Math.ceil(Number(values.programs) / batchSize) : only + 1;
  const step = only === undefined ? Number(values.threads) : 1;
  let totals = nothingYet;
  let findings = 0;
  const hear = (news: News): void => {
    if (news.kind === 'batch') totals = sum(totals, news.totals);
    if (news.kind === 'batch' && totals.programs % 1000 < batchSize) console.log(line(totals, began));
    if (news.kind === 'finding') console.log(`\n${news.report}\n`);
    if (news.kind === 'finding') findings += 1;
    if (news.kind === 'refusal') console.log(`refused: ${news.text.slice(0, 300)}`);
  };
  const foundFolder = join(projectFolder, 'test', 'fuzz', 'found');
  const work = { seed, step, batches, foundFolder };
  await Promise.all(
    Array.from({ length: step }, (_thread, first) => runWorker({ ...work, first: only ?? first }, hear)),
  );
  console.log(line(totals, began));
  const tooManyRefused = totals.refused > refusedAtMost * (totals.programs + totals.refused);
  if (tooManyRefused)
    console.log(`The compiler refused ${totals.refused} programs: the writer does not know the subset.`);
  const failed = findings + (tooManyRefused ? 1 : 0);
  console.log(`${totals.programs - findings} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

function runWorker(work: Work, hear: (news: News) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(join(__dirname, 'worker.js'), {
      workerData: work,
      resourceLimits: workerMemory,
    });
    worker.on('message', hear);
    worker.on('error', reject);
    worker.on('exit', () => resolve());
  });
}

function sum(left: Totals, right: Totals): Totals {
  return {
    programs: left.programs + right.programs,
    refused: left.refused + right.refused,
    events: left.events + right.events,
    plain: left.plain + right.plain,
    neverSaved: left.neverSaved + right.neverSaved,
  };
}

function line({ programs, refused, events, plain, neverSaved }: Totals, began: number): string {
  const seconds = (performance.now() - began) / 1000;
  const rate = (programs / seconds).toFixed(1);
  return `${programs} programs in ${seconds.toFixed(0)} s, ${rate} a second; ${events} events; ${plain} also in plain Node, ${neverSaved} also never saved, ${refused} refused`;
}

main().catch((failure: unknown) => {
  console.error(failure);
  process.exitCode = 1;
});
