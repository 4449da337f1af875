/** Entries and helpers belong together: no entry calls what does not exist, and no helper is there for nothing. */
import { globSync } from 'glob';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const source = join(__dirname, '../../src');
const read = (pattern: string): ReadonlyMap<string, string> =>
  new Map(globSync(pattern, { cwd: source }).map((file) => [file, readFileSync(join(source, file), 'utf8')]));

const helpers = read('runtime/*.groovy');
const compiler = [...read('compiler/**/*.ts').values()].join('\n');

const methods = [...helpers].flatMap(([file, text]) =>
  [...text.matchAll(/^ {4}static \w+ (\w+)\(/gm)].map(([, method]) => ({
    className: basename(file, '.groovy'),
    method: method!,
  })),
);

test('every helper that an entry names exists', () => {
  const named = [...compiler.matchAll(/[hH]elper\('(\w+)\.(\w+)'|Sorting\('(\w+)\.(\w+)'/g)].map(
    ([, className, method, sorting, sortingMethod]) => `${className ?? sorting}.${method ?? sortingMethod}`,
  );
  expect(named.length).toBeGreaterThan(30);
  const existing = methods.map(({ className, method }) => `${className}.${method}`);
  expect(named.filter((name) => !existing.includes(name))).toEqual([]);
});

test('every helper is used by the compiler or by another helper', () => {
  const unused = methods.filter(({ className, method }) => {
    const call = `${className}.${method}`;
    const isUsedByHelper = [...helpers].some(
      ([file, text]) =>
        text.includes(`${call}(`) || (file.includes(`/${className}.`) && text.split(`${method}(`).length > 2),
    );
    return !isUsedByHelper && !compiler.includes(`'${call}'`) && !compiler.includes(`'${method}'`);
  });
  // The flow primitives are called by the names of gig-ci/jenkins.
  expect(unused.filter(({ className }) => className !== 'Flow')).toEqual([]);
});

test('only what takes the script, and so can call a step, is CPS code', () => {
  for (const [file, text] of helpers) {
    const methods = text.matchAll(/^( {4}@NonCPS\n)? {4}(?:private )?static [^\n]*/gm);
    for (const [declaration, annotation] of methods) {
      const isPipeline = declaration.includes('(Object script');
      expect([file, declaration, annotation === undefined]).toEqual([file, declaration, isPipeline]);
    }
  }
});
