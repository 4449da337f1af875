/** The library of the traps that need parameters, several files, a scenario or the shell. */

const recursive = `
interface Tree { readonly name: string; readonly children: readonly Tree[] }
function names({ name, children }: Tree): string[] { return [name, ...children.flatMap((child) => names(child))]; }
function count(n: number): number { return n <= 1 ? 1 : 1 + count(n - 1); }
function isEven(n: number): boolean { return n === 0 ? true : isOdd(n - 1); }
function isOdd(n: number): boolean { return n === 0 ? false : isEven(n - 1); }
function visit(n: number, prefix?: string): void { if (n > 1) visit(n - 1); else echo(\`\${prefix ?? ''}bottom\`); }
function across(n: number): number { return [n].map((rest) => (rest > 1 ? across(rest - 1) : leaf())).length; }
function endless(): void { const hooks: { go?: () => void } = {}; hooks.go = () => { hooks.go?.(); }; hooks.go(); }
function leaf(): number { echo('leaf'); return 1; }
function staged(n: number, tail: string = \`\${n}\`): string { return n > 1 ? stage(\`s\${n}\`, () => staged(n - 1)) : tail; }
`;

export const sources = {
  'vars/gigParameters.ts': `import { echo } from 'gig-ci/jenkins';
/** Parameters of {@link gigParameters}. */
export interface GigParameters {
  /** Names. */
  tags?: string[];
  /**
   * A number.
   * @decimal
   */
  factor?: number;
  /** A text. */
  note?: string;
  /** Labels. */
  labels?: { [name: string]: string };
}
/** Says what it got. */
export default function gigParameters({ tags = ['default'], factor = 2, note = 'none', labels = {} }: GigParameters): void {
  tags.push('added');
  echo(JSON.stringify([tags.includes('v1'), tags, factor * 3, factor, note]));
  for (const name of Object.keys(labels)) echo(name);
}
`,
  'vars/gigFunctionValue.ts': `import { echo, stage } from 'gig-ci/jenkins';
function twice(body: () => string): string { return body() + body(); }
/** Calls a function value. */
export default function gigFunctionValue(): void {
  echo(twice(() => stage('s', () => 'x')));
  echo(twice(() => 'y'));
}
`,
  'vars/gigConstants.ts': `import { echo } from 'gig-ci/jenkins';
const NAMES = ['a', 'b'] as const;
const IMAGES = { postgres: 'postgres:15', ports: [1, 2] } as const;
function more(): string[] { const copy: string[] = [...NAMES]; copy.push('c'); return copy; }
/** Says its constants. */
export default function gigConstants(): void {
  echo(more().join('')); echo(more().join('')); echo(NAMES.join(''));
  echo(\`\${IMAGES.postgres} \${IMAGES.ports.length}\`);
}
`,
  'vars/shared/tags.ts': `/** A tag. */
export function tag(n: number): string { return \`v\${n}\`; }
`,
  'vars/gigOne.ts': `import { echo } from 'gig-ci/jenkins';
import { tag } from './shared/tags';
/** Says a tag. */
export default function gigOne(): void { echo(tag(1)); }
`,
  'vars/gigTwo.ts': `import { echo } from 'gig-ci/jenkins';
import { tag } from './shared/tags';
/** Says a tag. */
export default function gigTwo(): void { echo(tag(2)); }
`,
  'vars/gigGuarded.ts': `import { echo } from 'gig-ci/jenkins';
/** Sleeps inside everything that could hide an abort. */
export default function gigGuarded(): void {
  try {
    try { echo('work'); echo('more'); } catch { echo('caught'); } finally { echo('inner'); throw new Error('late'); }
  } catch (failure) { echo(failure instanceof Error ? failure.message : 'never'); } finally { echo('outer'); }
}
`,
  'vars/gigDeep.ts': `import { echo, stage } from 'gig-ci/jenkins';
${recursive}
/** Parameters of {@link gigDeep}. */
export interface DeepParameters {
  /** Which function. */
  kind: string;
  /** How many calls. */
  calls: number;
}
/** Nests calls. */
export default function gigDeep({ kind, calls }: DeepParameters): void {
  try {
    switch (kind) {
      case 'pure': echo(\`\${count(calls)}\`); break;
      case 'mutual': echo(\`\${isEven(calls)}\`); break;
      case 'steps': visit(calls, 'the '); break;
      case 'callback': echo(\`\${across(calls)}\`); break;
      case 'closures': endless(); break;
      case 'stages': echo(staged(calls)); break;
      default: echo(names({ name: 'a', children: [{ name: 'b', children: [{ name: 'c', children: [] }] }, { name: 'd', children: [] }] }).join(''));
    }
  } catch (failure) { if (failure instanceof Error) echo(failure.message); }
}
`,
  'vars/gigVariables.ts': `import { echo, env, withEnv } from 'gig-ci/jenkins';
/** Sets variables. */
export default function gigVariables(): void {
  withEnv({ GIG_A: 'a', GIG_B: 'b' }, () => {
    withEnv({ GIG_A: '', GIG_B: 'c' }, () => { echo(env.GIG_A ?? 'removed'); echo(env.GIG_B ?? 'removed'); });
    echo(env.GIG_A ?? 'removed');
  });
  echo(env.GIG_A ?? 'removed');
}
`,
  'vars/gigCommand.ts': `import { node, sh } from 'gig-ci/jenkins';
/** Parameters of {@link gigCommand}. */
export interface CommandParameters {
  /** A text. */
  text: string;
  /** Words. */
  words: readonly string[];
}
/** Runs a command. */
export default function gigCommand({ text, words }: CommandParameters): void {
  node(() => { sh\`printf '<%s>' "\${text}" \${words} -- "\${text}"\`; });
}
`,
};
