/** What grows beyond the limits is a diagnostic at its place, and never an error of the engine. */
import { compile } from '../../src/compiler/compile';
import { loadSources } from '../../src/compiler/load';
import { describeInBothWorlds, openSources } from '../support';
import { sample } from '../support/thorough';
import { moduleOfShape, shapeNames } from './shapes';

/** Every shape may have so many parts; of some the engine takes no more. */
const [fitting, large] = [60, 250];

const refused: { readonly [shape: string]: string } = {
  arguments: '250 arguments of one call, more than 200',
  'branches of parallel': '250 named arguments of one call, more than 100',
  'callbacks in each other': 'it is nested more than 520 levels deep',
  'calls in each other': 'code in more than 64 levels',
  cases: '251 cases in one switch, more than 200',
  'conditions in each other': 'code in more than 64 levels',
  'handlers in each other': 'code in more than 64 levels',
  'holes of a text': '250 values in one text, more than 200',
  'links of a chain': 'it is nested more than 520 levels deep',
  'lists in each other': 'code in more than 64 levels',
  'loops in each other': 'code in more than 64 levels',
  'objects in each other': 'code in more than 64 levels',
  'operators of a text': 'more than 100 operators in one expression',
  'operators of conditions': 'more than 100 operators in one expression',
  'operators of numbers': 'code in more than 64 levels',
  'parameters of a closure': '250 arguments of one call, more than 200',
  'parentheses in each other': 'code in more than 64 levels',
  'spreads of a list': 'more than 100 operators in one expression',
  'spreads of an object': 'more than 100 operators in one expression',
  'stages in each other': 'it is nested more than 520 levels deep',
  'statements in a condition': '250 statements in one block, more than 200',
  'statements in a handler': '250 statements in one block, more than 200',
  'statements in a loop': '250 statements in one block, more than 200',
  'statements that closures share': '252 statements in one block, more than 200',
  'values of one case': '250 cases in one switch, more than 200',
};

const sourcesOf = (size: number): readonly (readonly [shape: string, path: string, text: string])[] =>
  shapeNames.map((shape, index) => {
    const name = `gigShape${size}N${index}`;
    return [shape, `vars/${name}.ts`, moduleOfShape(name, shape, size)];
  });
const largeSources = sourcesOf(large);

test('a shape is refused for what is too large in it', () => {
  const { diagnostics } = compile(
    loadSources('/limits', new Map(largeSources.map(([, path, text]) => [path, text]))),
  );
  const problems = Object.fromEntries(
    largeSources.flatMap(([shape, path]) => {
      const own = diagnostics.filter(({ file }) => file === path);
      return own.length === 0 ? [] : [[shape, own.map(({ code, message }) => `${code} ${message}`)] as const];
    }),
  );
  expect(problems).toEqual(
    Object.fromEntries(
      Object.entries(refused).map(([shape, limit]) => [
        shape,
        [`GIG5001 The engine cannot load this: ${limit}.`],
      ]),
    ),
  );
});

const programs = sample(
  [...sourcesOf(fitting), ...largeSources.filter(([shape]) => refused[shape] === undefined)],
  5,
);

describeInBothWorlds(
  'a shape that grows',
  () => openSources(Object.fromEntries(programs.map(([, path, text]) => [path, text]))),
  (run) => {
    test.each(programs)('%s (%s) is loaded', async (_shape, path) => {
      const { result, failure, events } = await run(`${path.slice('vars/'.length, -'.ts'.length)}()`);
      expect({ result, failure }).toEqual({ result: 'SUCCESS', failure: undefined });
      expect(events.length).toBeGreaterThan(0);
    });
  },
  () => [],
);
