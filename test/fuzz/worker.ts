/** A thread of the long campaign, with an engine of its own. */
import { parentPort, workerData } from 'node:worker_threads';
import { startEngine } from '../../src/engine';
import { add, examineAt, nothingYet, streamOf, type Totals } from './run/campaign';
import { report } from './run/report';
import { shrink } from './run/shrink';
import { keepFound } from './run/found';

/** What a thread is to do: every `step`-th batch of a seed, beginning with `first`. */
export interface Work {
  readonly seed: number;
  readonly first: number;
  readonly step: number;
  readonly batches: number;
  /** Where shrunk programs are kept. */
  readonly foundFolder: string;
}

/** What it tells. */
export type News =
  | { readonly kind: 'batch'; readonly totals: Totals }
  | { readonly kind: 'finding'; readonly report: string }
  | { readonly kind: 'refusal'; readonly text: string }
  | { readonly kind: 'end'; readonly cpuSeconds: number };

/** Differences of one thread that are shrunk; behind them the campaign has failed anyway. */
const maximumFindings = 20;
const shrinkingMilliseconds = 45_000;

async function run({ seed, first, step, batches, foundFolder }: Work): Promise<void> {
  const tell = (news: News): void => parentPort?.postMessage(news);
  const engine = await startEngine();
  let findings = 0;
  try {
    for (let batch = first; batch < batches && findings < maximumFindings; batch += step) {
      const examination = await examineAt(engine, { seed, batch });
      tell({ kind: 'batch', totals: add(nothingYet, examination) });
      for (const { program, diagnostics } of examination.refused) {
        const [problem] = diagnostics;
        tell({
          kind: 'refusal',
          text: `${seed}/${batch} ${program.name}: ${problem?.code} ${problem?.message} | ${problem?.sourceLine}`,
        });
      }
      for (const finding of examination.findings) {
        findings += 1;
        const place = { seed, batch };
        const shrunk = await shrink(
          engine,
          streamOf(place, finding),
          finding,
          Date.now() + shrinkingMilliseconds,
        );
        const title = `seed-${seed}-${batch}-${finding.program.name.slice('gigP'.length)}`;
        const kept = keepFound(foundFolder, title, shrunk.finding.program);
        tell({
          kind: 'finding',
          report: report(shrunk.finding, `npm run fuzz -- --seed ${seed} --batch ${batch}  (kept: ${kept})`),
        });
      }
    }
  } finally {
    await engine.close();
  }
  tell({ kind: 'end', cpuSeconds: process.cpuUsage().user / 1e6 });
}

void run(workerData as Work);
