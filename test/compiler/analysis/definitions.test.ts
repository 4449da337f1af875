import { globSync } from 'glob';
import { join } from 'node:path';
import { takenClasses } from '../../../src/compiler/analysis/definitions';

test('no shared module can take the name of a runtime helper', () => {
  const helpers = globSync('*.groovy', { cwd: join(__dirname, '../../../src/runtime') }).map((file) =>
    file.replace('.groovy', ''),
  );
  expect(helpers).not.toEqual([]);
  expect(helpers.filter((name) => !takenClasses.includes(name))).toEqual([]);
});
