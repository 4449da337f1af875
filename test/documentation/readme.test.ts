/** What the README shows is what gig-ci does. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../../src/build/build';

const root = join(__dirname, '..', '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

/** The blocks of one language, in order. */
function blocks(language: string): string[] {
  return [...readme.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)]
    .filter(([, name]) => name === language)
    .map(([, , text]) => text ?? '');
}

test('the example of a step compiles to the Groovy that stands below it', () => {
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

test('the one line is the example', () => {
  expect(blocks('groovy')[0]).toBe(readFileSync(join(root, 'examples', 'gig-route', 'Jenkinsfile'), 'utf8'));
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
