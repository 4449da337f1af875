/**
 * Which line of TypeScript a line of generated Groovy comes from. Jenkins reports Groovy lines; `gig-ci where` answers
 * with the author's.
 */
import type { Origin } from './tree';

/** The places that the lines of one Groovy file come from. */
export interface LineMap {
  /** Path in groovy-out/. */
  readonly groovy: string;
  /** Path of the TypeScript file, relative to the project folder. */
  readonly source: string;
  /** By Groovy line, counted from 1. Lines that the compiler added have none. */
  readonly origins: ReadonlyMap<number, Origin>;
}

/**
 * What stands for one line: lines of Groovy and of TypeScript since the entry before, the column, and the file when it
 * is another than the source. Differences, so that a line more in TypeScript changes one entry and not all behind it.
 */
type Entry =
  | readonly [groovy: number, line: number, column: number]
  | readonly [groovy: number, line: number, column: number, file: string];

interface SerialisedLineMap {
  readonly groovy: string;
  readonly source: string;
  readonly lines: readonly Entry[];
}

/** The place in TypeScript that a Groovy line comes from, or the nearest line above it that has one. */
export function originOf({ origins }: LineMap, groovyLine: number): Origin | undefined {
  for (let line = groovyLine; line > 0; line--) {
    const origin = origins.get(line);
    if (origin !== undefined) {
      return origin;
    }
  }
  return undefined;
}

/** The content of `maps/<name>.json`: JSON, one entry a line. */
export function serialiseLineMap({ groovy, source, origins }: LineMap): string {
  let previousGroovy = 0;
  let previousLine = 0;
  const entries: string[] = [];
  for (const [groovyLine, { file, line, column }] of [...origins].sort(([left], [right]) => left - right)) {
    const numbers = [groovyLine - previousGroovy, line - previousLine, column];
    entries.push(JSON.stringify(file === source ? numbers : [...numbers, file]));
    previousGroovy = groovyLine;
    previousLine = line;
  }
  const head = `"groovy": ${JSON.stringify(groovy)},\n  "source": ${JSON.stringify(source)}`;
  const lines = entries.length === 0 ? '[]' : `[\n    ${entries.join(',\n    ')}\n  ]`;
  return `{\n  ${head},\n  "lines": ${lines}\n}\n`;
}

/**
 * Reads what {@link serialiseLineMap} wrote.
 * @throws SyntaxError when the text is no line map
 */
export function parseLineMap(text: string): LineMap {
  const parsed: unknown = JSON.parse(text);
  if (!isSerialisedLineMap(parsed)) {
    throw new SyntaxError('not a line map: groovy, source or lines are missing');
  }
  const origins = new Map<number, Origin>();
  let groovyLine = 0;
  let line = 0;
  for (const [groovyDifference, lineDifference, column, file] of parsed.lines) {
    groovyLine += groovyDifference;
    line += lineDifference;
    origins.set(groovyLine, { file: file ?? parsed.source, line, column });
  }
  return { groovy: parsed.groovy, source: parsed.source, origins };
}

function isSerialisedLineMap(value: unknown): value is SerialisedLineMap {
  return (
    typeof value === 'object' &&
    value !== null &&
    'groovy' in value &&
    typeof value.groovy === 'string' &&
    'source' in value &&
    typeof value.source === 'string' &&
    'lines' in value &&
    Array.isArray(value.lines) &&
    value.lines.every(isEntry)
  );
}

function isEntry(value: unknown): value is Entry {
  return (
    Array.isArray(value) &&
    (value.length === 3 || (value.length === 4 && typeof value[3] === 'string')) &&
    value.slice(0, 3).every((part) => typeof part === 'number')
  );
}
