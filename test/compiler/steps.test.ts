/** Steps and primitives ask for the same in both worlds: here stands what they ask for. */
import type { Value } from '../../src/simulator/program';
import { describeInBothWorlds, openSources, type Run } from '../support';
import { sources } from './step-sources';

/** The steps of these names, each with the argument that matters. */
async function asked(
  run: Run,
  call: string,
  argumentOf: { readonly [step: string]: string },
): Promise<readonly (readonly [string, Value | undefined])[]> {
  const { failure, events } = await run(call);
  expect(failure).toBeUndefined();
  return events.flatMap(({ operation, arguments: given }) => {
    const name = argumentOf[operation];
    return name === undefined ? [] : [[operation, given[name]] as const];
  });
}

describeInBothWorlds(
  'steps',
  () => openSources(sources),
  (run) => {
    test('values travel as environment, never as text of the command', async () => {
      const listPrelude = [
        'set --',
        'gig_index=1',
        'while [ "$gig_index" -le "${GIG_WORDS_COUNT:-0}" ]; do',
        '    eval "set -- \\"\\$@\\" \\"\\${GIG_WORDS_$gig_index-}\\""',
        '    gig_index=$((gig_index + 1))',
        'done',
      ];
      const call = "gigShell(image: 'a b', words: ['x', 'y z', ''])";
      expect(
        await asked(run, call, { sh: 'script', withEnv: 'overrides', withCredentials: 'bindings' }),
      ).toEqual([
        ['withEnv', ['GIG_IMAGE=a b']],
        ['sh', 'docker pull "${GIG_IMAGE-}" && docker pull "${GIG_IMAGE-}"'],
        ['withEnv', ['GIG_PORT=80', 'GIG_WORDS_COUNT=3', 'GIG_WORDS_1=x', 'GIG_WORDS_2=y z', 'GIG_WORDS_3=']],
        ['sh', [...listPrelude, 'run --port="${GIG_PORT-}" \\', '  "$@"'].join('\n')],
        ['withEnv', ['GIG_IMAGE=a b']],
        ['sh', 'docker inspect "${GIG_IMAGE-}"'],
        ['withEnv', ['GIG_IMAGE=a b']],
        ['sh', 'test -e "${GIG_IMAGE-}"'],
        ['sh', 'true'],
        ['withEnv', ['DB_PORT=80', 'EMPTY=']],
        ['sh', 'env'],
        ['withCredentials', [{ $symbol: 'string', credentialsId: 'token', variable: 'GIG_TOKEN' }]],
        ['withEnv', ['GIG_IMAGE=a b']],
        ['sh', 'curl -H "X: ${GIG_TOKEN-}" "${GIG_IMAGE-}"'],
        [
          'withCredentials',
          [
            {
              $symbol: 'usernamePassword',
              credentialsId: 'login',
              usernameVariable: 'GIG_USERNAME',
              passwordVariable: 'GIG_PASSWORD',
            },
          ],
        ],
        ['sh', 'login "${GIG_USERNAME-}" "${GIG_PASSWORD-}"'],
      ]);
    });

    test('a script gets its inputs as environment, without absent ones and secrets, and gives typed outputs', async () => {
      const withoutName = [
        'GIG_IMAGE=postgres:15',
        'GIG_ARGUMENTS_COUNT=2',
        'GIG_ARGUMENTS_1=-c',
        'GIG_ARGUMENTS_2=x y',
      ];
      const [image = '', ...list] = withoutName;
      expect(
        await asked(run, 'gigScript()', { withEnv: 'overrides', sh: 'script', echo: 'message' }),
      ).toEqual([
        ['withEnv', withoutName],
        ['sh', '<resource gig-ci/start.sh>'],
        ['echo', '4916 a,b'],
        ['withEnv', [image, 'GIG_NAME=db', ...list]],
        ['sh', '<resource gig-ci/start.sh>'],
        ['echo', '4916 a,b'],
      ]);
    });

    test('bodies give their results, branches theirs by name, flow primitives tell how they ended', async () => {
      expect(
        await asked(run, 'gigFlow()', { echo: 'message', retry: 'conditions', parallel: 'failFast' }),
      ).toEqual([
        ['parallel', true],
        ['echo', 'first second'],
        ['parallel', undefined],
        ['echo', 'a! b!'],
        ['retry', [{ $symbol: 'agent' }]],
        ['echo', '8'],
        ['echo', 'in time'],
        ['echo', 'work'],
        ['echo', 'SUCCESS'],
        ['echo', 'FAILED'],
        ['echo', 'broken'],
      ]);
    });

    test('modules call each other: default functions, named functions, shared helpers', async () => {
      expect(await asked(run, 'gigCaller()', { echo: 'message' })).toEqual([
        ['echo', 'x 4x2.5'],
        ['echo', 'y 1x2.5'],
        ['echo', 'z stopped: done'],
      ]);
    });
  },
);
