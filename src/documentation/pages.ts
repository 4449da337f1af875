/** The generated pages of `docs/`. */
import { join } from 'node:path';
import { diagnosticsReference } from './diagnostics';
import { readFixtures } from './fixtures';
import { languageReference } from './language';
import { readablePage } from './readable';

/** Path relative to the folder of gig-ci -> text. */
export function pages(folder: string): ReadonlyMap<string, string> {
  const fixtures = readFixtures(join(folder, 'test/diagnostics/fixtures'));
  return new Map([
    ['docs/language.md', languageReference()],
    ['docs/diagnostics.md', diagnosticsReference(fixtures)],
    ['docs/readable.md', readablePage(folder)],
  ]);
}
