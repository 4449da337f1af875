/** Which modules import which: what a module means may follow from what it imports. */
import type { Module, Project } from './load';

/** The absolute paths of the modules, and of all that import one of them, directly or not. */
export function withImporters(project: Project, modules: readonly Module[]): Set<string> {
  const importers = importersOf(project);
  const files = new Set(modules.map(({ sourceFile }) => sourceFile.fileName));
  // A set gives what is added while it is walked, too.
  for (const file of files) importers.get(file)?.forEach((importer) => files.add(importer));
  return files;
}

/** File -> the files that import it. */
function importersOf({ imports }: Project): ReadonlyMap<string, readonly string[]> {
  const importers = new Map<string, string[]>();
  for (const [importer, imported] of imports) {
    for (const file of imported) importers.set(file, [...(importers.get(file) ?? []), importer]);
  }
  return importers;
}
