/** What the README shows is what gig-ci does. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import ts from 'typescript';
import { build } from '../../src/build/build';

import * as gigCi from '../../src/testing';
import { gigCi as gigCiCommand } from '../cli/capture';

const root = join(__dirname, '..', '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

/** The blocks of one language, in order. */
function blocks(language: string): string[] {
  return [...readme.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)]
    .filter(([, name]) => name === language)
    .map(([, , text]) => text ?? '');
}

test('the example of a global variable compiles to the Groovy that stands below it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gig-ci-'));
  try {
    mkdirSync(join(folder, 'vars'));
    writeFileSync(join(folder, 'vars', 'gigWheel.ts'), blocks('ts')[0] ?? '');
    expect(build(folder).diagnostics).toEqual([]);
    const groovy = readFileSync(join(folder, 'groovy-out', 'vars', 'gigWheel.groovy'), 'utf8');
    expect(blocks('groovy')[1]).toBe(groovy);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('the example of a test passes, and can fail', () => {
  const { outputText } = ts.transpileModule(blocks('ts')[1] ?? '', {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  const library = gigCi.openLibrary(root);
  const runWith = (source: string) => {
    const require = (name: string) =>
      name === 'gig-ci' ? { ...gigCi, openLibrary: () => library } : jest.requireActual<object>(name);
    const run = (_: string, body: () => void) => body();
    runInNewContext(source, { require, exports: {}, test: run, expect });
  };
  expect(outputText).toContain('exit: 1');
  runWith(outputText);
  expect(() => runWith(outputText.replace('exit: 1', 'exit: 0'))).toThrow('FAILURE');
});

test('the wrong call says what stands below it', () => {
  const call = /gigRouterPipeline\(apps: [^`]+\)/.exec(readme)?.[0] ?? '';
  const jenkinsfile = { path: 'Jenkinsfile', text: `@Library('gig-ci@v1') _\n${call}\n` };
  const { failure } = gigCi.openLibrary(root).runDirect(jenkinsfile, { scenario: {} });
  expect(blocks('text')[0]).toBe(`${failure?.message ?? ''}\n`);
});

test('the check of the wrong call prints what the README shows', async () => {
  const call = /gigRouterPipeline\(apps: [^`]+\)/.exec(readme)?.[0] ?? '';
  const folder = mkdtempSync(join(tmpdir(), 'gig-ci-'));
  try {
    writeFileSync(join(folder, 'Jenkinsfile'), `@Library('gig-ci@v1') _\n${call}\n`);
    const { exitCode, output } = await gigCiCommand(folder, 'check');
    expect(exitCode).toBe(1);
    expect(output.split('\n\n')[0]).toBe(blocks('text')[1]?.trimEnd());
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('the command with a scenario fails where the README says', async () => {
  const words = /^npx gig-ci (run .*--scenario.*)$/m.exec(readme)?.[1]?.split(' ') ?? [];
  const { exitCode, output } = await gigCiCommand(root, ...words, '--world', 'direct');
  expect(exitCode).toBe(1);
  expect(output).toMatch(/✗ Kaniko Build \(to tar\)/);
});

test('the one line is the example, but for where its service stands', () => {
  const example = readFileSync(join(root, 'examples', 'gig-route', 'Jenkinsfile'), 'utf8')
    .replaceAll(/^\/\/.*\n/gm, '')
    .replace(/\(\n +/, '(')
    .replace(/,\n +backendDir: '[^']+'\n\)/, ')')
    .replaceAll(/,\n +/g, ', ');
  expect(blocks('groovy')[0]).toBe(example);
});

test('every file and command that is named exists', () => {
  const links = [...readme.matchAll(/\]\(([^)#:]+)\)/g)].map(([, path]) => path ?? '');
  expect(links).not.toHaveLength(0);
  for (const path of links) {
    expect(readFileSync(join(root, path))).toBeDefined();
  }
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const named = [...readme.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name);
  expect(Object.keys(scripts)).toEqual(expect.arrayContaining(named));
});
