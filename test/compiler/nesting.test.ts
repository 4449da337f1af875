/** Sources that are nested hundreds of levels deep, as a generator may write them. */
import { compile } from '../../src/compiler/compile';
import { loadSources } from '../../src/compiler/load';
import type { Diagnostic } from '../../src/diagnostics/diagnostic';

const forms: { readonly [name: string]: (levels: number) => string } = {
  'if statements': (levels) => `${"if (text === 'a') {".repeat(levels)} echo('x'); ${'}'.repeat(levels)}`,
  calls: (levels) => `echo(${'same('.repeat(levels)}text${')'.repeat(levels)});`,
  parentheses: (levels) => `echo(${'('.repeat(levels)}text${')'.repeat(levels)});`,
  additions: (levels) => `echo(text${' + text'.repeat(levels)});`,
  'else-if chains': (levels) => `${"if (text === 'a') { echo('x'); } else ".repeat(levels)} { echo('y'); }`,
  lists: (levels) => `echo(JSON.stringify(${'['.repeat(levels)}1${']'.repeat(levels)}));`,
  objects: (levels) => `echo(JSON.stringify(${'{ a: '.repeat(levels)}1${' }'.repeat(levels)}));`,
  choices: (levels) => `echo(${"text === 'a' ? 'a' : ".repeat(levels)}'b');`,
  negations: (levels) => `if (${'!'.repeat(levels)}(text === 'a')) { echo('x'); }`,
  templates: (levels) => `echo(${'`${'.repeat(levels)}text${'}`'.repeat(levels)});`,
  conditions: (levels) => `if (text === 'a'${" && text === 'a'".repeat(levels)}) { echo('x'); }`,
  arrows: (levels) => `const made = ${'() => '.repeat(levels)}1;`,
};

function diagnosticsOf(body: string): readonly Diagnostic[] {
  const nested = `import { echo } from 'gig-ci/jenkins';

/** Nested. */
export default function gigNested(): void {
  const text = same('a');
  ${body}
}

export function same(text: string): string {
  return text;
}
`;
  const other = `import { echo } from 'gig-ci/jenkins';
import { same } from './gigNested';

/** Uses it. */
export default function gigOther(): void {
  echo(same(1));
}
`;
  const files = new Map([
    ['vars/gigNested.ts', nested],
    ['vars/gigOther.ts', other],
  ]);
  return compile(loadSources('/project', files)).diagnostics;
}

test.each(Object.entries(forms))('%s: the file is named, once, and the others are checked', (_name, form) => {
  for (const levels of [600, 3000, 20_000]) {
    const found = diagnosticsOf(form(levels));
    expect(found.filter(({ file }) => file === 'vars/gigNested.ts')).toEqual([
      expect.objectContaining({
        code: 'GIG5001',
        message: 'The engine cannot load this: it is nested more than 520 levels deep.',
      }),
    ]);
  }
});

test.each(Object.entries(forms))('%s: up to the limit nothing runs out of stack', (_name, form) => {
  const codes = diagnosticsOf(form(240)).map(({ code }) => code);
  expect(codes).not.toContain('GIG5002');
});
