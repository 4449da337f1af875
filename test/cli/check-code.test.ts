/** `gig-ci check` reads Jenkinsfiles; of a library, it runs code only where that is one that the user trusts. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gigCi } from './capture';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gig-ci-check-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, content: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

describe('code of a library', () => {
  const api = JSON.stringify({
    formatVersion: 1,
    variables: [{ name: 'gigX', source: 'vars/gigX.ts', summary: 'X.', parameters: [], examples: [] }],
  });
  const code = `module.exports = { checks: { gigX: { file: 'a', name: 'f' } }, modules: { a: (exports) => { exports.f = () => ['a  is odd']; } } };`;

  test('that lies around the files does not run, and --verbose says so', async () => {
    write('groovy-out/api.json', api);
    write('groovy-out/contradictions.js', 'throw new Error("it ran");');
    write('Jenkinsfile', "@Library('x@v1') _\ngigX()\ngigX()\n");
    const { exitCode, output } = await gigCi(folder, 'check', '--verbose');
    expect(exitCode).toBe(0);
    expect(output.split('\n').filter((line) => line.includes('not checked'))).toEqual([
      'Jenkinsfile:2:1 not checked: arguments that contradict each other were not looked for: name the library with --library, so that its own check may run',
    ]);
  });

  test('that is named runs; what is no such code is said', async () => {
    write('groovy-out/api.json', api);
    write('groovy-out/contradictions.js', code);
    write('Jenkinsfile', "@Library('x@v1') _\ngigX()\n");
    const named = await gigCi(folder, 'check', '--library', '.');
    expect(named.output).toContain('is odd');
    expect(named.exitCode).toBe(1);
    write('groovy-out/contradictions.js', 'throw new Error("it ran");');
    const broken = await gigCi(folder, 'check', '--library', '.', 'Jenkinsfile', 'missing');
    expect(broken.exitCode).toBe(2);
    expect(broken.errors).toContain('missing  does not exist');
    expect(broken.errors).toMatch(
      /contradictions\.js {2}cannot be run: Error: it ran\n {4}Build the library again/,
    );
  });

  test('is not read to describe what a variable takes', async () => {
    write('groovy-out/api.json', api);
    write('groovy-out/contradictions.js', 'throw new Error("it ran");');
    const { exitCode, errors } = await gigCi(folder, 'describe', 'gigX', '--library', '.');
    expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: '' });
  });
});
