import { problemLines } from '../../src/terminal/problems';
import { createStyle } from '../../src/terminal/style';

const plain = createStyle(false);

test('problems in a row that have the same remedy share it', () => {
  const first = { place: 'a.json: x', reason: 'is not known', remedy: 'Look it up.' };
  const second = { place: 'a.json: y', reason: 'is required', remedy: 'Look it up.' };
  const third = { place: 'b', reason: 'does not exist', remedy: 'Create it.' };
  expect(problemLines([first, second, third, first], plain)).toEqual([
    '4 problems with the input',
    '  a.json: x  is not known',
    '  a.json: y  is required',
    '    Look it up.',
    '  b  does not exist',
    '    Create it.',
    '  a.json: x  is not known',
    '    Look it up.',
  ]);
});
