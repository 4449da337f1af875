/**
 * `npm run fuzz:faults`: measures the fuzzer. Mistakes are planted in the compiler one after the other; each must be found
 * within a number of programs; `-- 'join' 'sort'` measures some of them. Ends with 1 when one is not: then the writer is too weak.
 */
import { join } from 'node:path';
import { compile } from '../../../src/compiler/compile';
import { startEngine, type Engine } from '../../../src/engine';
import { copyResources } from '../resources';
import { batchSize, programsAt } from '../run/campaign';
import { generate, NoSuchText, openBatch, removeLibrary, type Batch } from '../run/batch';
import { firstDifference } from '../run/differences';
import { runDirect, runEngine, type Locations } from '../run/worlds';
import type { RunRecord } from '../../../src/simulator/record';
import { expressionFaults } from './expressions';
import { memberFaults } from './members';
import type { Fault } from './plant';
import { statementFaults } from './statements';

const seed = 42;
const programsAtMost = 300;
const faults = [...statementFaults, ...expressionFaults, ...memberFaults];

/** What every fault is measured with; the direct world has none of them. */
interface Sample {
  readonly batch: Batch;
  readonly direct: { readonly record: RunRecord; readonly locations: Locations };
}

interface Measured {
  readonly fault: Fault;
  /** How many programs it took; nothing when it was not found. */
  readonly after: number | undefined;
  readonly statement: string;
}

async function main(): Promise<void> {
  copyResources(join(__dirname, '..', '..', '..', '..', '..'));
  const began = performance.now();
  const only = process.argv.slice(2);
  const chosen = faults.filter(({ name }) => only.length === 0 || only.some((part) => name.includes(part)));
  const samples: Sample[] = [];
  const engine = await startEngine();
  const measured: Measured[] = [];
  try {
    for (const fault of chosen) {
      const result = await measure(engine, fault, samples);
      console.log(
        `${(result.after === undefined ? 'NOT FOUND' : `after ${result.after}`).padEnd(10)} ${fault.name}: ${result.statement}`,
      );
      measured.push(result);
    }
  } finally {
    await engine.close();
  }
  const found = measured.filter(({ after }) => after !== undefined).length;
  console.log(
    `${chosen.length} faults in ${((performance.now() - began) / 1000).toFixed(0)} s, at most ${programsAtMost} programs each`,
  );
  console.log(`${found} passed, ${measured.length - found} failed`);
  process.exitCode = found === measured.length ? 0 : 1;
}

async function measure(engine: Engine, fault: Fault, samples: Sample[]): Promise<Measured> {
  for (let index = 0; index * batchSize < programsAtMost; index++) {
    const sample = (samples[index] ??= makeSample(index));
    const found = await findIn(engine, fault, sample);
    if (found !== undefined)
      return { fault, after: index * batchSize + found.place + 1, statement: found.statement };
  }
  return { fault, after: undefined, statement: '' };
}

function makeSample(index: number): Sample {
  const batch = openBatch(programsAt({ seed, batch: index }));
  return { batch, direct: runDirect(batch) };
}

async function findIn(
  engine: Engine,
  fault: Fault,
  { batch, direct }: Sample,
): Promise<{ readonly place: number; readonly statement: string } | undefined> {
  const restore = fault.plant();
  let library;
  try {
    const { files, diagnostics } = compile(batch.project);
    const [problem] = diagnostics;
    if (problem !== undefined) {
      const place = batch.programs.findIndex((program) => program.files.has(problem.file));
      return { place: Math.max(place, 0), statement: `refused: ${problem.message}` };
    }
    library = generate(batch, files, fault.helper);
  } catch (crash) {
    if (crash instanceof NoSuchText) throw crash;
    return {
      place: 0,
      statement: `the compiler fails: ${crash instanceof Error ? crash.message : String(crash)}`,
    };
  } finally {
    restore();
  }
  try {
    const run = await runEngine(engine, library, 'every step');
    const first = firstDifference(batch.programs, direct.record, run);
    if (first === undefined) return undefined;
    const place = batch.programs.indexOf(first.program);
    if (first.difference.kind !== 'event') {
      const text =
        first.difference.kind === 'crash' ? first.difference.message : JSON.stringify(first.difference);
      return { place, statement: text.split('\n')[0]?.slice(0, 160) ?? '' };
    }
    const location = direct.locations.get(`${first.difference.thread}#${first.difference.sequence}`) ?? '';
    const said = first.difference.left?.arguments['message'];
    const label = typeof said === 'string' ? /^\d+ /.exec(said)?.[0] : undefined;
    return { place, statement: statementBefore(first.program.files, location, label) };
  } finally {
    removeLibrary(library);
  }
}

/** The statement whose variables differ: it stands in front of the one that says them under a label. */
function statementBefore(
  files: ReadonlyMap<string, string>,
  location: string,
  label: string | undefined,
): string {
  const [file = '', place = '1'] = location.split(/:(?=\d+$)/);
  const lines = (files.get(file) ?? '').split('\n');
  const labelled = label === undefined ? -1 : lines.findIndex((each) => each.includes(`('${label}'`));
  const line = labelled < 0 ? Number(place) : labelled + 1;
  return lines
    .slice(Math.max(0, line - 2), line)
    .join(' ')
    .slice(0, 160);
}

main().catch((failure: unknown) => {
  console.error(failure);
  process.exitCode = 1;
});
