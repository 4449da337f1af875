/** `gig-ci build --explain`, on a small library of its own. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gigCi } from './capture';

const folder = mkdtempSync(join(tmpdir(), 'gig-ci-'));

const release = `import { echo, parallel, stage } from 'gig-ci/jenkins';
import { trimmed } from './shared/texts';

/** Releases. @example gigRelease() */
export default function gigRelease(): void {
  push(['a', 'b']);
}

function push(names: readonly string[]): void {
  let count = 0;
  const total = names.length;
  const branches: { [name: string]: () => void } = {};
  for (const name of names) {
    branches[name] = () => {
      say(\`\${trimmed(name)} of \${total}\`);
      count = count + 1;
    };
  }
  parallel(branches);
  stage('End', () => echo(\`\${count}\`));
}

function say(text: string): void {
  echo(text.slice(0, 10));
}

export function program(): string {
  return \`main() {
}
# push(1)\`;
}

function unused(text: string): string {
  return text.slice(1);
}

/** Retries. */
export function again(): string {
  return unused('x');
}
`;
const other = `import { echo } from 'gig-ci/jenkins';

/** Retries. */
export function again(): void {
  echo('again');
}
`;

beforeAll(() => {
  mkdirSync(join(folder, 'vars', 'shared'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{}');
  writeFileSync(join(folder, 'vars', 'gigRelease.ts'), release);
  writeFileSync(join(folder, 'vars', 'gigOther.ts'), other);
  const texts =
    '/** Without blanks. */\nexport function trimmed(text: string): string {\n  return text.trim();\n}\n';
  writeFileSync(join(folder, 'vars', 'shared', 'texts.ts'), texts);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const explain = (...words: string[]) => gigCi(folder, 'build', '--explain', ...words);

test('the colour has its reason: the chain of calls down to the step, with places', async () => {
  const { exitCode, output, errors } = await explain('gigRelease');
  expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: '' });
  expect(output).toBe(`\
gigRelease vars/gigRelease.ts:5
  colour    CPS: it reaches a step, so the engine can save it there
            calls 'push' vars/gigRelease.ts:6
            makes a function value, which may use steps vars/gigRelease.ts:14
  captures  no closure is written in it
  helpers   Parameters.checked, Parameters.normalise
  Groovy    call groovy-out/vars/gigRelease.groovy:10-14
            perform groovy-out/vars/gigRelease.groovy:17-19
`);
});

test('captures: by value, a copy of the variable of a loop, the variable itself', async () => {
  const { output } = await explain('gigRelease.push', '--json');
  expect(JSON.parse(output)).toMatchObject({
    name: 'gigRelease.push',
    colour: 'CPS',
    closures: [
      {
        place: 'vars/gigRelease.ts:14',
        captures: [
          { name: 'name', by: 'copy' },
          { name: 'total', by: 'value' },
          { name: 'count', by: 'variable' },
        ],
      },
      { place: 'vars/gigRelease.ts:20', captures: [{ name: 'count', by: 'variable' }] },
    ],
    helpers: ['Numbers.add', 'Numbers.toText'],
  });
  expect((await explain('push')).output).toContain(
    'captures  by value: total; a copy in each round of a loop: name; the variable itself, which is assigned: count vars/',
  );
});

test('a pure function, its helpers, and the lines that it became', async () => {
  const { output } = await explain('unused', '--json');
  const { groovy, ...rest } = JSON.parse(output) as {
    groovy: { method: string; firstLine: number; lastLine: number }[];
  };
  expect(rest).toMatchObject({ colour: 'NonCPS', reasons: [], helpers: ['Text.slice'] });
  await gigCi(folder, 'build');
  const lines = readFileSync(join(folder, 'groovy-out/vars/gigRelease.groovy'), 'utf8').split('\n');
  const [place] = groovy;
  expect(lines.slice((place?.firstLine ?? 0) - 1, place?.lastLine)).toEqual([
    'private String unused(String text) {',
    '    return Text.slice(text, 1)',
    '}',
  ]);
  rmSync(join(folder, 'groovy-out'), { recursive: true });
});

test('the lines of a function do not end at a text that looks like its end', async () => {
  const { output } = await explain('gigRelease.program', '--json');
  const [place] = (JSON.parse(output) as { groovy: { firstLine: number; lastLine: number }[] }).groovy;
  expect((place?.lastLine ?? 0) - (place?.firstLine ?? 0)).toBe(5);
});

test.each(['gigOther.again', 'vars/gigOther.ts:again'])('%s is one of two', async (name) => {
  expect((await explain(name)).output).toContain('gigOther.again vars/gigOther.ts:4\n');
});

test('a function of vars/shared is named by its file, too', async () => {
  expect((await explain('vars/shared/texts.ts:trimmed')).output).toContain('src/gigci/shared/Texts.groovy:');
});

test('a name that several functions have is refused with all of them', async () => {
  const { exitCode, errors } = await explain('again');
  expect(exitCode).toBe(2);
  expect(errors).toContain('again  names 2 functions\n    Say which: gigOther.again, gigRelease.again.');
});

test('an unknown name is refused with the nearest one, and one that is near nothing with the forms', async () => {
  const { exitCode, errors } = await explain('gigRelaese');
  expect(exitCode).toBe(2);
  expect(errors).toContain('gigRelaese  names no function of the library\n    Did you mean gigRelease?');
  expect((await explain('x')).errors).toContain(
    'Name a function of vars/: push, gigPush.push or vars/gigPush.ts:push.',
  );
});

test('sources that do not compile are reported, also as JSON', async () => {
  writeFileSync(join(folder, 'vars', 'gigBroken.ts'), 'export function broken(): void { eval("1"); }\n');
  try {
    expect(await explain('push')).toMatchObject({
      exitCode: 2,
      output: '',
      errors: expect.stringContaining('vars/gigBroken.ts:1'),
    });
    const { exitCode, output } = await explain('push', '--json');
    expect(exitCode).toBe(2);
    expect(JSON.parse(output)).toMatchObject({ diagnostics: [{ file: 'vars/gigBroken.ts' }] });
  } finally {
    rmSync(join(folder, 'vars', 'gigBroken.ts'));
  }
});

test('nothing is written, and --check is another question', async () => {
  await explain('push');
  expect(existsSync(join(folder, 'groovy-out'))).toBe(false);
  const { exitCode, errors } = await explain('push', '--check');
  expect(exitCode).toBe(2);
  expect(errors).toContain("cannot be used with option '--check'");
});
