/** Names places in Groovy by the TypeScript lines that they come from. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { originOf, parseLineMap, type LineMap } from '../groovy/line-map';
import type { Frames } from './answers';

/** The line maps of a generated library, read when the first place is asked for. */
export class Locations {
  private maps: ReadonlyMap<string, LineMap> | undefined;

  constructor(private readonly libraryFolder: string) {}

  /** `file:line` of the innermost frame that comes from TypeScript, else the innermost Groovy line, else nothing. */
  of(frames: Frames): string | undefined {
    for (const frame of frames) {
      const origin = this.originOf(frame);
      if (origin !== undefined) return origin;
    }
    return frames[0];
  }

  private originOf(frame: string): string | undefined {
    const colon = frame.lastIndexOf(':');
    const map = this.read().get(frame.slice(0, colon));
    const origin = map === undefined ? undefined : originOf(map, Number(frame.slice(colon + 1)));
    return origin === undefined ? undefined : `${origin.file}:${origin.line}`;
  }

  private read(): ReadonlyMap<string, LineMap> {
    if (this.maps === undefined) {
      const folder = join(this.libraryFolder, 'maps');
      const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
      const maps = names.map((name) => parseLineMap(readFileSync(join(folder, name), 'utf8')));
      this.maps = new Map(maps.map((map) => [map.groovy, map]));
    }
    return this.maps;
  }
}
