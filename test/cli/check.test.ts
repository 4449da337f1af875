/** `gig-ci check` as a command: which files, which library, what is printed, which exit code. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gitIn } from '../support/git';
import { gigCi } from './capture';

const root = join(__dirname, '..', '..');
const GOOD = "@Library('gig-ci@v1') _\ngigImageBuild(reference: 'shop')\n";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gig-ci-check-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, content: string | Buffer): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

const check = (...words: readonly string[]) => gigCi(folder, 'check', '--library', root, ...words);

test('the documented output', async () => {
  write(
    'Jenkinsfile',
    "@Library('gig-ci@v1') _\ngigRouterPipeline(apps: ['users', 7], trivy: [severty: ['HIGH']])\n",
  );
  const { exitCode, output, errors } = await check();
  expect({ exitCode, errors }).toEqual({ exitCode: 1, errors: '' });
  expect(output.replace(root, '…')).toBe(
    `Jenkinsfile:2:1 gigRouterPipeline: 3 problems
  ecrRepo                 is required: name of the ECR repository
    2 | gigRouterPipeline(apps: ['users', 7], trivy: [severty: ['HIGH']])
        ^^^^^^^^^^^^^^^^^
  apps[1]                 is not a string: 7
    2 | gigRouterPipeline(apps: ['users', 7], trivy: [severty: ['HIGH']])
                                          ^
  trivy.severty           is not a parameter; did you mean 'severity'?
    2 | gigRouterPipeline(apps: ['users', 7], trivy: [severty: ['HIGH']])
                                                      ^^^^^^^

3 problems in 1 file; 1 call checked, library: …
`,
  );
});

describe('files', () => {
  test('none named: every Jenkinsfile of the folder, but those of packages', async () => {
    for (const path of [
      'Jenkinsfile',
      'a/b/Jenkinsfile.deploy',
      'ci/x.jenkinsfile',
      'node_modules/a/Jenkinsfile',
    ])
      write(path, GOOD);
    write('README.md', 'gigImageBuild(7)');
    const { exitCode, output } = await check();
    expect(exitCode).toBe(0);
    expect(output).toMatch(/^no problems in 3 files; 3 calls checked/);
  });

  test('a folder and a file', async () => {
    write('one/Jenkinsfile', GOOD);
    write('two/pipeline.groovy', GOOD);
    expect((await check('one', 'two/pipeline.groovy')).output).toMatch(/in 2 files/);
  });

  test('what cannot be read is said at once, and the rest is checked', async () => {
    write('Jenkinsfile', "@Library('gig-ci@v1') _\ngigImageBuild(reference: 7)\n");
    write('binary', Buffer.from([0x50, 0x4b, 0, 0, 1]));
    write('latin', Buffer.from([0x61, 0x0a, 0xe9, 0x0a]));
    mkdirSync(join(folder, 'empty'));
    const { exitCode, output, errors } = await check('Jenkinsfile', 'missing', 'binary', 'latin', 'empty');
    expect(exitCode).toBe(2);
    expect(output).toContain('is not a string: 7');
    expect(errors).toMatch(/^4 problems with the input\n/);
    expect(errors).toMatch(/ {2}missing {2}does not exist\n/);
    expect(errors).toMatch(/ {2}binary {2}is no text but binary\n/);
    expect(errors).toMatch(/ {2}latin:2 {2}is not text in UTF-8\n/);
    expect(errors).toMatch(/ {2}empty {2}holds no Jenkinsfile: /);
  });

  test('a folder without any is no success', async () => {
    const { exitCode, output, errors } = await check();
    expect(exitCode).toBe(2);
    expect(output).toMatch(/^nothing was checked; library: /);
    expect(errors).toContain(
      '.  holds no Jenkinsfile: nothing matches Jenkinsfile, **/*.jenkinsfile, **/Jenkinsfile*',
    );
  });

  test('a pattern that the shell left as it was is no success', async () => {
    const { exitCode, output, errors } = await check('ci/*.jenkinsfile');
    expect(exitCode).toBe(2);
    expect(output).toMatch(/^nothing was checked/);
    expect(errors).toContain('ci/*.jenkinsfile  is a pattern that matches no file');
  });
});

