import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../../src/build/build';
import { UnusableInput } from '../../src/diagnostics/unusable-input';
import { isGenerated } from '../../src/outputs/header';
import { TestFolder } from './folder';

const SOURCES = {
  'vars/gigHello.ts': `import { echo, script } from 'gig-ci/jenkins';
import { shout } from './shared/texts';

export interface Parameters {
  /** Who is greeted. */
  name: string;
  /** Says it loudly. */
  loud?: boolean;
}

/**
 * Greets.
 * @returns the greeting
 */
export default function gigHello({ name, loud = false }: Parameters): string {
  echo(loud ? shout(name) : name);
  return script('greet.sh', { NAME: name }).greeting;
}
`,
  'vars/shared/texts.ts': `/** In capital letters. */
export function shout(text: string): string {
  return text.toUpperCase();
}
`,
  'resources/gig-ci/greet.sh': `#!/usr/bin/env bash
# Greets.
# @env NAME who is greeted
# @out greeting string hello the greeting
set -euo pipefail
exec 3>&1 1>&2
echo "greeting=hello $GIG_NAME" >&3
`,
};

const OUTPUTS = [
  'docs/reference/README.md',
  'docs/reference/gigHello.md',
  'docs/security.md',
  'groovy-out/api.json',
  'groovy-out/gig-ci.gdsl',
  'groovy-out/maps/gigHello.json',
  'groovy-out/maps/shared/Texts.json',
  'groovy-out/plugins.txt',
  'groovy-out/resources/gig-ci/greet.sh',
  'groovy-out/resources/gig-ci/schema/gigHello.json',
  'groovy-out/src/gigci/parameters/GigHelloParameters.groovy',
  'groovy-out/src/gigci/shared/Texts.groovy',
  'groovy-out/vars/gigHello.groovy',
  'groovy-out/vars/gigHello.txt',
  'resources/scripts.d.ts',
];

let folder: TestFolder;
beforeEach(() => {
  folder = new TestFolder(SOURCES);
});
afterEach(() => {
  folder.remove();
});

function isRuntime(path: string): boolean {
  return path.startsWith('groovy-out/src/gigci/runtime/');
}

test('a build writes a whole library, the next one nothing', () => {
  const first = build(folder.path);
  expect(first.diagnostics).toEqual([]);
  expect(first.written.filter((path) => !isRuntime(path))).toEqual(OUTPUTS);
  expect(first.globalVariables).toEqual(['gigHello']);
  expect(first.scripts.map(({ model }) => model.name)).toEqual(['greet.sh']);
  for (const path of first.written) {
    expect(folder.read(path)).toBe(first.files.get(path));
    expect([path, isGenerated(folder.read(path))]).toEqual([path, true]);
    expect(folder.read(path)).toMatch(/[^\n]\n$/);
    expect(folder.read(path)).not.toContain('\r');
  }
  const second = build(folder.path);
  expect([second.written, second.removed]).toEqual([[], []]);
  expect(second.unchanged).toEqual(first.written);
  expect(build(folder.path, { check: true }).stale).toEqual([]);
});

