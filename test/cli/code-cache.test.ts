/** In processes of their own: what is cached is the start of one. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const root = join(__dirname, '..', '..');
// Inside the project, where `require` finds its packages.
const folder = join(root, '.gig-ci', `code-cache-test-${process.pid}`);
const cache = join(folder, 'cache');

beforeAll(() => {
  mkdirSync(folder, { recursive: true });
  const source = readFileSync(join(root, 'src', 'cli', 'code-cache.ts'), 'utf8');
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: {
      module: ts.ModuleKind.CommonJS,
      target: ts.ScriptTarget.ES2022,
      esModuleInterop: true,
    },
  });
  writeFileSync(join(folder, 'code-cache.cjs'), outputText);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Parses a file with the compiler that comes out of the cache. */
function start(): string {
  const program = `
    require('./code-cache.cjs').useCodeCache(${JSON.stringify(cache)}, {
      typescript: require('node:path').dirname(require.resolve('typescript')),
    });
    const ts = require('typescript');
    console.log(ts.createSourceFile('a.ts', 'const a = 1;', 99).statements.length);
  `;
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', program], { cwd: folder, encoding: 'utf8' });
  return stdout + stderr;
}

const files = () => readdirSync(cache).map((name) => join(cache, name));
const times = () => files().map((file) => statSync(file).mtimeMs);

test('the first start writes the code, the second reads it and writes nothing', () => {
  expect(start()).toBe('1\n');
  const written = times();
  expect(written).toHaveLength(1);
  expect(start()).toBe('1\n');
  expect(times()).toEqual(written);
});

test('code that is damaged is replaced', () => {
  start();
  const [damaged = ''] = files();
  writeFileSync(damaged, 'nonsense');
  expect(start()).toBe('1\n');
  expect(statSync(damaged).size).toBeGreaterThan(1000);
});

test('what a process left that was killed while it wrote is removed', () => {
  start();
  const [current = ''] = files();
  const left = join(cache, '1-typescript.js-v1.0.0-x64-1-1');
  renameSync(current, left);
  expect(start()).toBe('1\n');
  expect(files()).toEqual([current]);
});

test('code of another version is removed', () => {
  start();
  const [current = ''] = files();
  const old = join(cache, 'typescript.js-v1.0.0-x64-1-1');
  renameSync(current, old);
  expect(start()).toBe('1\n');
  expect(files()).toEqual([current]);
});

test('a folder that cannot be written costs nothing but the gain', () => {
  rmSync(cache, { recursive: true });
  writeFileSync(cache, 'a file, not a folder');
  expect(start()).toBe('1\n');
});

test('a module that changed is not taken for the one before', () => {
  const modules = join(folder, 'modules');
  mkdirSync(modules, { recursive: true });
  const answer = (text: string): string => {
    writeFileSync(join(modules, 'answer.js'), `module.exports = ${text};\n`);
    const program = `
      require('./code-cache.cjs').useCodeCache(${JSON.stringify(join(folder, 'answers'))}, {
        answers: ${JSON.stringify(modules)},
      });
      console.log(require('./modules/answer.js'));
    `;
    return spawnSync(process.execPath, ['-e', program], { cwd: folder, encoding: 'utf8' }).stdout;
  };
  // V8 compares the lengths of the two texts only.
  expect(answer("'yes'")).toBe('yes\n');
  expect(answer("'no!'")).toBe('no!\n');
});
