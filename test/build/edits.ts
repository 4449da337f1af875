/** A small library whose files need each other, and edits of it. */

/** Files of a library, path -> text. */
export type Texts = ReadonlyMap<string, string>;

/** The library before any edit. */
export const small: Texts = new Map([
  [
    'vars/gigCheck.ts',
    `import { echo } from 'gig-ci/jenkins';
import { contradictions, type CheckParameters } from './shared/problems';

/** Checks. */
export default function gigCheck(given: CheckParameters): void {
  const problems = contradictions(given);
  if (problems.length > 0) {
    throw new Error(problems.join(', '));
  }
  echo(given.name);
}
`,
  ],
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
    'vars/shared/problems.ts',
    `import { mostOf } from './lengths';

/** Parameters. */
export interface CheckParameters {
  /** Name. */
  name: string;
}

export function contradictions({ name }: CheckParameters): readonly string[] {
  return name.length > String(mostOf([7, 9]) + mostOf([8])).length ? ['too long'] : [];
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

export function mostOf(values: readonly number[]) {
  return values.length;
}
`,
  ],
]);

/** Each is made when its text is there, and taken back when its replacement is. */
export const edits: readonly (readonly [file: string, text: string, replacement: string])[] = [
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
  // The code of another file follows from the type.
  ['vars/shared/lengths.ts', 'return values.length', 'return String(values.length)'],
  ['vars/shared/problems.ts', "['too long']", "['too long', 'too late']"],
  ['vars/gigCheck.ts', 'problems.length > 0', 'problems.length > 1'],
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

/** The texts with an edit made, or taken back where it was made. */
export function edited(texts: Texts, [file, text, replacement]: (typeof edits)[number]): Texts {
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
