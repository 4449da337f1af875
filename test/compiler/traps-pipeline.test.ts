/** The traps that need parameters, several files, a scenario or the shell, in both worlds. */
import { execFileSync } from 'node:child_process';
import type { RunRecord } from '../../src/simulator/record';
import { compile } from '../../src/compiler/compile';
import { loadSources } from '../../src/compiler/load';
import { describeWithJava } from '../support/java';
import { describeInBothWorlds, openSources } from '../support';
import { sources } from './traps/pipeline-sources';

const open = (): ReturnType<typeof openSources> => openSources(sources);

function said({ events }: RunRecord): readonly unknown[] {
  return events.flatMap(({ operation, arguments: given }) =>
    operation === 'echo' ? [given['message']] : [],
  );
}

function tooDeep(name: string, calls: number): string {
  return `${name} calls itself too deeply: more than ${calls} calls inside each other`;
}

describeInBothWorlds('traps of a pipeline', open, (run) => {
  test('trap 6: a number of a Jenkinsfile is a number like any other', async () => {
    expect(said(await run("gigParameters(factor: 0.1, note: 'x')"))).toEqual([
      '[false,["default","added"],0.30000000000000004,0.1,"x"]',
    ]);
    expect(said(await run('gigParameters(factor: 3.0)'))).toEqual(['[false,["default","added"],9,3,"none"]']);
  });

  test('trap 10: a parameter that is null is absent', async () => {
    const call = "gigParameters(factor: null, note: '', tags: [], labels: [a: null, b: 'x'])";
    expect(said(await run(call))).toEqual(['[false,["added"],6,2,""]', 'b']);
  });

  test('trap 20: a function value may use steps', async () => {
    expect(said(await run('gigFunctionValue()'))).toEqual(['xx', 'yy']);
  });

  test('trap 22: a constant of a module is made anew for each use', async () => {
    expect(said(await run('gigConstants()'))).toEqual(['abc', 'abc', 'ab', 'postgres:15 2']);
  });

  test('trap 23: a helper that two variables share is no step', async () => {
    expect(said(await run('gigOne()'))).toEqual(['v1']);
    expect(said(await run('gigTwo()'))).toEqual(['v2']);
    expect((await run('tags()')).failure).toMatchObject({
      kind: 'missingStep',
      message: expect.stringContaining("No such DSL method 'tags'") as string,
    });
  });

  test('trap 25: an abort passes through catch and finally', async () => {
    const whole = await run('gigGuarded()');
    expect(said(whole)).toEqual(['work', 'more', 'inner', 'late', 'outer']);
    const record = await run('gigGuarded()', { abortAtStep: 2 });
    expect(record.result).toBe('ABORTED');
    expect(said(record)).toEqual(['work', 'more', 'inner', 'Failed while cleaning up, too: late', 'outer']);
  });

  test.each([
    ['pure', 256, ['256']],
    ['pure', 257, [tooDeep('count', 256)]],
    ['mutual', 255, ['false']],
    ['mutual', 256, [tooDeep('isEven', 256)]],
    ['steps', 50, ['bottom']],
    ['steps', 1, ['the bottom']],
    ['steps', 51, [tooDeep('visit', 50)]],
    ['callback', 50, ['leaf', '1']],
    ['callback', 51, [tooDeep('across', 50)]],
    ['stages', 50, ['1']],
    ['stages', 51, [tooDeep('staged', 50)]],
    ['tree', 0, ['abcd']],
  ])('trap 26: calls nest equally deep: %s, %i', async (kind, calls, expected) => {
    const record = await run(`gigDeep(kind: '${kind}', calls: ${calls})`);
    expect(said(record)).toEqual(expected);
    expect(record.result).toBe('SUCCESS');
  });

  test('trap 26: calls that nobody counts are the same fault', async () => {
    const { failure } = await run("gigDeep(kind: 'closures', calls: 0)");
    expect(failure).toMatchObject({ kind: 'fault', message: 'the calls are nested too deeply' });
  });

  test('trap 28: an empty value removes a variable', async () => {
    expect(said(await run('gigVariables()'))).toEqual(['removed', 'c', 'a', 'removed']);
  });

  test.each([
    ['', []],
    ['a b', ['$HOME', '`id`', "'", '"', '\\', '*', '', '-n', '%s', 'two\nlines', '$(id)', ';id']],
  ])('trap 28 and 29: the shell gets %j and a list word by word', async (text, words) => {
    const literal = (value: string): string => `'${value.replace(/['\\]/g, '\\$&').replaceAll('\n', '\\n')}'`;
    const { events } = await run(
      `gigCommand(text: ${literal(text)}, words: [${words.map(literal).join(', ')}])`,
    );
    const overrides = events.find(({ operation }) => operation === 'withEnv')?.arguments['overrides'];
    const script = events.find(({ operation }) => operation === 'sh')?.arguments['script'];
    if (!Array.isArray(overrides) || typeof script !== 'string') throw new Error('no command');
    const variables = overrides
      .map((each) => /^(\w+)=([^]*)$/.exec(String(each)))
      // Jenkins removes a variable that is empty.
      .flatMap((match) => (match?.[1] === undefined || match[2] === '' ? [] : [[match[1], match[2] ?? '']]));
    const environment = { PATH: process.env['PATH'], ...Object.fromEntries(variables) };
    const output = execFileSync('sh', ['-eu', '-c', script], { env: environment, encoding: 'utf8' });
    expect(output).toBe([text, ...words, '--', text].map((word) => `<${word}>`).join(''));
  });
});

test('trap 23: a shared module becomes a class', () => {
  const { files, diagnostics } = compile(loadSources('/project', new Map(Object.entries(sources))));
  expect(diagnostics).toEqual([]);
  expect(files.map(({ path }) => path)).toContain('src/gigci/shared/Tags.groovy');
});

describeWithJava('traps of a Jenkinsfile, on the engine', () => {
  test('trap 8: a GString is a text, and the list of the caller stays as it was', async () => {
    const library = open();
    try {
      const text = `@Library('gig-ci@v1') _
def n = 1
def tags = ["v\${n}"]
gigParameters(tags: tags, note: "note \${n}", factor: null)
echo("\${tags.size()}")
`;
      const record = await library.runEngine({ path: 'Jenkinsfile', text }, { scenario: {} });
      expect(record.failure).toBeUndefined();
      expect(said(record)).toEqual(['[true,["v1","added"],6,2,"note 1"]', '1']);
    } finally {
      await library.close();
    }
  }, 300_000);
});
