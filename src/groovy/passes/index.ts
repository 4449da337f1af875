/**
 * Passes over a Groovy file, from tree to tree: what the target cannot load as it stands, whatever it was made from. A pass
 * knows nothing of TypeScript. Here is their order; `limits` asserts in the end that the result can be loaded.
 */
import type { GroovyFile } from '../tree';
import { allocateNames } from './names';
import { outline } from './outline';

/** The same file with methods that the engine can load, and names that Groovy reads as they are meant. */
export function makeLoadable(file: GroovyFile): GroovyFile {
  // A method that is split off has names of its own.
  const split = outline(file);
  return allocateNames(split, new Set(split.methods.map(({ name }) => name)));
}
