/** The hand-written Groovy helpers that a library needs, copied from `src/runtime/`. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { generatedFrom } from '../outputs/header';

/** The same folder from `src/build/` and from `dist/build/`. */
const RUNTIME_FOLDER = join(__dirname, '../../src/runtime');

/**
 * The helpers that the given Groovy files import, and those that these need.
 * @returns path in the library -> content, `src/gigci/runtime/Text.groovy` -> …
 */
export function runtimeFiles(groovyTexts: Iterable<string>): ReadonlyMap<string, string> {
  const sources = new Map(
    readdirSync(RUNTIME_FOLDER)
      .filter((file) => file.endsWith('.groovy'))
      .map((file) => [file.replace(/\.groovy$/, ''), readFileSync(join(RUNTIME_FOLDER, file), 'utf8')]),
  );
  const needed = new Set<string>();
  const visit = (name: string): void => {
    const source = sources.get(name);
    if (source === undefined || needed.has(name)) return;
    needed.add(name);
    neighbours(source, [...sources.keys()]).forEach(visit);
  };
  for (const text of groovyTexts) importedHelpers(text).forEach(visit);
  return new Map(
    [...needed]
      .sort()
      .map((name) => [
        `src/gigci/runtime/${name}.groovy`,
        `// ${generatedFrom(`src/runtime/${name}.groovy`)}\n${sources.get(name) ?? ''}`,
      ]),
  );
}

function importedHelpers(text: string): readonly string[] {
  return [...text.matchAll(/^import gigci\.runtime\.(\w+)$/gm)].flatMap(([, name]) => name ?? []);
}

/** Helpers of the same package are used without an import: `Values.equal(a, b)`. */
function neighbours(source: string, names: readonly string[]): readonly string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
  return names.filter((name) => new RegExp(`\\b${name}\\b`).test(code));
}
