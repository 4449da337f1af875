/** The library of this repository, as its build left it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadContradictions } from '../../src/check/contradictions';
import { CheckedLibrary } from '../../src/check/library';
import { readApi } from '../../src/outputs/read-api';

/** With one version, `v1`. */
export function realLibrary(): CheckedLibrary {
  const api = join(__dirname, '..', '..', 'groovy-out', 'api.json');
  const code = join(__dirname, '..', '..', 'groovy-out', 'contradictions.js');
  return new CheckedLibrary(
    'gig-ci',
    readApi(readFileSync(api, 'utf8'), api).variables,
    () => ['v1'],
    () => loadContradictions(readFileSync(code, 'utf8'), code),
  );
}
