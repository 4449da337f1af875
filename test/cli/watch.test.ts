/** `gig-ci build --watch` as a process, which Ctrl-C ends. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { TestFolder } from '../build/folder';
import { gigCi } from './capture';

const program = join(__dirname, '..', '..', 'dist', 'cli', 'main.js');
const source = (text: string): string => `import { echo } from 'gig-ci/jenkins';

/** Says something. */
export default function gigSay(): void {
  echo('${text}');
}
`;

let folder: TestFolder;
let child: ChildProcess | undefined;
beforeEach(() => {
  folder = new TestFolder({ 'package.json': '{}', 'vars/gigSay.ts': source('one') });
});
afterEach(() => {
  child?.kill('SIGKILL');
  folder.remove();
});

/** The lines of a command, one after another. */
function start(...words: string[]): AsyncIterator<string> {
  child = spawn(process.execPath, [program, 'build', ...words], {
    cwd: folder.path,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  if (child.stdout === null) throw new Error('the command has no output');
  return createInterface({ input: child.stdout })[Symbol.asyncIterator]();
}

async function next(lines: AsyncIterator<string>): Promise<string> {
  const { value } = await lines.next();
  return String(value);
}

async function interrupted(): Promise<unknown> {
  child?.kill('SIGINT');
  const [exitCode] = child === undefined ? [] : await once(child, 'exit');
  return exitCode;
}

test('names what changed and what was written, until Ctrl-C', async () => {
  const lines = start('--watch');
  expect(await next(lines)).toMatch(/^✓ Built groovy-out\/: 1 global variable, 0 scripts in /);
  expect(await next(lines)).toBe('Watching vars/ and resources/. Ctrl-C ends.');
  folder.write('vars/gigSay.ts', source('two'));
  expect(await next(lines)).toMatch(
    /^✓ vars\/gigSay\.ts: groovy-out\/vars\/gigSay\.groovy written \(\d+ ms\)$/,
  );
  expect(await interrupted()).toBe(0);
});

test('says what is left of a library that does not compile, and that it does again', async () => {
  const lines = start('--watch');
  await next(lines);
  await next(lines);
  folder.write('vars/gigSay.ts', source('one').replace('echo(', 'eko('));
  // The diagnostics stand on standard error.
  expect(await next(lines)).toBe('groovy-out/ stays as it was.');
  folder.write('vars/gigSay.ts', source('one'));
  expect(await next(lines)).toBe('The sources compile again.');
  expect(await next(lines)).toMatch(/^✓ vars\/gigSay\.ts: nothing to write/);
  expect(await interrupted()).toBe(0);
});

test('prints a line of JSON for each build', async () => {
  const lines = start('--watch', '--json');
  expect(JSON.parse(await next(lines))).toMatchObject({ changed: [], globalVariables: ['gigSay'] });
  folder.write('vars/gigSay.ts', source('two').replace('echo(', 'eko('));
  expect(JSON.parse(await next(lines))).toMatchObject({ changed: ['vars/gigSay.ts'], written: [] });
  expect(await interrupted()).toBe(0);
});

test('cannot be combined with --check', async () => {
  const { exitCode, errors } = await gigCi(folder.path, 'build', '--watch', '--check');
  expect(exitCode).toBe(2);
  expect(errors).toContain("option '--watch' cannot be used with option '--check'");
});
