/** What modules share, and global variables that use no step, in both worlds. */
import { describeInBothWorlds, openSources } from '../support';

const constants = [
  'CALL',
  'RUN',
  'PERFORM',
  'GET_CLASS',
  'GET_ENV',
  'ECHO',
  'CLASS',
  'PRINT',
  'É',
  '$X',
  'Names',
  '_1',
];

const sources = {
  'vars/gigPure.ts': `/** Computes.\n * @returns the number\n */\nexport default function gigPure(): number { return 1; }\n`,
  'vars/gigCaller.ts': `import { echo } from 'gig-ci/jenkins';
import gigPure from './gigPure';
import { tag } from './shared/tags';
/** Calls. */
export default function gigCaller(): void { echo(\`\${gigPure()}\`); echo(tag('x')); }
`,
  'vars/shared/tags.ts': `const LIST = ['q'] as const;
export function tag(x: string): string { return ['a'].map((y) => LIST.join('') + y + x).join(''); }
`,
  'vars/gigConstants.ts': [
    `import { echo } from 'gig-ci/jenkins';`,
    ...constants.map((name) => `const ${name} = ['${name}'] as const;`),
    '/** Says its constants. */',
    'export default function gigConstants(): void {',
    ...constants.map((name) => `  echo(${name}.join(','));`),
    '}',
  ].join('\n'),
  'vars/gigParallel.ts': `import { parallel } from 'gig-ci/jenkins';
/** Runs no branches. */
export default function gigParallel(): void { parallel({}); }
`,
  'vars/gigCommand.ts': `import { node, sh } from 'gig-ci/jenkins';
/** Runs a command. */
export default function gigCommand(): void {
  let count = 1;
  const next = (): string => { count += 1; return 'next'; };
  node(() => { sh\`run \${count} \${next()} \${count}\`; });
}
`,
};

describeInBothWorlds(
  'modules',
  () => openSources(sources),
  (run) => {
    const argumentsOf = async (call: string, step: string, name: string): Promise<readonly unknown[]> => {
      const { result, events } = await run(call);
      expect(result).toBe('SUCCESS');
      return events.filter(({ operation }) => operation === step).map((event) => event.arguments[name]);
    };

    test('a global variable that uses no step can be called', async () => {
      expect(await run('gigPure()')).toMatchObject({ result: 'SUCCESS', events: [] });
    });

    test('another global variable can call it, and a closure of a shared helper can use a constant', async () => {
      expect(await argumentsOf('gigCaller()', 'echo', 'message')).toEqual(['1', 'qax']);
    });

    test('constants may have any name', async () => {
      expect(await argumentsOf('gigConstants()', 'echo', 'message')).toEqual(constants);
    });

    test('parallel without branches', async () => {
      expect(await run('gigParallel()')).toMatchObject({
        result: 'SUCCESS',
        events: [{ operation: 'parallel' }],
      });
    });

    test('a hole that another one assigns is read again', async () => {
      expect(await argumentsOf('gigCommand()', 'withEnv', 'overrides')).toEqual([
        ['GIG_COUNT=1', 'GIG_VALUE_2=next', 'GIG_COUNT_X2=2'],
      ]);
    });
  },
);
