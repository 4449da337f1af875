/** The commands on a small library of their own. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gigCi } from './capture';

const folder = mkdtempSync(join(tmpdir(), 'gig-ci-'));
const source = `import { echo, stage } from 'gig-ci/jenkins';

/** Parameters of {@link gigHello}. */
export interface HelloParameters {
  /** Whom to greet. */
  name: string;
}

/**
 * Greets.
 * @example gigHello(name: 'Ada')
 */
export default function gigHello({ name }: HelloParameters): void {
  stage('Greet', () => {
    echo(\`Hello \${name}\`);
  });
}
`;

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  write('package.json', '{}');
  write('vars/gigHello.ts', source);
  write('Jenkinsfile', "@Library('hello@v1') _\ngigHello(name: 'Ada')\n");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('gig-ci build', () => {
  test('writes the library, then finds nothing to do, and --check agrees', async () => {
    const first = await gigCi(folder, 'build');
    expect(first).toMatchObject({ exitCode: 0, errors: '' });
    expect(first.output).toMatch(
      /^✓ Built groovy-out\/: 1 global variable, 0 scripts in \d+ m?s \(files: \d+ written, 0 unchanged\)\n$/,
    );
    expect(readFileSync(join(folder, 'groovy-out/vars/gigHello.groovy'), 'utf8')).toContain('stage');

    expect((await gigCi(folder, 'build')).output).toMatch(/\(files: \d+ unchanged\)/);
    expect(await gigCi(folder, 'build', '--check')).toMatchObject({
      exitCode: 0,
      output: expect.stringMatching(/^✓ groovy-out\/ is fresh: \d+ files\n$/),
    });
  });

  test('--check writes nothing and fails with a diff', async () => {
    await gigCi(folder, 'build');
    write('vars/gigHello.ts', source.replace('`Hello', '`Welcome'));
    const { exitCode, output } = await gigCi(folder, 'build', '--check');
    expect(exitCode).toBe(1);
    expect(output).toContain('groovy-out/vars/gigHello.groovy is out of date');
    expect(output).toMatch(/^ {2}\+.*Welcome/m);
    expect(readFileSync(join(folder, 'groovy-out/vars/gigHello.groovy'), 'utf8')).not.toContain('Welcome');
  });

  test('all diagnostics of all files are shown, and nothing is written', async () => {
    write('vars/gigHello.ts', source.replace('echo(', 'var x = 1; echo('));
    write('vars/gigOther.ts', source.replaceAll('gigHello', 'gigOther').replace('/** Whom to greet. */', ''));
    const { exitCode, errors } = await gigCi(folder, 'build');
    expect(exitCode).toBe(2);
    expect(errors).toContain('vars/gigHello.ts:15:');
    expect(errors).toContain('vars/gigOther.ts:6:');
    expect(existsSync(join(folder, 'groovy-out'))).toBe(false);
  });

  test('--json is data', async () => {
    const { output } = await gigCi(folder, 'build', '--json');
    expect(JSON.parse(output)).toMatchObject({
      globalVariables: ['gigHello'],
      scripts: [],
      diagnostics: [],
      stale: [],
    });
  });

  test('outside of a project the remedy is named', async () => {
    const { exitCode, errors } = await gigCi(tmpdir(), 'build');
    expect(exitCode).toBe(2);
    expect(errors).toContain('--project FOLDER');
  });
});

describe('gig-ci run', () => {
  test('prints the tree, the result and what to do next', async () => {
    const { exitCode, output, errors } = await gigCi(folder, 'run', 'Jenkinsfile', '--world', 'direct');
    expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: '' });
    expect(output).toMatch(/✓ Greet/);
    expect(output).toMatch(/^SUCCESS after .* of virtual time, 2 steps$/m);
    expect(output).toContain('Node only, as asked');
    expect(output).toMatch(/^Next$/m);
  });

  test('a run that fails ends with 1 and shows why', async () => {
    write('Jenkinsfile', "@Library('hello@v1') _\ngigHello(nam: 'Ada')\n");
    const { exitCode, output } = await gigCi(folder, 'run', 'Jenkinsfile', '--world', 'direct');
    expect(exitCode).toBe(1);
    expect(output).toContain("is not a parameter; did you mean 'name'?");
    expect(output).toMatch(/^FAILURE after/m);
  });

  test.each([[[]], [['--world', 'direct']], [['--world', 'engine']]])(
    'a declarative Jenkinsfile is refused %j',
    async (words) => {
      write(
        'Jenkinsfile',
        "@Library('hello@v1') _\npipeline {\n  agent any\n  stages { stage('x') { steps { gigHello(name: 'Ada') } } }\n}\n",
      );
      const { exitCode, output, errors } = await gigCi(folder, 'run', 'Jenkinsfile', ...words);
      expect({ exitCode, output }).toEqual({ exitCode: 2, output: '' });
      expect(errors).toContain('Jenkinsfile:2:1  is a declarative Pipeline');
      expect(errors).toContain('gig-ci check');
    },
  );

  test('--json prints the run record alone', async () => {
    const { output } = await gigCi(folder, 'run', 'Jenkinsfile', '--world', 'direct', '--json');
    expect(JSON.parse(output)).toMatchObject({ records: { direct: { format: 1, result: 'SUCCESS' } } });
  });

  test('all that is wrong with the input is said at once, with a remedy each', async () => {
    write('wrong.json', '{ "branche": "main", "buildNumber": "42" }');
    const { exitCode, errors, output } = await gigCi(folder, 'run', 'Jenkinsfil', '--scenario', 'wrong.json');
    expect({ exitCode, output }).toEqual({ exitCode: 2, output: '' });
    expect(errors).toMatch(/^3 problems with the input$/m);
    expect(errors).toContain('Jenkinsfil  does not exist');
    expect(errors).toContain('branche');
    expect(errors).toContain('buildNumber');
  });

  test('a Jenkinsfile that Node cannot run names the engine', async () => {
    write('Jenkinsfile', "@Library('hello@v1') _\nnode { gigHello(name: 'A' + 'da') }\n");
    const { exitCode, errors } = await gigCi(folder, 'run', 'Jenkinsfile', '--world', 'direct');
    expect(exitCode).toBe(2);
    expect(errors).toContain('--world engine');
  });

  test('sources that do not compile are shown with their place', async () => {
    write('vars/gigHello.ts', source.replace('name: string', 'name: strin'));
    const { exitCode, errors } = await gigCi(folder, 'run', 'Jenkinsfile', '--world', 'direct');
    expect(exitCode).toBe(2);
    expect(errors).toContain('vars/gigHello.ts:6:');
  });
});
