/** Evaluates scripts with the Groovy of Jenkins, outside the Pipeline engine: the oracle for text that we read or write. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { cacheFolder } from '../../src/engine/cache';
import { resolveDependencies } from '../../src/engine/dependencies';
import { findJava } from '../../src/engine/toolchain';

/** What a script returned, as JSON, or what it failed with. */
export type GroovyResult = { readonly value: unknown } | { readonly failure: string };

/** The first use fetches the libraries of the engine. */
export const GROOVY_TIMEOUT_MILLISECONDS = 300_000;

/** Evaluates scripts in one JVM. @param sourceFolder Groovy classes that the scripts may use, in folders by package */
export async function evaluateGroovy(
  scripts: readonly string[],
  sourceFolder?: string,
): Promise<readonly GroovyResult[]> {
  const program = join(__dirname, 'evaluate.groovy');
  return readResults(await runGroovy(program, scripts, sourceFolder === undefined ? [] : [sourceFolder]));
}

/**
 * Runs a Groovy program that reads a list of texts as JSON from one file and writes JSON to another.
 * @returns what it wrote
 */
export async function runGroovy(
  program: string,
  texts: readonly string[],
  sourceFolders: readonly string[] = [],
): Promise<string> {
  const libraries = await resolveDependencies(cacheFolder(), () => undefined);
  const folder = mkdtempSync(join(tmpdir(), 'gig-ci-groovy-'));
  try {
    const [input, output] = [join(folder, 'texts.json'), join(folder, 'results.json')];
    writeFileSync(input, JSON.stringify(texts));
    const options = [
      '-XX:TieredStopAtLevel=1',
      '-XX:+UseSerialGC',
      '-Dfile.encoding=UTF-8',
      '-cp',
      [...libraries, ...sourceFolders].join(delimiter),
    ];
    execFileSync(findJava().java, [...options, 'groovy.ui.GroovyMain', program, input, output], {
      stdio: 'pipe',
    });
    return readFileSync(output, 'utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function readResults(text: string): readonly GroovyResult[] {
  const results: unknown = JSON.parse(text);
  if (Array.isArray(results) && results.every(isResult)) return results;
  throw new Error(`no results: ${text}`);
}

function isResult(value: unknown): value is GroovyResult {
  return typeof value === 'object' && value !== null && ('value' in value || 'failure' in value);
}
