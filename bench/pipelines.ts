/** What a run of the one-line pipeline costs, against the same pipeline written and tested the way Jenkins users do today. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openLibrary, readScenarioOf } from 'gig-ci';
import { interleaved, share } from './measure';
import { gigCi, project, run, runNode } from './processes';
import type { Comparison, Rate } from './table';

const example = join(project, 'examples', 'gig-route');
const handWritten = join(project, 'bench', 'jenkins-pipeline-unit');
const jenkinsPipelineUnit = 'JenkinsPipelineUnit, mvn -q test, warm';

/** Calls in one measurement of the check. */
const refusals = 20;

/** The one line with a wrong argument, again and again: nothing of the pipeline runs behind the check. */
function refusedCalls(oneLine: string): string {
  const call = oneLine.replace(/^@Library.*\n/, '').replace("'gig-route-backend'", '7');
  return `for (int round = 0; round < ${refusals}; round++) {\ntry {\n${call}\n} catch (Exception refused) { }\n}\n`;
}

/** Runs the example in both worlds and the hand-written pipeline in turn. Needs Java and Maven. */
export async function comparePipelines(
  repetitions: number,
): Promise<{ readonly comparisons: readonly Comparison[]; readonly rates: readonly Rate[] }> {
  const jenkinsfile = join(example, 'Jenkinsfile');
  const scenario = readScenarioOf(jenkinsfile);
  const source = { path: jenkinsfile, text: readFileSync(jenkinsfile, 'utf8') };
  const refused = { ...source, text: refusedCalls(source.text) };
  const library = openLibrary(project);
  try {
    const steps = library.runDirect(source, { scenario }).events.length;
    const times = await interleaved(
      [
        { name: 'jenkinsPipelineUnit', run: () => run('mvn', ['-q', 'test'], handWritten) },
        { name: 'direct', run: () => library.runDirect(source, { scenario }) },
        { name: 'warmEngine', run: () => library.runEngine(source, { scenario }) },
        { name: 'refused', run: () => library.runEngine(refused, { scenario }) },
        { name: 'coldEngine', run: () => runNode(gigCi, 'run', jenkinsfile, '--world', 'engine') },
      ],
      repetitions,
    );
    const against = { against: jenkinsPipelineUnit, theirs: times.jenkinsPipelineUnit };
    return {
      comparisons: [
        { subject: 'a run in Node', ours: times.direct, ...against, atMost: 1 / 100 },
        { subject: 'a run on the warm engine', ours: times.warmEngine, ...against, atMost: 1 / 10 },
        { subject: 'gig-ci run --world engine, cold', ours: times.coldEngine, ...against, atMost: 0.3 },
        {
          subject: 'the check of its call, on the warm engine',
          ours: share(times.refused, refusals),
          against: 'the whole run',
          theirs: times.warmEngine,
          atMost: 0.05,
        },
      ],
      rates: [
        { subject: 'steps in Node', perSecond: (1000 * steps) / times.direct.median },
        {
          subject: 'steps on the engine, saved and restored at each',
          perSecond: (1000 * steps) / times.warmEngine.median,
        },
      ],
    };
  } finally {
    await library.close();
  }
}
