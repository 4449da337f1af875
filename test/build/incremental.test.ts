/**
 * A library that is compiled again after a change is the same as one that is compiled from nothing: outputs, diagnostics
 * and models. The edits are made and taken back in any order, so that each meets every state of the others.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { globSync } from 'glob';
import { usesOf } from '../../src/compiler/analysis/uses';
import { compile } from '../../src/compiler/compile';
import { loadSources, type Project } from '../../src/compiler/load';
import { readGlobalVariables, type Definitions } from '../../src/model/global-variables';
import { outputFiles } from '../../src/outputs';
import { thorough } from '../support/thorough';

type Texts = ReadonlyMap<string, string>;

interface Compiled {
  readonly project: Project;
  readonly compilation: ReturnType<typeof compile>;
  readonly definitions: Definitions;
}

function compileTexts(texts: Texts, previous?: Compiled): Compiled {
  const project = loadSources('/project', texts, previous?.project);
  const compilation = compile(project, previous?.compilation);
  const definitions = readGlobalVariables(
    project,
    previous && { definitions: previous.definitions, unaffected: compilation.unaffected },
  );
  return { project, compilation, definitions };
}

/** What a user sees of it. */
function visible({ compilation, definitions }: Compiled): object {
  const { files, diagnostics, modules } = compilation;
  const uses = usesOf(modules.values());
  return {
    diagnostics,
    definitionDiagnostics: definitions.diagnostics,
    models: definitions.models,
    files,
    uses,
    outputs: [...outputFiles(files, definitions.models, [], uses)],
  };
}

const small: Texts = new Map([
  [
    'vars/gigDeploy.ts',
    `import { echo } from 'gig-ci/jenkins';
import gigPush, { type PushParameters } from './gigPush';
import { shorten, limit } from './shared/labels';

/** Parameters. */
export interface DeployParameters {
  /** Name. */
  name: string;
  /** Push. */
  push?: PushParameters;
}

/** Deploys. */
export default function gigDeploy({ name, push = { image: 'app', registry: 'far' } }: DeployParameters): void {
  echo(nice(name) + limit);
  gigPush(push);
}

function nice(name: string): string {
  return shorten(name);
}
`,
  ],
  [
    'vars/gigPush.ts',
    `import { sh } from 'gig-ci/jenkins';
import { shorten } from './shared/labels';

/** Parameters. */
export interface PushParameters {
  /** Image. */
  image: string;
  /** Registry. */
  registry?: string;
}

/** Pushes. */
export default function gigPush({ image, registry = 'local' }: PushParameters): void {
  sh\`push \${registry} \${shorten(image)}\`;
}
`,
  ],
  [
    'vars/gigRead.ts',
    `import { echo, env } from 'gig-ci/jenkins';

/** Reads. */
export default function gigRead(): void {
  echo(env.GIG_TOKEN ?? 'none');
}
`,
  ],
  [
    'vars/gigSecret.ts',
    `import { sh, withSecretText } from 'gig-ci/jenkins';

/** Uses a secret. */
export default function gigSecret(): void {
  withSecretText('id', (key) => {
    sh\`use \${key}\`;
  });
}
`,
  ],
  [
    'vars/shared/labels.ts',
    `import { isLong, isShort } from './lengths';

export const limit = 7;

export function shorten(text: string): string {
  return isLong(text.length) && !isShort(text.length) ? text.slice(0, limit) : text;
}
`,
  ],
  [
    'vars/shared/lengths.ts',
    `export function isShort(length: number): boolean {
  return length < 3;
}

export function isLong(length: number) {
  return length > 7;
}
`,
  ],
]);

/** Each is made when its text is there, and taken back when its replacement is. */
const edits: readonly (readonly [file: string, text: string, replacement: string])[] = [
  ['vars/gigPush.ts', 'sh`push', '\n\n  sh`push --force'],
  ['vars/gigPush.ts', "registry = 'local'", "registry = 'remote'"],
  ['vars/gigPush.ts', 'image: string', 'image: number'],
  ['vars/gigPush.ts', '/** Registry. */', ''],
  ['vars/gigPush.ts', '): void {\n  sh', ') {\n\n\n  sh'],
  ['vars/gigDeploy.ts', "push = { image: 'app', registry: 'far' }", 'push'],
  ['vars/gigDeploy.ts', "image: 'app', registry: 'far'", "registry: 'far', image: 'app'"],
  ['vars/gigDeploy.ts', 'echo(nice(name) + limit);', ''],
  ['vars/gigDeploy.ts', 'gigPush(push);', "gigPush({ ...push, registry: 'x' });"],
  ['vars/gigDeploy.ts', 'gigPush(push);', 'gigPush(push'],
  ['vars/gigSecret.ts', '(key)', '(token)'],
  ['vars/gigSecret.ts', '${key}', '${token}'],
  ['vars/gigSecret.ts', 'import { sh,', 'import { echo, sh,'],
  ['vars/shared/labels.ts', 'limit = 7', 'limit = 8'],
  ['vars/shared/labels.ts', 'limit = 7', "limit = 'many'"],
  [
    'vars/shared/labels.ts',
    "import { isLong, isShort } from './lengths';",
    "import { isLong, isShort } from './lengths';\nimport { echo } from 'gig-ci/jenkins';",
  ],
  ['vars/shared/labels.ts', '  return isLong', "  echo('x');\n  return isLong"],
  ['vars/shared/lengths.ts', 'return length > 7', "return length > 7 ? 'yes' : undefined"],
  ['vars/shared/lengths.ts', 'return length > 7', 'return isLong(length)'],
  ['vars/shared/lengths.ts', 'export function', "import { shorten } from './labels';\n\nexport function"],
  [
    'vars/shared/lengths.ts',
    'export function isLong',
    'declare global {\n  interface String { noise(): string }\n}\n\nexport function isLong',
  ],
  // A function that is no longer pure.
  [
    'vars/shared/labels.ts',
    "import { isLong, isShort } from './lengths';\n\nexport const limit = 7;\n\nexport function shorten(text: string): string {\n",
    "import { isLong, isShort } from './lengths';\nimport { echo } from 'gig-ci/jenkins';\n\nexport const limit = 7;\n\nexport function shorten(text: string): string {\n  echo(text);\n",
  ],
  // A message in another file names a line of this one.
  [
    'vars/shared/lengths.ts',
    'export function isShort(length: number): boolean {\n',
    "import { echo } from 'gig-ci/jenkins';\n\nexport function isShort(length: number): boolean {\n  echo('x');\n",
  ],
  ['vars/shared/lengths.ts', 'boolean {\n', 'boolean {\n\n'],
  // A default for a property of another file.
  [
    'vars/gigDeploy.ts',
    'gigPush(push);',
    "const { registry = 'mirror' } = push;\n  gigPush({ ...push, registry });",
  ],
  // What all files can see.
  [
    'vars/gigRead.ts',
    '/** Reads. */',
    'declare global {\n  interface String { slice(start?: number, end?: number): number }\n}\n\n/** Reads. */',
  ],
  [
    'vars/gigRead.ts',
    "import { echo, env } from 'gig-ci/jenkins';",
    "import { echo, env } from 'gig-ci/jenkins';\nimport gigNew from './gigNew';",
  ],
  ['vars/gigNew.ts', '', '/** New. */\nexport default function gigNew(): void {}\n'],
];

