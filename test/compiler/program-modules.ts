/** Makes a module of a program, with the helpers and the imports that it uses. */
import { usedIn } from '../support/used-in';

const helpers = {
  say: 'function say(value: unknown): void { echo(JSON.stringify(value)); }',
  remember: 'function remember(said: string[], value: unknown): void { said.push(JSON.stringify(value)); }',
  given: 'function given(): Given { return {}; }',
  isOn: 'function isOn(group: false | { inner?: number } | undefined): boolean { if (group) return true; return false; }',
  grade: `function grade(n: number): string { switch (n) { case 1: return 'one'; case 2: return 'two'; default: return 'many'; } }`,
  sorted:
    'function sorted(names: readonly string[]): string[] { return names.toSorted((a, b) => (a < b ? -1 : 1)); }',
  failing: 'function failing(message: string): void { throw new Error(message); }',
  tried: `function tried(fails: boolean): string {
    try { if (fails) throw new Error('x'); return 'returned'; } catch { return 'caught'; } finally { say('clean'); }
  }`,
  gather:
    'function gather(set: Set<string>, texts: readonly string[]): void { for (const text of texts) set.add(text); }',
  gathered:
    'function gathered(texts: readonly string[]): Set<string> { const set = new Set<string>(); gather(set, texts); return set; }',
  greet:
    "function greet(a: string, b?: string, n: number = 1): string { return `${a} and ${b ?? 'nobody'} ${n}`; }",
  search: `function search(names: readonly string[], wanted: string): string {
    for (const name of names) {
      try {
        if (name === wanted) {
          return 'found ' + name;
        }
      } catch {
        return 'never';
      }
    }
    return 'no ' + wanted;
  }`,
  factorial: 'function factorial(n: number): number { return n <= 1 ? 1 : n * factorial(n - 1); }',
  pair: "function pair({ left, right = 'none' }: { left: string; right?: string }): string { return [left, right].join(','); }",
  grown: "function grown(list: string[]): string[] { list.push('+'); return list; }",
  raised: 'function raised(counter: { n: number }): number { counter.n++; return counter.n; }',
  quiet: 'function quiet(list: readonly string[]): void { if (list.length > 5) throw new Error("never"); }',
  silent: 'function silent(list: readonly string[]): void { return quiet(list); }',
  LIMIT: 'const LIMIT = 3;',
  IMAGES: "const IMAGES = { postgres: 'postgres:15', tags: ['a', 'b'] } as const;",
  NAMES: "const NAMES = ['x', 'y'] as const;",
  Ring: 'interface Ring { list: string[]; next?: Ring }',
  Given: `interface Given { count?: number; text?: string; flag?: boolean; list?: readonly string[]; group?: { inner?: number } }`,
};

/** Steps that a program may use. */
const importable = ['echo', 'lock', 'node', 'parallel', 'retry', 'sh', 'sleep', 'stage', 'withEnv'];

/** The text of `vars/<name>.ts` whose default function has this body, behind other declarations. */
export function moduleOf(name: string, body: string, declarations = ''): string {
  const text = [
    ...usedIn(body, helpers),
    declarations,
    `/** Probe. */\nexport default function ${name}(): void {\n${body}\n}`,
  ].join('\n');
  const steps = importable.filter((step) => new RegExp(`\\b${step}[(\`.]`).test(text));
  return `import { ${steps.join(', ')} } from 'gig-ci/jenkins';\n${text}\n`;
}

/** Whether a program uses no step and makes no function value, so that a pure function can hold it. */
export function canBePure(body: string): boolean {
  return !/\b(stage|echo|tried|parallel|retry)\(|= (async )?\([^)]*\)[^=]*=>|push\(\(\)|hooks/.test(body);
}

/** The same program in a pure function: what it says is collected, and said in the end. */
export function pureModuleOf(name: string, body: string, declarations = ''): string {
  const collected = `  const said: string[] = [];\n${body.replace(/\bsay\(/g, 'remember(said, ')}\n  return said;`;
  const helper = `function probe(): string[] {\n${collected}\n}\n`;
  const main = `/** Probe. */\nexport default function ${name}(): void {\n  for (const line of probe()) echo(line);\n}\n`;
  const imports = `import { echo } from 'gig-ci/jenkins';`;
  return [imports, ...usedIn(collected, helpers), declarations, helper, main].join('\n');
}