describe('exit code', () => {
  test('0 where there are warnings alone', async () => {
    write('Jenkinsfile', "gigImageBuild(reference: 'shop')\n");
    const { exitCode, output } = await check();
    expect(exitCode).toBe(0);
    expect(output).toMatch(/^Jenkinsfile:1:1 warning nothing in this file loads the library/);
    expect(output).toMatch(/no problems, 1 warning in 1 file/);
  });

  test('2 for a file that is no Groovy: place, what is expected, and the rest', async () => {
    write(
      'Jenkinsfile',
      "@Library('gig-ci@v1') _\nnode {\n  gigImageBuild(reference: 'a' b: 2)\n  gigImageBuild(reference: 7)\n}\n",
    );
    const { exitCode, output } = await check();
    expect(exitCode).toBe(2);
    expect(output).toMatch(/^Jenkinsfile:3:32 error ',' or '\)' is expected before 'b'\n/);
    expect(output).toContain('Jenkinsfile:4:28 gigImageBuild: 1 problem');
  });
});

describe('unusual files', () => {
  test('5 MB', async () => {
    const call = 'gigImageBuild(reference: \'shop\', archive: "\${env.X}/y")\n';
    write(
      'Jenkinsfile',
      `@Library('gig-ci@v1') _\n${call.repeat(5_000_000 / call.length)}gigImageBuild(reference: 7)\n`,
    );
    const { exitCode, output } = await check();
    expect(exitCode).toBe(1);
    expect(output).toMatch(/^Jenkinsfile:\d+:26 gigImageBuild: 1 problem/);
  }, 60_000);

  test('5 MB in one line', async () => {
    write(
      'Jenkinsfile',
      `@Library('gig-ci@v1') _; gigImageBuild(reference: 7, tags: ['${'x'.repeat(5_000_000)}'])`,
    );
    const { exitCode, output } = await check();
    expect(exitCode).toBe(1);
    expect(output.length).toBeLessThan(2000);
  });

  test.each(['\r\n', '\r', 'mixed'])('line ends %j, with a byte order mark', async (end) => {
    const lines = ["\uFEFF@Library('gig-ci@v1') _", '/* a', '*/', 'gigImageBuild(', '  reference: 7)'];
    const ends = ['\r\n', '\n', '\r', '\r\n', '\n'];
    write(
      'Jenkinsfile',
      lines.map((line, index) => line + (end === 'mixed' ? (ends[index] ?? '') : end)).join(''),
    );
    const { output } = await check();
    expect(output).toMatch(
      /^Jenkinsfile:5:14 gigImageBuild: 1 problem\n {2}reference +is not a string: 7\n {4}5 \| reference: 7\)\n {19}\^\n/,
    );
  });

  test('500 problems', async () => {
    write(
      'Jenkinsfile',
      `@Library('gig-ci@v1') _\n${"gigImageBuild(reference: 'x', referense: 1)\n".repeat(500)}`,
    );
    const { exitCode, output } = await check();
    expect(exitCode).toBe(1);
    expect(output.match(/is not a parameter; did you mean 'reference'\?/g)).toHaveLength(500);
    expect(output).toContain('500 problems in 1 file; 500 calls checked');
  });
});

