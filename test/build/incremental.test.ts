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
import { contradictionsText } from '../../src/direct/contradictions-file';
import { readGlobalVariables, type Definitions } from '../../src/model/global-variables';
import { outputFiles } from '../../src/outputs';
import { thorough } from '../support/thorough';
import { edited, edits, small, type Texts } from './edits';

interface Compiled {
  readonly project: Project;
  readonly compilation: ReturnType<typeof compile>;
  readonly definitions: Definitions;
  readonly contradictions: string | undefined;
}

function compileTexts(texts: Texts, previous?: Compiled): Compiled {
  const project = loadSources('/project', texts, previous?.project);
  const compilation = compile(project, previous?.compilation);
  const definitions = readGlobalVariables(
    project,
    previous && { definitions: previous.definitions, unaffected: compilation.unaffected },
  );
  // As a build does: right away, and only when nothing is wrong.
  const contradictions =
    compilation.diagnostics.length === 0
      ? contradictionsText(compilation.analysis, compilation.modules)
      : undefined;
  return { project, compilation, definitions, contradictions };
}

/** What a user sees of it. */
function visible({ compilation, definitions, contradictions }: Compiled): object {
  const { files, diagnostics, modules } = compilation;
  const uses = usesOf(modules.values());
  return {
    diagnostics,
    definitionDiagnostics: definitions.diagnostics,
    models: definitions.models,
    files,
    uses,
    outputs: [...outputFiles(files, definitions.models, [], uses)],
    contradictions,
  };
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
    'gigCheck',
    'gigDeploy',
    'gigPush',
    'labels',
    'problems',
    'lengths',
  ]);
});

test('the code of a module is made for the contradictions once', () => {
  const first = compileTexts(small);
  const project = loadSources(
    '/project',
    edited(small, ['vars/gigPush.ts', 'sh`push', 'sh`pull']),
    first.project,
  );
  const { analysis, modules } = compile(project, first.compilation);
  const emit = jest.spyOn(project.program, 'emit');
  expect(contradictionsText(analysis, modules)).toBe(first.contradictions);
  expect(emit).not.toHaveBeenCalled();
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
