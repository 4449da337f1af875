/** Writes the generated pages of `docs/`: `npm run docs`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pages } from './pages';

const folder = join(__dirname, '../..');
for (const [path, text] of pages(folder)) writeFileSync(join(folder, path), text);
