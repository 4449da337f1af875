/** `gig-ci where` on a small library of its own. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gigCi, gigCiWithInput } from './capture';

const folder = mkdtempSync(join(tmpdir(), 'gig-ci-where-'));
const files = {
  'package.json': '{}',
  'vars/gigHello.ts': `import { echo } from 'gig-ci/jenkins';
import { greeting } from './shared/greetings';

/**
 * Greets.
 * @example gigHello()
 */
export default function gigHello(): void {
  echo(greeting('Ada'));
}
`,
  'vars/shared/greetings.ts': `/** What is said to somebody. */
export function greeting(name: string): string {
  return \`Hello \${name}\`;
}
`,
};

/** The line of generated Groovy that contains the text. */
function lineOf(path: string, text: string): number {
  const lines = readFileSync(join(folder, 'groovy-out', path), 'utf8').split('\n');
  return lines.findIndex((line) => line.includes(text)) + 1;
}

beforeAll(async () => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  expect(await gigCi(folder, 'build')).toMatchObject({ exitCode: 0 });
});
afterAll(() => rmSync(folder, { recursive: true }));

test('names the line of TypeScript, also in shared classes and behind folders', async () => {
  const call = lineOf('vars/gigHello.groovy', 'echo(');
  const shared = lineOf('src/gigci/shared/Greetings.groovy', 'Hello');
  const places = [
    `gigHello.groovy:${call}`,
    `/var/lib/jenkins/libs/src/gigci/shared/Greetings.groovy: ${shared}`,
  ];
  expect(await gigCi(folder, 'where', ...places)).toEqual({
    exitCode: 0,
    output: 'vars/gigHello.ts:9:3\nvars/shared/greetings.ts:3:3\n',
    errors: '',
  });
  expect(JSON.parse((await gigCi(folder, 'where', '--json', places[0] ?? '')).output)).toEqual([
    { groovy: 'vars/gigHello.groovy', groovyLine: call, file: 'vars/gigHello.ts', line: 9, column: 3 },
  ]);
});

test('passes a log through, with the line of TypeScript behind each place', async () => {
  const call = lineOf('vars/gigHello.groovy', 'echo(');
  const log = `Started\n\tat gigHello.perform(gigHello.groovy:${call})\r\n\tat Text.trim(Text.groovy:3)\n`;
  expect((await gigCiWithInput(log, folder, 'where')).output).toBe(
    `Started\n\tat gigHello.perform(gigHello.groovy:${call} → vars/gigHello.ts:9)\n\tat Text.trim(Text.groovy:3)\n`,
  );
});

test('says at once which places cannot be traced, and why', async () => {
  const { exitCode, output, errors } = await gigCi(
    folder,
    'where',
    'gigHello.groovy:900',
    'hello',
    'gigBye.groovy:1',
    'Parameters.groovy:40',
  );
  expect({ exitCode, output }).toEqual({ exitCode: 2, output: '' });
  expect(errors).toMatch(/^4 problems with the input$/m);
  expect(errors).toContain('gigHello.groovy:900  comes from no TypeScript');
  expect(errors).toContain('hello  names no line of a Groovy file');
  expect(errors).toContain('gigBye.groovy:1  comes from no TypeScript');
  expect(errors).toContain(
    'Parameters.groovy:40  comes from no line of TypeScript: it belongs to the helpers',
  );
});

test('a library that was never built is named, with the remedy', async () => {
  const empty = mkdtempSync(join(tmpdir(), 'gig-ci-where-'));
  mkdirSync(join(empty, 'vars'));
  writeFileSync(join(empty, 'package.json'), '{}');
  const { exitCode, errors } = await gigCi(empty, 'where', 'gigHello.groovy:1');
  rmSync(empty, { recursive: true });
  expect(exitCode).toBe(2);
  expect(errors).toContain('Run gig-ci build.');
});
