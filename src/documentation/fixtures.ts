/** The examples of the diagnostics: `GIG1001.ts` has the problem, its twin in `fixed/` follows the suggestion. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { compile } from '../compiler/compile';
import { loadSources } from '../compiler/load';
import type { Diagnostic } from '../diagnostics/diagnostic';
import { readScript } from '../model/scripts';
import { readGlobalVariables } from '../model/global-variables';

/** Files of a project, by path; the first is the one that matters. */
export type ProjectFiles = ReadonlyMap<string, string>;

/** The example of a diagnostic: files that yield it, and the same after its suggestion. */
export interface Fixture {
  readonly code: string;
  readonly broken: ProjectFiles;
  /** Nothing when no change of these files alone could follow the suggestion. */
  readonly fixed: ProjectFiles | undefined;
}

/** Reads the fixtures of a folder, sorted by code. */
export function readFixtures(folder: string): readonly Fixture[] {
  const names = readdirSync(folder).filter((name) => /\.(ts|sh)$/.test(name));
  return names.sort().map((name) => {
    const twin = join(folder, 'fixed', name);
    return {
      code: name.replace(/\.\w+$/, ''),
      broken: filesOf(name, readFileSync(join(folder, name), 'utf8')),
      fixed: existsSync(twin) ? filesOf(name, readFileSync(twin, 'utf8')) : undefined,
    };
  });
}

/** What is wrong with the files of a fixture, as the part of gig-ci says it that knows the code. */
export function diagnosticsOf(code: string, files: ProjectFiles): readonly Diagnostic[] {
  if (code.startsWith('GIG41')) {
    return [...files].flatMap(([path, text]) => readScript(basename(path), text).diagnostics);
  }
  const project = loadSources('/project', files);
  return code.startsWith('GIG40') ? readGlobalVariables(project).diagnostics : compile(project).diagnostics;
}

/** `vars/gigFixture.ts` or the script, and the files that `// @file path` begins. */
function filesOf(name: string, text: string): ProjectFiles {
  if (name.endsWith('.sh')) return new Map([['resources/gig-ci/fixture.sh', text]]);
  const [main = '', ...others] = text.split(/^\/\/ @file /m);
  const named = others.map((part) => {
    const end = part.indexOf('\n');
    return [part.slice(0, end).trim(), part.slice(end + 1)] as const;
  });
  return new Map([['vars/gigFixture.ts', main], ...named]);
}