test('only the helpers that are used are copied, with those that they need', () => {
  const copied = build(folder.path)
    .written.filter(isRuntime)
    .map((path) => path.replace(/^.*\/|\.groovy$/g, ''));
  expect(copied).toEqual(expect.arrayContaining(['Parameters', 'Shell', 'Text', 'Values']));
  expect(copied).not.toContain('Json');
  for (const name of copied) {
    const used = [
      ...folder.read(`groovy-out/src/gigci/runtime/${name}.groovy`).matchAll(/\b([A-Z]\w+)\.[a-z]\w*\(/g),
    ];
    const helpers = readdirSync(join(__dirname, '../../src/runtime')).map((file) =>
      file.replace('.groovy', ''),
    );
    const needed = used.flatMap(([, helper = '']) => (helpers.includes(helper) ? [helper] : []));
    expect(copied).toEqual(expect.arrayContaining(needed));
  }
});

test('check writes nothing and shows what is stale', () => {
  build(folder.path);
  folder.write('vars/gigHello.ts', SOURCES['vars/gigHello.ts'].replace('loud = false', 'loud = true'));
  folder.write(
    'groovy-out/vars/gigGone.txt',
    `Gone.\n\nGenerated from vars/gigGone.ts by gig-ci. Change that file, not this one.\n`,
  );
  const { stale, written } = build(folder.path, { check: true });
  expect(written).toEqual([]);
  expect(stale.map(({ path, reason }) => [path, reason])).toEqual([
    ['docs/reference/gigHello.md', 'different'],
    ['groovy-out/api.json', 'different'],
    ['groovy-out/resources/gig-ci/schema/gigHello.json', 'different'],
    ['groovy-out/src/gigci/parameters/GigHelloParameters.groovy', 'different'],
    ['groovy-out/vars/gigGone.txt', 'leftover'],
    ['groovy-out/vars/gigHello.groovy', 'different'],
    ['groovy-out/vars/gigHello.txt', 'different'],
  ]);
  expect(stale[6]?.diff).toContain('\n-- loud (true or false, default false): Says it loudly.\n+- loud');
  expect(folder.has('groovy-out/vars/gigGone.txt')).toBe(true);
  const { written: rewritten, removed } = build(folder.path);
  expect(rewritten).toEqual([
    'docs/reference/gigHello.md',
    'groovy-out/api.json',
    'groovy-out/resources/gig-ci/schema/gigHello.json',
    'groovy-out/src/gigci/parameters/GigHelloParameters.groovy',
    'groovy-out/vars/gigHello.groovy',
    'groovy-out/vars/gigHello.txt',
  ]);
  expect(removed).toEqual(['groovy-out/vars/gigGone.txt']);
});

test('every problem of every file at once, and nothing is written', () => {
  folder.write('vars/gigHello.ts', SOURCES['vars/gigHello.ts'].replace('  /** Who is greeted. */\n', ''));
  folder.write(
    'vars/gigOther.ts',
    '/** Other. */\nexport default function gigOther(): void {\n  const a: string = 1;\n}\n',
  );
  folder.write('resources/gig-ci/greet.sh', SOURCES['resources/gig-ci/greet.sh'].replace('# Greets.\n', ''));
  const { diagnostics, written, files } = build(folder.path);
  expect(diagnostics.map(({ code, file }) => `${file} ${code}`)).toEqual([
    'resources/gig-ci/greet.sh GIG4102',
    'vars/gigHello.ts GIG4002',
    'vars/gigOther.ts TS2322',
    'vars/gigOther.ts TS6133',
  ]);
  expect([written, [...files]]).toEqual([[], []]);
  expect(folder.has('groovy-out')).toBe(false);
});

test('a call is checked against the header as it is now, not as it was', () => {
  build(folder.path);
  const script = SOURCES['resources/gig-ci/greet.sh'];
  folder.write('resources/gig-ci/greet.sh', script.replaceAll('NAME', 'GUEST'));
  expect(build(folder.path).diagnostics.map(({ file, line }) => `${file}:${line}`)).toEqual([
    'vars/gigHello.ts:17',
  ]);
});

test('without scripts there are no declarations', () => {
  const other = new TestFolder({
    'vars/gigX.ts': '/** Does nothing. */\nexport default function gigX(): void {}\n',
  });
  try {
    expect(build(other.path).diagnostics).toEqual([]);
    expect(other.has('resources')).toBe(false);
  } finally {
    other.remove();
  }
});

test('two folders and two time zones give the same bytes', () => {
  const other = new TestFolder(SOURCES);
  const zone = process.env['TZ'];
  try {
    process.env['TZ'] = 'Pacific/Auckland';
    const there = build(other.path).files;
    process.env['TZ'] = 'America/New_York';
    expect([...build(folder.path).files]).toEqual([...there]);
  } finally {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
    other.remove();
  }
});

test('a folder without vars/ is no library', () => {
  const empty = new TestFolder({ 'groovy-out/vars/gigX.txt': 'x' });
  try {
    expect(() => build(empty.path)).toThrow(UnusableInput);
  } finally {
    empty.remove();
  }
});
