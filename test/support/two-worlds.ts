/** Runs a small library in both worlds and demands that they agree; the base of the behavioural tests. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ToolMissing } from '../../src/engine';
import { compareRecords } from '../../src/simulator/compare';
import type { RunRecord } from '../../src/simulator/record';
import type { Scenario } from '../../src/simulator/scenario';
import { openLibrary, type Library } from '../../src/testing/library';

/** Whether this machine runs the engine; a suite that needs it says so by {@link describeEngine}. */
export async function engineMissing(library: Library): Promise<string | undefined> {
  try {
    await library.startEngine();
    return undefined;
  } catch (problem) {
    if (problem instanceof ToolMissing) return problem.message;
    throw problem;
  }
}

/** Writes files of a project into a temporary folder, opens the library and removes the folder again. */
export function openSources(files: { readonly [path: string]: string }): Library {
  const folder = mkdtempSync(join(tmpdir(), 'gig-ci-test-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return openLibrary(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Runs a Jenkinsfile in both worlds; the record of one, since they are equal. */
export async function runBoth(library: Library, call: string, scenario: Scenario = {}): Promise<RunRecord> {
  const jenkinsfile = { path: 'Jenkinsfile', text: `@Library('gig-ci@v1') _\n${call}\n` };
  const direct = library.runDirect(jenkinsfile, { scenario });
  if (process.env['GIG_CI_WORLD'] === 'direct') return direct;
  const engine = await library.runEngine(jenkinsfile, { scenario });
  expect({ difference: compareRecords(direct, engine) }).toEqual({ difference: undefined });
  return direct;
}
