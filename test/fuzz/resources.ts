/** What the threads of the suite need: beside it stands a copy of what the compiler and the engine read at run time. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import type { ResourceLimits } from 'node:worker_threads';

const files = ['jenkins/primitives.d.ts', 'runtime', 'engine/jvm'];

/** Copies it from the sources of the project. @param projectFolder the root of the checkout */
export function copyResources(projectFolder: string): void {
  const target = join(projectFolder, 'dist', 'fuzz', 'src');
  for (const file of files) cpSync(join(projectFolder, 'src', file), join(target, file), { recursive: true });
}

/** The trees of a batch outlive several collections of a small young generation: a large one saves a tenth of the work. */
export const workerMemory: ResourceLimits = { maxYoungGenerationSizeMb: 192 };
