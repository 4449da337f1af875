/** The examples in pipeline functions: as generators in Node, and as CPS code that is saved at every step. */
import { runInThisContext } from 'node:vm';
import ts from 'typescript';
import { builtins } from '../../../src/compiler/builtins';
import { describeInBothWorlds, openSources } from '../../support';
import { thorough } from '../../support/thorough';

const documented = builtins
  .filter(({ colour }) => colour === 'any')
  .flatMap(({ examples: all }) => all.map(([source, result]) => ({ source, result })));

/** Every member with a callback that uses a step in it, on a list of texts. */
const withSteps = builtins
  .flatMap(({ colour, member, callback }) => {
    if (colour === 'pure' || callback === undefined) return [];
    const returned = {
      boolean: 'each.length > 1',
      list: "each.split('')",
      nothing: '',
      number: 'each.length',
      value: "each + '!'",
    }[callback.result];
    const body = `echo('step'); ${returned === '' ? 'seen.push(each);' : `return ${returned};`}`;
    const call =
      member === 'reduce'
        ? "list.reduce((all, each) => { echo('step'); return all + each; }, '-')"
        : `list.${member}((each) => { ${body} })`;
    const source = returned === '' ? `${call}; return seen;` : `return ${call};`;
    return [
      `const list = ['a', 'bb', '', 'ccc']; ${returned === '' ? 'const seen: string[] = []; ' : ''}${source}`,
    ];
  })
  .map((source) => {
    const { outputText } = ts.transpileModule(`function example() { ${source} }`, {});
    const result: unknown = runInThisContext(
      `(() => { const echo = () => undefined; ${outputText} return example(); })()`,
    );
    return { source, result };
  });

const examples = [...documented, ...withSteps];

/** A function that is a pipeline function because it uses a step, with the example in it. */
function pipelineFunction(source: string, index: number): string {
  const body = /\breturn\b/.test(source) ? source : `return ${source};`;
  return `function example${index}() { echo('example ${index}'); ${body} }\n`;
}

function librarySource(): string {
  const calls = examples.map((_example, index) => `echo(JSON.stringify([example${index}()]));`);
  const groups = Array.from({ length: Math.ceil(calls.length / 50) }, (_group, index) =>
    calls.slice(index * 50, index * 50 + 50).join('\n  '),
  );
  return `import { echo } from 'gig-ci/jenkins';

${examples.map(({ source }, index) => pipelineFunction(source, index)).join('\n')}
${groups.map((group, index) => `function group${index}(): void {\n  ${group}\n}\n`).join('\n')}
/** Runs the examples. */
export default function gigExamples(): void {
  ${groups.map((_group, index) => `group${index}();`).join('\n  ')}
}
`;
}

describeInBothWorlds(
  'the examples',
  () => openSources({ 'vars/gigExamples.ts': librarySource() }),
  (run) => {
    test('give their documented results in pipeline functions', async () => {
      const record = await run('gigExamples()');
      expect(record.result).toBe('SUCCESS');
      const said = record.events
        .map(({ arguments: given }) => given['message'])
        .filter((message) => typeof message === 'string' && message.startsWith('['));
      expect(examples.map(({ source }, index) => [source, said[index]])).toEqual(
        examples.map(({ source, result }) => [source, JSON.stringify([result])]),
      );
    });
  },
  // One long run of many small programs: a restart at every step is one of each of them.
  () => thorough(['never', 'restart at every step'], ['never']),
);
