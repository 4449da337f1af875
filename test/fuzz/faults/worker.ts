/** A thread that measures faults, with an engine of its own: each message is the number of one. */
import { parentPort } from 'node:worker_threads';
import { startEngine } from '../../../src/engine';
import { faults, Measurement, type Found } from './measure';

/** The answer to such a message. */
export interface Measured {
  readonly index: number;
  /** Nothing when it was not found. */
  readonly found: Found | undefined;
}

async function run(): Promise<void> {
  const engine = await startEngine();
  const measurement = new Measurement(engine);
  parentPort?.on('message', (index: number | 'end') => {
    const fault = index === 'end' ? undefined : faults[index];
    const done =
      fault === undefined || index === 'end'
        ? engine.close().then(() => parentPort?.close())
        : measurement.measure(fault).then((found) => {
            parentPort?.postMessage({ index, found } satisfies Measured);
          });
    // An error of the thread ends the measurement.
    done.catch((failure: unknown) =>
      setImmediate(() => {
        throw failure;
      }),
    );
  });
}

void run();
