/** Two builds, as processes of their own, in two folders under two time zones and locales: the same bytes. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');
const commandLine = join(root, 'dist', 'cli', 'main.js');

/** Builds a copy of this library; path -> content of everything that was made. */
function buildCopy(environment: { readonly [name: string]: string }): ReadonlyMap<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'gig-ci-reproducible-'));
  try {
    for (const part of ['vars', 'resources'])
      cpSync(join(root, part), join(folder, part), { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{}');
    execFileSync(process.execPath, [commandLine, 'build'], {
      cwd: folder,
      env: { ...process.env, ...environment },
      stdio: 'pipe',
    });
    const output = join(folder, 'groovy-out');
    const paths = readdirSync(output, { recursive: true, encoding: 'utf8' }).sort();
    const files = paths.filter((path) => statSync(join(output, path)).isFile());
    return new Map(files.map((path) => [path, readFileSync(join(output, path), 'utf8')]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('the output depends on the sources alone', () => {
  const first = buildCopy({ TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' });
  const second = buildCopy({ TZ: 'America/St_Johns', LC_ALL: 'C', LANG: 'C' });
  expect([...first.keys()]).toContain('vars/gigRouterPipeline.groovy');
  expect([...second]).toEqual([...first]);
  const committed = [...first.keys()].map((path) => [
    path,
    readFileSync(join(root, 'groovy-out', path), 'utf8'),
  ]);
  expect([...first]).toEqual(committed);
});
