/** Names places in Groovy by the TypeScript lines that they come from. */
import { originOf, type LineMap } from '../groovy/line-map';
import { readLineMaps } from '../groovy/read-line-maps';
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
    this.maps ??= readLineMaps(this.libraryFolder);
    const colon = frame.lastIndexOf(':');
    const map = this.maps.get(frame.slice(0, colon));
    const origin = map === undefined ? undefined : originOf(map, Number(frame.slice(colon + 1)));
    return origin === undefined ? undefined : `${origin.file}:${origin.line}`;
  }
}
