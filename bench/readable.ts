/** What compiled functions cost on the engine, against the same written by hand: those of examples/readable. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLibrary, type Library } from 'gig-ci';
import { interleaved } from './measure';
import { gigCi, project, runNode } from './processes';
import type { Comparison } from './table';

type Engine = Awaited<ReturnType<Library['startEngine']>>;
type Program = Awaited<ReturnType<Engine['load']>>;

const examples = join(project, 'examples', 'readable');

/** Calls in one measurement: enough that the engine's own work is most of it. */
const calls = 100;

/** The aim of ours ÷ by hand. */
const atMost = 1.2;

const measured = [
  {
    name: 'gigReleaseNotes',
    given: `version: '1.2', changes: [
      [subject: 'feat: sign in with a key', author: 'Ada'], [subject: 'fix: empty names', author: 'Grace'],
      [subject: 'feat: export', author: 'Barbara'], [subject: 'docs: how to export', author: 'Ada']]`,
  },
  { name: 'gigDeployPlan', given: "service: 'orders', target: 'production', registry: 'example.com'" },
  { name: 'gigSmokeTest', given: "image: 'orders:42', pages: ['/', '/health', '/login']" },
] as const;

/** Needs Java and Maven. */
export async function compareReadable(repetitions: number): Promise<readonly Comparison[]> {
  const folder = mkdtempSync(join(tmpdir(), 'gig-ci-bench-'));
  cpSync(examples, folder, { recursive: true });
  runNode(gigCi, 'build', '--project', folder);
  const library = openLibrary(folder);
  try {
    const engine = await library.startEngine();
    const comparisons: Comparison[] = [];
    for (const { name, given } of measured) {
      const subject = async (libraryFolder: string, call: string) => {
        const jenkinsfile = `for (int round = 0; round < ${calls}; round++) {\n${call}\n}\n`;
        const saving = 'every step';
        const program = await engine.load({
          libraryFolder,
          jenkinsfile,
          jenkinsfilePath: 'Jenkinsfile',
          saving,
        });
        return () => runToItsEnd(program);
      };
      const compiled = join(folder, 'groovy-out');
      const times = await interleaved(
        [
          // As another global variable calls it; nothing by hand checks as completely what a Jenkinsfile passes.
          { name: 'function', prepare: () => subject(compiled, `${name}.perform(${given})`) },
          { name: 'checked', prepare: () => subject(compiled, `${name}(${given})`) },
          { name: 'byHand', prepare: () => subject(join(examples, 'hand-written'), `${name}(${given})`) },
        ],
        repetitions,
      );
      const against = { against: 'written by hand, the same engine', theirs: times.byHand };
      comparisons.push(
        { subject: `${name}, ${calls} times`, ours: times.function, ...against, atMost },
        { subject: `${name}, with the check of a call`, ours: times.checked, ...against },
      );
    }
    return comparisons;
  } finally {
    await library.close();
    rmSync(folder, { recursive: true });
  }
}

const context = {
  time: 0,
  environment: {},
  build: { number: 1, currentResult: 'SUCCESS', result: null },
} as const;
const nothing = { kind: 'value', value: null } as const;
const text = { kind: 'value', value: 'printed\n' } as const;

/**
 * Answers every step at once, with nothing or with a line that a command printed, so that what is measured is the engine.
 * @throws when the program fails: a failed run is no measurement
 */
async function runToItsEnd(program: Program): Promise<void> {
  const finish = async (
    thread: string,
    first: Awaited<ReturnType<Program['start']>>,
  ): Promise<Extract<typeof first, { kind: 'ended' }>['outcome']> => {
    let signal = first;
    for (let body = 0; signal.kind === 'step'; body++) {
      const asked = JSON.stringify(signal.arguments);
      let outcome: Extract<typeof first, { kind: 'ended' }>['outcome'] = asked.includes('returnStdout')
        ? text
        : nothing;
      if (asked.includes('"$body":0')) {
        const inner = `${thread}/${body}`;
        outcome = await finish(inner, await program.startBody(inner, thread, 0, context));
      }
      signal = await program.resume(thread, outcome, context);
    }
    return signal.outcome;
  };
  const outcome = await finish('', await program.start(context));
  if (outcome.kind !== 'value') throw new Error(`a measured program failed: ${JSON.stringify(outcome)}`);
}
