/**
 * Writes the generated pages of `docs/`: `npm run docs`. Here lives what turns the tables of the compiler and the
 * fixtures of its messages into Markdown for authors.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pages } from './pages';

const folder = join(__dirname, '../..');
for (const [path, text] of pages(folder)) writeFileSync(join(folder, path), text);
