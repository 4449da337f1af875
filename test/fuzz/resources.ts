/** Beside the compiled suite stands a copy of what the compiler and the engine read at run time. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';

const files = ['jenkins/primitives.d.ts', 'runtime', 'engine/jvm'];

/** Copies it from the sources of the project. @param projectFolder the root of the checkout */
export function copyResources(projectFolder: string): void {
  const target = join(projectFolder, 'dist', 'fuzz', 'src');
  for (const file of files) cpSync(join(projectFolder, 'src', file), join(target, file), { recursive: true });
}
