/** What a run of the one-line pipeline costs, against the same pipeline written and tested the way Jenkins users do today. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openLibrary, readScenarioOf } from 'gig-ci';
import { difference, interleaved } from './measure';
import { gigCi, project, run, runNode } from './processes';
import type { Comparison, Rate } from './table';

const example = join(project, 'examples', 'gig-route');
const handWritten = join(project, 'bench', 'jenkins-pipeline-unit');
const jenkinsPipelineUnit = 'JenkinsPipelineUnit, mvn -q test, warm';

/** Runs the example in both worlds and the hand-written pipeline in turn. Needs Java and Maven. */
export async function comparePipelines(
  repetitions: number,
): Promise<{ readonly comparisons: readonly Comparison[]; readonly rates: readonly Rate[] }> {
  const jenkinsfile = join(example, 'Jenkinsfile');
  const scenario = readScenarioOf(jenkinsfile);
  const source = { path: jenkinsfile, text: readFileSync(jenkinsfile, 'utf8') };
  // Both end with their first step; the check stands before that of the first.
  const refused = { ...source, text: source.text.replace("'gig-route-backend'", '7') };
  const oneStep = { ...source, text: "error 'refused'\n" };
  const library = openLibrary(project);
  try {
    const steps = library.runDirect(source, { scenario }).events.length;
    const times = await interleaved(
      [
        { name: 'jenkinsPipelineUnit', run: () => run('mvn', ['-q', 'test'], handWritten) },
        { name: 'direct', run: () => library.runDirect(source, { scenario }) },
        { name: 'warmEngine', run: () => library.runEngine(source, { scenario }) },
        { name: 'refused', run: () => library.runEngine(refused, { scenario }) },
        { name: 'oneStep', run: () => library.runEngine(oneStep, { scenario }) },
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
          ours: difference(times.refused, times.oneStep),
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
