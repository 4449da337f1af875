import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { compileLibrary } from '../../src/build/compile-library';
import { UnusableInput } from '../../src/diagnostics/unusable-input';
import type { GlobalVariableModel } from '../../src/model/model';
import { apiText } from '../../src/outputs/api';
import { readApi } from '../../src/outputs/read-api';

const model = (name: string): GlobalVariableModel => ({
  name,
  source: `vars/${name}.ts`,
  summary: 'Does it.',
  parameters: [
    { name: 'tags', summary: 'Tags.', required: true, type: { kind: 'list', element: { kind: 'string' } } },
  ],
  examples: [],
});

function problemsOf(text: string): readonly string[] {
  try {
    readApi(text, 'out/api.json');
    return [];
  } catch (error) {
    if (!(error instanceof UnusableInput)) throw error;
    return error.problems.map(({ place, reason }) => `${place} ${reason}`);
  }
}

test('the models come back, by name', () => {
  const text = apiText([model('gigB'), model('gigA')]);
  expect(readApi(text, 'api.json').variables).toEqual([model('gigA'), model('gigB')]);
  expect(apiText([model('gigA'), model('gigB')])).toBe(text);
});

test('the file of this library says what its sources say', () => {
  const root = join(__dirname, '..', '..');
  const { variables } = readApi(readFileSync(join(root, 'groovy-out', 'api.json'), 'utf8'), 'api.json');
  expect(variables).toEqual(JSON.parse(JSON.stringify(compileLibrary(root).definitions.models)));
});

test.each<[string, string, readonly string[]]>([
  [
    'no JSON',
    '{"formatVersion": 1,\n  variables: []}',
    ['out/api.json:2:3 is not JSON: Expected double-quoted property name'],
  ],
  [
    'a newer format',
    '{"formatVersion": 2}',
    ['out/api.json has the format 2, and this gig-ci reads up to 1'],
  ],
  ['nothing in it', '{}', ['out/api.json: formatVersion is required', 'out/api.json: variables is required']],
  [
    'a list without elements',
    apiText([model('gigA')]).replace('"element"', '"elements"'),
    ['out/api.json: variables[0].parameters[0].type.element is required'],
  ],
])('%s is refused, with all that is wrong', (_name, text, problems) => {
  expect(problemsOf(text)).toEqual(problems);
});
