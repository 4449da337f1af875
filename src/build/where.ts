/** Which line of TypeScript a line of the generated library comes from: Jenkins reports Groovy. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { UnusableInput, type InputProblem } from '../diagnostics/unusable-input';
import { originOf, readLineMaps, type LineMap, type Origin } from '../groovy';
import { OUTPUT_FOLDER } from '../outputs/header';

/** A line of the generated library and where it comes from. */
export interface TracedLine {
  /** Path of the Groovy file in the generated library. */
  readonly groovy: string;
  readonly groovyLine: number;
  readonly origin: Origin;
}

/**
 * A place as Jenkins prints it, `gigPush.groovy:37` in a stack trace or `…/vars/gigPush.groovy: 37` in a compile error:
 * the file may have folders in front.
 */
const place = /([\w./@~-]*?)(\w+\.groovy):( ?)(\d+)/;

/** The places of one generated library. */
export class GeneratedPlaces {
  private readonly maps: ReadonlyMap<string, LineMap>;

  private readonly libraryFolder: string;

  /** @throws UnusableInput when the library was never built */
  constructor(projectFolder: string) {
    this.libraryFolder = join(projectFolder, OUTPUT_FOLDER);
    this.maps = readLineMaps(this.libraryFolder);
    if (this.maps.size === 0) {
      const reason = 'has no line maps, so nothing tells which TypeScript a line comes from';
      throw new UnusableInput([{ place: this.libraryFolder, reason, remedy: 'Run gig-ci build.' }]);
    }
  }

  /** Traces one place, or says why that is not possible. */
  trace(given: string): TracedLine | InputProblem {
    const [whole, , file = '', , line = ''] = place.exec(given) ?? [];
    if (whole !== given) {
      return {
        place: given,
        reason: 'names no line of a Groovy file',
        remedy: 'Write it as Jenkins does: gigPush.groovy:37.',
      };
    }
    return this.find(file, Number(line)) ?? this.unknown(given, file);
  }

  private unknown(given: string, file: string): InputProblem {
    const helpers = ['runtime', 'parameters'].map((folder) =>
      join(this.libraryFolder, 'src/gigci', folder, file),
    );
    if (helpers.some(existsSync)) {
      return {
        place: given,
        reason: 'comes from no line of TypeScript: it belongs to the helpers that gig-ci brings along',
        remedy: 'Take the next line of the stack trace, which called it.',
      };
    }
    return {
      place: given,
      reason: `comes from no TypeScript: ${file} is not made from vars/, or has no such line`,
      remedy:
        'Check that the library in Jenkins is the version that lies here, or take another line of the stack trace.',
    };
  }

  /** A line of a log, with the TypeScript line behind each place: `gigPush.groovy:37 → vars/gigPush.ts:52`. */
  annotate(logLine: string): string {
    return logLine.replaceAll(
      new RegExp(place, 'g'),
      (whole: string, _folder, file: string, _blank, line: string) => {
        const traced = this.find(file, Number(line));
        return traced === undefined ? whole : `${whole} → ${traced.origin.file}:${traced.origin.line}`;
      },
    );
  }

  private find(file: string, groovyLine: number): TracedLine | undefined {
    const map = [...this.maps.values()].find(({ groovy }) => basename(groovy) === file);
    const origin = map === undefined ? undefined : originOf(map, groovyLine);
    if (map === undefined || origin === undefined || groovyLine > this.lengthOf(map)) return undefined;
    return { groovy: map.groovy, groovyLine, origin };
  }

  /** How many lines the Groovy file has. */
  private lengthOf({ groovy }: LineMap): number {
    const path = join(this.libraryFolder, groovy);
    return existsSync(path) ? readFileSync(path, 'utf8').split('\n').length - 1 : 0;
  }
}
