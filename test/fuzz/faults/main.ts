/**
 * `npm run fuzz:faults`: measures the fuzzer. Mistakes are planted in the compiler one after the other; each must be found
 * within a number of programs; `-- 'join' 'sort'` measures some of them. Ends with 1 when one is not: then the writer is too weak.
 */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { copyResources, workerMemory } from '../resources';
import { faults, programsAtMost, type Found } from './measure';
import type { Measured } from './worker';

const threads = 2;

async function main(): Promise<void> {
  copyResources(join(__dirname, '..', '..', '..', '..', '..'));
  const began = performance.now();
  const only = process.argv.slice(2);
  const chosen = [...faults.keys()].filter(
    (index) => only.length === 0 || only.some((part) => nameOf(index).includes(part)),
  );
  const pending = [...chosen];
  let found = 0;
  const hear = (index: number, result: Found | undefined): void => {
    const after = result === undefined ? 'NOT FOUND' : `after ${result.after}`;
    console.log(`${after.padEnd(10)} ${nameOf(index)}: ${result?.statement ?? ''}`);
    if (result !== undefined) found += 1;
  };
  await Promise.all(Array.from({ length: threads }, () => runWorker(pending, hear)));
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  console.log(`${chosen.length} faults in ${seconds} s, at most ${programsAtMost} programs each`);
  console.log(`${found} passed, ${chosen.length - found} failed`);
  process.exitCode = found === chosen.length ? 0 : 1;
}

function nameOf(index: number): string {
  return faults[index]?.name ?? '';
}

/** Hands a thread one fault after the other, until none is left. */
function runWorker(
  pending: number[],
  hear: (index: number, found: Found | undefined) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(join(__dirname, 'worker.js'), { resourceLimits: workerMemory });
    const next = (): void => {
      worker.postMessage(pending.shift() ?? 'end');
    };
    worker.on('message', ({ index, found }: Measured) => {
      hear(index, found);
      next();
    });
    worker.on('error', reject);
    worker.on('exit', () => resolve());
    next();
  });
}

main().catch((failure: unknown) => {
  console.error(failure);
  process.exitCode = 1;
});
