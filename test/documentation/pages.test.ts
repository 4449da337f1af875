/** The generated pages of docs/ are those that the tables of the compiler give now. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtins } from '../../src/compiler/builtins';
import { expressionTable } from '../../src/compiler/syntax/expressions';
import { statementTable } from '../../src/compiler/syntax/statements';
import { pages } from '../../src/documentation/pages';

const root = join(__dirname, '../..');
const generated = pages(root);

test.each([...generated.keys()])('%s is fresh: `npm run docs` writes it', (path) => {
  expect(readFileSync(join(root, path), 'utf8')).toBe(generated.get(path));
});

test('the reference has every construct, every member with its examples, and every refusal', () => {
  const text = generated.get('docs/language.md') ?? '';
  for (const row of [...statementTable.values(), ...expressionTable.values()]) {
    expect(text).toContain('reference' in row ? `### ${row.reference.name}\n` : row.refusal.code);
  }
  for (const { signature, examples } of builtins) {
    expect(text).toContain(`#### \`${signature}\`\n`);
    for (const [source] of examples) expect(text).toContain(source);
  }
});
