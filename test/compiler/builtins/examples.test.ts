/** Every documented example of a member of the language: its result is JavaScript's, and compiled Groovy gives it, too. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runInThisContext } from 'node:vm';
import ts from 'typescript';
import { builtins } from '../../../src/compiler/builtins';
import { compile } from '../../../src/compiler/compile';
import { loadSources } from '../../../src/compiler/load';
import { print } from '../../../src/groovy';
import { asResult, helperSources, readDoubles } from '../../runtime/helpers';
import { evaluateGroovy, GROOVY_TIMEOUT_MILLISECONDS } from '../../support/groovy';
import { describeWithJava } from '../../support/java';

const examples = builtins.flatMap(({ owner, member, examples: all }) =>
  all.map(([source, result], index) => ({ name: `${owner}.${member} ${index + 1}`, source, result })),
);
const refusals = builtins.flatMap(({ refused = [] }) => refused);

/** The body of a function: statements, or an expression that is returned. */
function bodyOf(source: string): string {
  return /\breturn\b/.test(source) ? source : `return ${source};`;
}

function compileModule(text: string): ReturnType<typeof compile> {
  return compile(loadSources('/project', new Map([['vars/shared/examples.ts', text]])));
}

test('every documented result is what JavaScript gives', () => {
  const actual = examples.map(({ source }) => {
    const { outputText } = ts.transpileModule(`function example() { ${bodyOf(source)} }`, {
      compilerOptions: { target: ts.ScriptTarget.ES2022 },
    });
    const value: unknown = runInThisContext(`(() => { ${outputText} return example(); })()`);
    return [source, value];
  });
  expect(actual).toEqual(examples.map(({ source, result }) => [source, result]));
});

test.each(refusals)('%s is refused with %s', (source, code) => {
  const { diagnostics } = compileModule(`/** Example. */\nexport function example() { ${bodyOf(source)} }\n`);
  const found = diagnostics.filter((diagnostic) => diagnostic.code === code);
  expect(found.map(({ suggestion }) => typeof suggestion)).toEqual(['string']);
});

test('every member has an example', () => {
  expect(builtins.filter((each) => each.examples.length === 0).map(({ member }) => member)).toEqual([]);
});

describeWithJava('compiled examples', () => {
  test(
    'give in Groovy what they give in JavaScript',
    async () => {
      const functions = examples.map(
        ({ source }, index) => `/** Example. */\nexport function example${index}() { ${bodyOf(source)} }\n`,
      );
      const { files, diagnostics } = compileModule(functions.join('\n'));
      expect(diagnostics.map(({ line, message }) => `${message} ${functions[Math.floor(line / 4)]}`)).toEqual(
        [],
      );
      const folder = helperSources();
      try {
        for (const file of files) {
          const path = join(folder, file.path.replace(/^src\//, ''));
          mkdirSync(dirname(path), { recursive: true });
          writeFileSync(path, print(file).text);
        }
        const calls = examples.map(
          (_example, index) => `results << plain(gigci.shared.Examples.example${index}())`,
        );
        const script = `
          def plain
          plain = { value ->
            if (value instanceof Double) { return ['double': String.valueOf(value)] }
            if (value instanceof List) { return value.collect { plain(it) } }
            if (value instanceof Map) { return value.collectEntries { key, each -> [(key): plain(each)] } }
            return value == null || value.class in [String, Boolean, Long, Integer] ? value : value.class.name
          }
          def results = []
          ${calls.join('\n')}
          results`;
        const [outcome] = await evaluateGroovy([script], folder);
        expect(outcome).toHaveProperty('value');
        const results = (outcome as { value: unknown[] }).value.map(readDoubles);
        expect(examples.map(({ source }, index) => [source, results[index]])).toEqual(
          examples.map(({ source, result }) => [source, asResult(result)]),
        );
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
    GROOVY_TIMEOUT_MILLISECONDS,
  );
});
