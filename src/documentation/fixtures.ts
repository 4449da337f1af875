/** The examples of the diagnostics: `GIG1001.ts` has the problem, its twin in `fixed/` follows the suggestion. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Files of a project, by path; the first is the one that matters. */
export type ProjectFiles = ReadonlyMap<string, string>;

export interface Fixture {
  readonly code: string;
  readonly broken: ProjectFiles;
  /** Nothing when no change of these files alone could follow the suggestion. */
  readonly fixed: ProjectFiles | undefined;
}

/** Reads the fixtures of a folder, sorted by code. */
export function readFixtures(folder: string): readonly Fixture[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.ts'));
  return names.sort().map((name) => {
    const twin = join(folder, 'fixed', name);
    return {
      code: name.replace(/\.ts$/, ''),
      broken: filesOf(readFileSync(join(folder, name), 'utf8')),
      fixed: existsSync(twin) ? filesOf(readFileSync(twin, 'utf8')) : undefined,
    };
  });
}

/** `vars/gigFixture.ts`, and the files that `// @file path` begins. */
function filesOf(text: string): ProjectFiles {
  const [main = '', ...others] = text.split(/^\/\/ @file /m);
  const named = others.map((part) => {
    const end = part.indexOf('\n');
    return [part.slice(0, end).trim(), part.slice(end + 1)] as const;
  });
  return new Map([['vars/gigFixture.ts', main], ...named]);
}