describe('the library', () => {
  beforeEach(() => write('Jenkinsfile', GOOD));

  test('that was not built', async () => {
    mkdirSync(join(folder, 'library'));
    const { exitCode, errors } = await gigCi(folder, 'check', '--library', 'library');
    expect(exitCode).toBe(2);
    expect(errors).toMatch(
      / {2}library {2}holds no built library: no groovy-out\/api\.json\n {4}Build it with/,
    );
  });

  test('that does not exist, beside a file that does not', async () => {
    const { exitCode, errors } = await gigCi(folder, 'check', '--library', 'nowhere', 'missing');
    expect(exitCode).toBe(2);
    expect(errors).toMatch(/^2 problems with the input\n {2}missing {2}does not exist/);
    expect(errors).toMatch(/ {2}nowhere {2}does not exist/);
  });

  test('of a newer gig-ci', async () => {
    write('library/groovy-out/api.json', '{ "formatVersion": 9, "surprise": true }');
    const { exitCode, errors } = await gigCi(folder, 'check', '--library', 'library');
    expect(exitCode).toBe(2);
    expect(errors).toMatch(
      / {2}library\/groovy-out\/api\.json {2}has the format 9, and this gig-ci reads up to 1\n {4}Use the gig-ci that built/,
    );
  });

  test('around the working directory, else the one of gig-ci', async () => {
    write('project/package.json', '{}');
    write('project/vars/gigX.ts', '');
    write('project/groovy-out/api.json', '{ "formatVersion": 1, "variables": [] }');
    write('project/a/Jenkinsfile', GOOD);
    expect((await gigCi(join(folder, 'project', 'a'), 'check')).output).toContain(
      '0 calls checked, library: ..\n',
    );
    expect((await gigCi(folder, 'check', 'Jenkinsfile')).output).toMatch(
      /1 call checked, library: gig-ci \d/,
    );
  });

  test('a clone whose tags are the versions', async () => {
    cpSync(join(root, 'groovy-out', 'api.json'), join(folder, 'clone', 'groovy-out', 'api.json'), {
      recursive: true,
    });
    const git = (...words: readonly string[]): string => gitIn(join(folder, 'clone'), ...words);
    git('init', '--quiet');
    git('add', '.');
    git('commit', '--quiet', '--message', 'Build');
    for (const tag of ['v1', 'v2', 'v10']) git('tag', tag);
    write('Jenkinsfile', GOOD.replace('gig-ci@v1', 'clone@v3'));
    const { exitCode, output } = await gigCi(folder, 'check', '--library', 'clone');
    expect(exitCode).toBe(0);
    expect(output).toMatch(
      /^Jenkinsfile:1:10 warning v3 is no tag of the library clone\n.*\n.*\n {4}Did you mean 'v\d'\?/,
    );
    write('Jenkinsfile', GOOD.replace('gig-ci@v1', 'clone'));
    expect((await gigCi(folder, 'check', '--library', 'clone')).output).toContain("Name one: 'clone@v10'.");
  });
});

describe('--fix', () => {
  test('corrects what can only mean one thing, and keeps all other bytes', async () => {
    const wrong =
      "\uFEFF@Library('gig-ci@v1') _\r\ngigImageBuidl(referense: 'a',\r\n  'cahce': 'loca', archive: 'x', zzz: 1)\r";
    write('Jenkinsfile', wrong);
    const { exitCode, output } = await check('--fix');
    expect(readFileSync(join(folder, 'Jenkinsfile'), 'utf8')).toBe(
      wrong
        .replace('gigImageBuidl', 'gigImageBuild')
        .replace('referense', 'reference')
        .replace('cahce', 'cache')
        .replace('loca', 'local'),
    );
    expect(exitCode).toBe(1);
    expect(output).toMatch(/^Jenkinsfile:3:35 gigImageBuild: 1 problem\n {2}zzz +is not a parameter\n/);
    expect(output).toContain('1 problem, 4 fixed in 1 file');
  });

  test('leaves alone what is ambiguous, given already, or computed', async () => {
    const wrong =
      "@Library('gig-ci@v1') _\ngigImageBuild(reference: 'a', referense: 'b', cache: 'loc' + 'alx')\n";
    write('Jenkinsfile', wrong);
    expect((await check('--fix')).exitCode).toBe(1);
    expect(readFileSync(join(folder, 'Jenkinsfile'), 'utf8')).toBe(wrong);
  });
});

test('--verbose says what only a run can tell', async () => {
  write('Jenkinsfile', "@Library('gig-ci@v1') _\ngigImageBuild(reference: env.IMAGE)\n");
  expect((await check()).output).not.toContain('not checked');
  expect((await check('--verbose')).output).toContain(
    'Jenkinsfile:2:26 not checked: gigImageBuild: reference is known only at run time\n',
  );
});

test('a format that is none is refused', async () => {
  const { exitCode, errors } = await check('--format', 'xml');
  expect(exitCode).toBe(2);
  expect(errors).toContain('Allowed choices are json, sarif, checkstyle');
});