function edited(texts: Texts, [file, text, replacement]: (typeof edits)[number]): Texts {
  const before = texts.get(file);
  const after = new Map(texts);
  if (before === undefined) after.set(file, replacement);
  else if (text === '') after.delete(file);
  else if (before.includes(text))
    after.set(
      file,
      before.replace(text, () => replacement),
    );
  else
    after.set(
      file,
      before.replace(replacement, () => text),
    );
  return after;
}

test('after any edits the outcome is that of a compilation from nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...edits), { minLength: 1, maxLength: 12 }), (sequence) => {
      let texts = small;
      let compiled = compileTexts(texts);
      for (const edit of sequence) {
        texts = edited(texts, edit);
        compiled = compileTexts(texts, compiled);
        expect(visible(compiled)).toEqual(visible(compileTexts(texts)));
      }
    }),
    { numRuns: thorough(60, 12) },
  );
});

test.each(edits.map((edit, number) => [number, edit] as const))('edit %i and back', (_, edit) => {
  const changed = edited(small, edit);
  const first = compileTexts(small);
  const second = compileTexts(changed, first);
  expect(visible(second)).not.toEqual(visible(first));
  expect(visible(second)).toEqual(visible(compileTexts(changed)));
  expect(visible(compileTexts(small, second))).toEqual(visible(first));
});

test('a message of an unchanged definition moves with the line that it marks', () => {
  const contradicted = new Map([
    ...small,
    [
      'vars/gigZone.ts',
      `import gigPush, { type PushParameters } from './gigPush';

/** Pushes elsewhere. */
export default function gigZone(push: PushParameters): void {
  const { registry = 'mirror' } = push;
  gigPush({ ...push, registry });
}
`,
    ],
  ]);
  const moved = edited(contradicted, ['vars/gigZone.ts', '/** Pushes', '\n\n/** Pushes']);
  const compiled = compileTexts(moved, compileTexts(contradicted));
  expect(compiled.definitions.diagnostics.map(({ file, line }) => `${file}:${line}`)).toEqual([
    'vars/gigZone.ts:7',
  ]);
  expect(visible(compiled)).toEqual(visible(compileTexts(moved)));
});

test('only what a change reaches is compiled again', () => {
  const first = compileTexts(small);
  const compiledAgain = (edit: (typeof edits)[number]): readonly string[] => {
    const { compilation } = compileTexts(edited(small, edit), first);
    const known = new Set(first.compilation.modules.values());
    return [...compilation.modules.values()]
      .filter((each) => !known.has(each))
      .map(({ module }) => module.name);
  };
  expect(compiledAgain(['vars/gigPush.ts', 'sh`push', 'sh`pull'])).toEqual(['gigPush']);
  expect(compiledAgain(['vars/gigPush.ts', 'image: string', 'image?: string'])).toEqual([
    'gigDeploy',
    'gigPush',
  ]);
  expect(compiledAgain(['vars/shared/lengths.ts', '7', '9'])).toEqual([
    'gigDeploy',
    'gigPush',
    'labels',
    'lengths',
  ]);
});

test('the files of the library change one after another', () => {
  const root = join(__dirname, '..', '..');
  const files = globSync(['vars/**/*.ts', 'resources/scripts.d.ts'], { cwd: root, posix: true }).sort();
  let texts: Texts = new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
  let compiled = compileTexts(texts);
  for (const file of files.filter((each) => each.startsWith('vars/'))) {
    texts = new Map([...texts, [file, `\n${texts.get(file)}`]]);
    compiled = compileTexts(texts, compiled);
  }
  expect(visible(compiled)).toEqual(visible(compileTexts(texts)));
});
