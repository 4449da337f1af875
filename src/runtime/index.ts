/**
 * The Groovy that generated code calls: hand-written classes, one idea each, of which a library gets those that it needs.
 * Each has its twin in JavaScript itself, in `src/direct/` or, for Parameters, in `src/outputs/parameter-check.ts`.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The same folder from `src/runtime/` and from `dist/runtime/`. */
const RUNTIME_FOLDER = join(__dirname, '../../src/runtime');

/** A class of the runtime. */
export interface RuntimeFile {
  /** Path in the library: `src/gigci/runtime/Text.groovy`. */
  readonly path: string;
  /** Path in this project: `src/runtime/Text.groovy`. */
  readonly source: string;
  readonly text: string;
}

/**
 * Classes of the runtime and those that these need, sorted by name.
 * @param names `Text`, `Lists`
 */
export function runtimeFiles(names: Iterable<string>): readonly RuntimeFile[] {
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
  for (const name of names) visit(name);
  return [...needed].sort().map((name) => ({
    path: `src/gigci/runtime/${name}.groovy`,
    source: `src/runtime/${name}.groovy`,
    text: sources.get(name) ?? '',
  }));
}

/** Helpers of the same package are used without an import: `Values.equal(a, b)`. */
function neighbours(source: string, names: readonly string[]): readonly string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
  return names.filter((name) => new RegExp(`\\b${name}\\b`).test(code));
}
