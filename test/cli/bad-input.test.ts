/** What may lie in a project folder besides good sources: each is a clear error or a correct result. */
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { testWithSmallDisk, withSmallDisk } from '../support/small-disk';
import { gigCi } from './capture';

const root = join(__dirname, '..', '..');
const isRoot = process.getuid?.() === 0;
const nobody = 65534;
const source = (name: string, body = "echo('hello');"): string =>
  `import { echo } from 'gig-ci/jenkins';\n\n/**\n * Greets.\n * @example ${name}()\n */\nexport default function ${name}(): void {\n  ${body}\n}\n`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gig-ci-bad-'));
  write('package.json', '{}');
  write('vars/gigGood.ts', source('gigGood'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, content: string | Buffer): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

/** Runs the compiled program; a test that is root becomes somebody who may be refused something. */
function build(project: string): { readonly status: number | null; readonly errors: string } {
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'dist/cli/main.js'), 'build'], {
    cwd: project,
    encoding: 'utf8',
    ...(isRoot && { uid: nobody, gid: nobody }),
  });
  return { status, errors: stderr };
}

describe('is refused with place, reason and remedy', () => {
  test('bytes that are no UTF-8', async () => {
    write('vars/gigLatin.ts', Buffer.concat([Buffer.from('// first\n// caf'), Buffer.from([0xe9, 0x0a])]));
    const { exitCode, errors } = await gigCi(folder, 'build');
    expect(exitCode).toBe(2);
    expect(errors).toMatch(/vars\/gigLatin\.ts:2 {2}is not text in UTF-8\n {4}Save the file in UTF-8\./);
  });

  test('an empty file', async () => {
    write('vars/gigEmpty.ts', '');
    const { exitCode, errors } = await gigCi(folder, 'build');
    expect(exitCode).toBe(2);
    expect(errors).toMatch(/vars\/gigEmpty\.ts:1:1.*GIG4207/);
  });

  test.each([
    ['echo', 'a step'],
    ['env', 'a global of Jenkins'],
    ['class', 'a keyword'],
  ])('a variable that is named %s, like %s', async (name) => {
    write(`vars/${name}.ts`, source('gigNamed'));
    const { exitCode, errors } = await gigCi(folder, 'build');
    expect(exitCode).toBe(2);
    expect(errors).toContain('GIG4201');
    expect(errors).toContain(`vars/${name}.ts:`);
  });

  test('two variables that differ in case only', async () => {
    write('vars/gigGOOD.ts', source('gigGOOD'));
    const { exitCode, errors } = await gigCi(folder, 'build');
    expect(exitCode).toBe(2);
    expect(errors).toContain('GIG4208');
  });

  test('variables that call each other in a circle', async () => {
    const calling = (name: string, other: string): string =>
      source(name, `if (currentBuild.number > 3) ${other}();`)
        .replace('{ echo }', '{ currentBuild }')
        .replace('\n\n', `\nimport ${other} from './${other}';\n\n`);
    write('vars/gigOne.ts', calling('gigOne', 'gigTwo'));
    write('vars/gigTwo.ts', calling('gigTwo', 'gigOne'));
    const { exitCode, errors } = await gigCi(folder, 'build');
    expect(exitCode).toBe(2);
    expect(errors).toContain('vars/gigOne.ts:2:1 GIG1033');
    expect(errors).toContain('gigOne → gigTwo → gigOne');
    expect(errors).toMatch(/1 problem\n$/);
  });

  test('a file, and a folder, that this user may not read', () => {
    chmodSync(folder, 0o777);
    chmodSync(join(folder, 'vars/gigGood.ts'), 0);
    const file = build(folder);
    expect(file.status).toBe(2);
    expect(file.errors).toMatch(
      /gigGood\.ts {2}may not be read or written by this user\n {4}Check the permissions/,
    );
    chmodSync(join(folder, 'vars'), 0);
    const whole = build(folder);
    chmodSync(join(folder, 'vars'), 0o755);
    expect(whole.status).toBe(2);
    expect(whole.errors).toMatch(/vars {2}may not be read or written by this user/);
  });
});

describe('means what it says', () => {
  test('line ends of Windows and a byte order mark', async () => {
    await gigCi(folder, 'build');
    write('vars/gigGood.ts', `\ufeff${source('gigGood').replaceAll('\n', '\r\n')}`);
    expect(await gigCi(folder, 'build', '--check')).toMatchObject({ exitCode: 0, errors: '' });
  });

  test('a file of ten megabytes', async () => {
    write('vars/gigLarge.ts', `${source('gigLarge')}${`// ${'x'.repeat(97)}\n`.repeat(100_000)}`);
    expect(await gigCi(folder, 'build')).toMatchObject({ exitCode: 0, errors: '' });
  }, 60_000);

  test('two builds at once', async () => {
    const started = [1, 2].map(
      () =>
        new Promise<number | null>((resolve) => {
          const child = spawn(process.execPath, [join(root, 'dist/cli/main.js'), 'build'], { cwd: folder });
          child.on('close', resolve);
        }),
    );
    expect(await Promise.all(started)).toEqual([0, 0]);
    expect(await gigCi(folder, 'build', '--check')).toMatchObject({ exitCode: 0 });
    expect(readdirSync(join(folder, '.gig-ci'))).toEqual([]);
  }, 60_000);
});

testWithSmallDisk('a full disk leaves everything as it was', async () => {
  const disk = join(folder, 'disk');
  await withSmallDisk(disk, '64k', () => {
    cpSync(join(folder, 'vars'), join(disk, 'vars'), { recursive: true });
    writeFileSync(join(disk, 'package.json'), '{}');
    chmodSync(folder, 0o777);
    chmodSync(disk, 0o777);
    writeFileSync(join(disk, 'filler'), Buffer.alloc(44 * 1024));
    const { status, errors } = build(disk);
    expect(status).toBe(2);
    expect(errors).toContain('no space is left on the device');
    const left = existsSync(join(disk, 'groovy-out'))
      ? readdirSync(join(disk, 'groovy-out'), { recursive: true })
      : [];
    expect(left.filter((name) => String(name).includes('.'))).toEqual([]);
  });
});
