import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { takenClasses } from '../../../src/compiler/analysis/definitions';

test('no shared module can take the name of a runtime helper', () => {
  const helpers = readdirSync(join(__dirname, '../../../src/runtime')).map((file) =>
    file.replace('.groovy', ''),
  );
  expect(helpers.filter((name) => !takenClasses.includes(name))).toEqual([]);
});
