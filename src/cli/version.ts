import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The version of this gig-ci, from its package.json. */
export function version(): string {
  const description: unknown = JSON.parse(readFileSync(join(__dirname, '..', '..', 'package.json'), 'utf8'));
  const known = typeof description === 'object' && description !== null && 'version' in description;
  return known ? String(description.version) : 'unknown';
}
