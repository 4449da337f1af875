/** How large the methods of a library are once the engine has compiled it. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { install } from '../../src/engine/installation';
import { methodsOf, type MethodCode } from './class-file';

/** Every method, the largest first; their names begin with those of their classes. */
export async function compiledMethods(libraryFolder: string): Promise<readonly MethodCode[]> {
  const { java, parameters } = await install();
  const classPath = parameters[parameters.indexOf('-cp') + 1] ?? '';
  const folder = mkdtempSync(join(tmpdir(), 'gig-ci-classes-'));
  try {
    const script = [join(__dirname, 'bytecode.groovy'), libraryFolder, folder];
    execFileSync(java, ['-Xss1m', '-cp', classPath, 'groovy.ui.GroovyMain', ...script], { stdio: 'pipe' });
    return readdirSync(folder)
      .flatMap((file) =>
        methodsOf(readFileSync(join(folder, file))).map(({ name, bytes }) => ({
          name: `${file.replace('.class', '')}.${name}`,
          bytes,
        })),
      )
      .sort((left, right) => right.bytes - left.bytes);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
