/** The line maps of a generated library. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseLineMap, type LineMap } from './line-map';

/**
 * Reads `maps/` of a library folder.
 * @returns the maps by path of the Groovy file in that folder; none when the library has no maps
 * @throws SyntaxError when a file is no line map
 */
export function readLineMaps(libraryFolder: string): ReadonlyMap<string, LineMap> {
  const folder = join(libraryFolder, 'maps');
  const names = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
  const maps = names
    .filter((name) => name.endsWith('.json'))
    .map((name) => parseLineMap(readFileSync(join(folder, name), 'utf8')));
  return new Map(maps.map((map) => [map.groovy, map]));
}
