/** What a command costs, each in a process of its own. */
import { join } from 'node:path';
import { interleaved } from './measure';
import { gigCi, project, runNode } from './processes';
import type { Comparison } from './table';

const tsc = require.resolve('typescript/bin/tsc');

/** `gig-ci build` of an unchanged library against the TypeScript compiler on the same files; `--help` against an empty Node. */
export async function compareCommands(repetitions: number): Promise<Comparison[]> {
  const builds = await interleaved(
    [
      { name: 'build', run: () => runNode(gigCi, 'build') },
      { name: 'smallLibrary', run: () => runNode(tsc, '--noEmit', '--project', join(project, 'vars')) },
      {
        name: 'standardLibrary',
        run: () =>
          runNode(tsc, '--noEmit', '--project', join(project, 'bench', 'tsconfig.standard-lib.json')),
      },
    ],
    repetitions,
  );
  const starts = await interleaved(
    [
      { name: 'help', run: () => runNode(gigCi, '--help') },
      { name: 'empty', run: () => runNode('-e', '0') },
    ],
    repetitions,
  );
  return [
    {
      subject: 'gig-ci build',
      against: 'tsc --noEmit, the same small lib',
      ours: builds.build,
      theirs: builds.smallLibrary,
      atMost: 1.3,
    },
    {
      subject: 'gig-ci build',
      against: 'tsc --noEmit, the standard lib',
      ours: builds.build,
      theirs: builds.standardLibrary,
      atMost: 1.0,
    },
    { subject: 'gig-ci --help', against: 'node -e 0', ours: starts.help, theirs: starts.empty },
  ];
}
